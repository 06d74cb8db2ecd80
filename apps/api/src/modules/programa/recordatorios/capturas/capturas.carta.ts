import { pairOf } from '@conoceles/domain/typed'
import { endOfDay, longDate, type EstatusCaptura } from '@conoceles/domain'
import { diaEnPalabras, plazoEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { oneLine, type Carta } from '../carta.ts'
import type { PersonaRow } from './capturas.queries.ts'
import type { Reglas } from '../situation.service.ts'

/** Message to a persona about her captura. Days and no distances: the message may wait for the morning. */
export function toCartaCaptura(persona: PersonaRow, { ahora, zona, instituto, origen }: Reglas, pide: string): Carta {
  const { nombre, cargoNombre, lugar, actorNombre, capturaVence, cierreCaptura } = persona
  const vencida = isVencida(persona, { ahora, zona })
  return {
    asunto: asuntoOf(persona, vencida ? 'venció' : 'vence'),
    saludo: oneLine(nombre),
    partes: [
      { texto: `${oneLine(pide)} le recuerda la captura de los cuestionarios de su candidatura en «Candidatas y Candidatos, Conóceles».` },
      {
        datos: [
          ['Candidatura', `${oneLine(cargoNombre)}, ${oneLine(lugar)}`],
          ['Postula', oneLine(actorNombre)],
          ['Cómo va', comoVa(persona)],
          ...(capturaVence === null ? [] : [pairOf(vencida ? 'Venció' : 'Vence', plazoEnPalabras(capturaVence))]),
          ...(vencida ? [pairOf('Todavía se acepta', `hasta el ${diaEnPalabras(cierreCaptura)}, como extemporánea`)] : []),
        ],
      },
      { enlace: 'Abrir mi captura', url: `${origen}/consola/candidaturas/${persona.id}/captura` },
    ],
    pie: [{ texto: `${oneLine(instituto)}. Mensaje que se pidió enviar por el sistema «Candidatas y Candidatos, Conóceles».` }],
  }
}

export function isVencida({ capturaVence }: PersonaRow, { ahora, zona }: Pick<Reglas, 'ahora' | 'zona'>): boolean {
  return capturaVence !== null && endOfDay(capturaVence, zona).epochMilliseconds < ahora.epochMilliseconds
}

function asuntoOf({ estatusCaptura, capturaVence }: PersonaRow, verbo: 'vence' | 'venció'): string {
  if (estatusCaptura === 'observada') return 'Conóceles: su captura tiene observaciones'
  if (capturaVence === null) return 'Conóceles: falta su captura'
  return `Conóceles: falta su captura, que ${verbo} el ${longDate(capturaVence)}`
}

const COMO_VA: Partial<Record<EstatusCaptura, string>> = {
  sin_captura: 'sin comenzar',
  observada: 'con observaciones por atender',
  en_correccion: 'con una corrección por guardar',
}

export function comoVa({ estatusCaptura, seccionesCompletas }: PersonaRow): string {
  const complete = seccionesCompletas === 1 ? '1 sección completa' : `${seccionesCompletas} secciones completas`
  return COMO_VA[estatusCaptura] ?? `en captura, ${complete}`
}
