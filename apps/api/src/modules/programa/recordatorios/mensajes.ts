import { pairOf } from '@conoceles/domain/typed'
import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { dutiesOfResumen, localDay, MOMENTOS, type Duty, type Recordatorio as Programado } from '@conoceles/domain'
import type { Mensaje } from '../../../shared/correo.ts'
import { toHtml, toTexto, oneLine, type Carta, type Parte } from './carta.ts'
import { findHito, type Situation } from './situation.service.ts'
import type { Recordatorio } from './recordatorio.entity.ts'
import { distanciaEnPalabras, ESTATUS, terminoEnPalabras } from './recordatorio-en-palabras.ts'

export type Pedido = Pick<Programado, 'cuenta' | 'rol' | 'entregable' | 'milestone' | 'dia'> & Pick<Recordatorio, 'tipo'>

/** Writes a message to its account as if it left at an instant; the rest of its facts is on the board. */
export function toCarta(pedido: Pedido, situation: Situation, ahora: Temporal.Instant): Carta {
  const hoy = localDay(ahora, situation.state.zona)
  const saludo = oneLine(situation.cuentas.get(pedido.cuenta)?.nombre ?? '')
  const pie: Parte[] = [
    { texto: `${oneLine(situation.instituto)}. Mensaje automático del sistema «Candidatas y Candidatos, Conóceles».` },
    { enlace: 'Elegir qué mensajes recibe', url: bajaOf(situation.origen) },
  ]
  if (pedido.tipo === 'resumen') return { saludo, pie, ...resumen(pedido, situation, { ahora, hoy }) }
  return { saludo, pie, ...ofDuty(pedido, situation, hoy) }
}

/** The mail of a carta. `clave` makes its Message-ID: a message that is sent again is the same message. */
export function toMensaje(carta: Carta, { clave, para, baja }: { clave: string; para: string; baja: string | null }): Mensaje {
  const id = `recordatorio-${createHash('sha256').update(clave).digest('hex').slice(0, 32)}`
  return { para, asunto: carta.asunto, texto: toTexto(carta), html: toHtml(carta), automatico: { id, baja } }
}

/** Address at which an account chooses its messages. */
export function bajaOf(origen: string): string {
  return `${origen}/consola/recordatorios`
}

function ofDuty({ tipo, entregable, milestone, dia }: Pedido, situation: Situation, hoy: string): Pick<Carta, 'asunto' | 'partes'> {
  const duty = { entregable: String(entregable), milestone: milestone ?? 'termino', vence: dia }
  const escalada = tipo === 'escalamiento'
  const { numero } = findHito(situation, duty) ?? { numero: '' }
  const cuando = distanciaEnPalabras(dia, hoy)
  return {
    asunto: `${cuando.charAt(0).toUpperCase()}${cuando.slice(1)}: ${numero} ${MOMENTOS[duty.milestone]}`,
    partes: [
      {
        texto: escalada
          ? 'Un plazo con el INE está vencido y no consta su cumplimiento.'
          : 'Le recordamos un plazo con el INE que sigue pendiente.',
      },
      { datos: datosOf(duty, situation, hoy) },
      { enlace: 'Ver la actividad en la consola', url: enlaceOf(duty, situation.origen) },
      ...(escalada
        ? []
        : [{ texto: 'Ahí puede marcar que está enterada o enterado: dejarán de llegarle recordatorios de este plazo hasta que venza.' }]),
    ],
  }
}

function resumen(
  { cuenta, rol }: Pedido,
  situation: Situation,
  { ahora, hoy }: { ahora: Temporal.Instant; hoy: string },
): Pick<Carta, 'asunto' | 'partes'> {
  const duties = dutiesOfResumen(situation.state, { rol, cuenta, ahora })
  const vencidos = duties.filter(({ vence }) => vence < hoy).length
  return {
    asunto: `Esta semana con el INE: ${plazos(vencidos, 'vencido')} y ${plazos(duties.length - vencidos, 'por vencer')}`,
    partes: [
      {
        texto:
          'Esto es lo que está vencido y lo que vence en los próximos siete días, salvo aquello de lo que ya está enterada o enterado.',
      },
      ...duties.flatMap((duty): Parte[] => [
        { datos: datosOf(duty, situation, hoy) },
        { enlace: 'Ver la actividad en la consola', url: enlaceOf(duty, situation.origen) },
      ]),
    ],
  }
}

/** "1 plazo vencido", "3 plazos por vencer". */
function plazos(many: number, como: 'vencido' | 'por vencer'): string {
  if (many === 1) return `1 plazo ${como}`
  return `${many} plazos ${como === 'vencido' ? 'vencidos' : como}`
}

type Place = Pick<Duty, 'entregable' | 'milestone' | 'vence'>

function datosOf(duty: Place, situation: Situation, hoy: string): [string, string][] {
  const { numero: _numero, hito, ...entregable } = findHito(situation, duty) ?? { numero: '', hito: null, nombre: '' }
  const contradicciones = situation.conflictos.filter(
    ({ occurrence, milestone, tipo, resuelto }) =>
      occurrence === duty.entregable && milestone === duty.milestone && tipo !== 'dia_inhabil' && !resuelto,
  )
  return [
    ['Actividad', entregable.nombre],
    ['Qué se debe', MOMENTOS[duty.milestone]],
    ['Vence', `${terminoEnPalabras(duty.vence)} (${distanciaEnPalabras(duty.vence, hoy)})`],
    ...(hito ? [pairOf('Cómo va', ESTATUS[hito.estatus])] : []),
    ...(hito && hito.responsables.length > 0
      ? [pairOf('Responden', hito.responsables.map(({ nombre }) => oneLine(nombre)).join('; '))]
      : []),
    ...contradicciones.map(({ texto }): [string, string] => [
      'Sus fuentes se contradicen',
      `${oneLine(texto)} Mientras nadie decida cuál rige, se toma la fecha que vence primero.`,
    ]),
  ]
}

function enlaceOf({ entregable, milestone }: Place, origen: string): string {
  return `${origen}/consola/actividades/${encodeURIComponent(entregable.replace('/', '~'))}#${milestone}`
}
