import { longDate, type EstatusCaptura } from '@conoceles/domain'
import type { CuentaDeActor } from '../../../acceso/index.ts'
import { cuantas, diaEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { oneLine, type Carta, type Parte } from '../carta.ts'
import type { Reglas } from '../situation.service.ts'
import { comoVa, isVencida } from './capturas.carta.ts'
import type { PersonaRow } from './capturas.queries.ts'

/** One message to an account that captures, about all the candidaturas of its actor político that nobody else is told of. */
export interface Envio {
  cuenta: CuentaDeActor
  /** Name of the actor político. */
  actor: string
  personas: PersonaRow[]
}

/** A longer list is read in the consola. */
const LISTED = 100

export function toCartaCapturista({ cuenta, actor, personas }: Envio, reglas: Reglas, pide: string): Carta {
  const many = cuantas(personas.length, ['captura sin terminar', 'capturas sin terminar'])
  return {
    asunto: `Conóceles: ${many}${primeraOf(personas, reglas)}`,
    saludo: oneLine(cuenta.nombre),
    partes: [
      { texto: `${oneLine(pide)} le recuerda ${many} de ${oneLine(actor)}: nadie más recibe aviso, porque no hay cuenta propia.` },
      { datos: personas.slice(0, LISTED).map((persona) => [oneLine(persona.nombre), detalleOf(persona, reglas)]) },
      ...(personas.length > LISTED ? [{ texto: `Aquí van las primeras ${LISTED}. Todas están en la consola.` }] : []),
      ...enlacesOf(personas, reglas),
    ],
    pie: [{ texto: `${oneLine(reglas.instituto)}. Mensaje que se pidió enviar por el sistema «Candidatas y Candidatos, Conóceles».` }],
  }
}

function primeraOf(personas: readonly PersonaRow[], reglas: Reglas): string {
  const [primera] = personas.filter(({ capturaVence }) => capturaVence !== null).toSorted((a, b) => venceOf(a).localeCompare(venceOf(b)))
  if (!primera) return ''
  const verbo = isVencida(primera, reglas) ? 'venció' : 'vence'
  return `; ${personas.length === 1 ? '' : 'la primera '}${verbo} el ${longDate(venceOf(primera))}`
}

function venceOf({ capturaVence }: PersonaRow): string {
  return capturaVence ?? ''
}

function detalleOf(persona: PersonaRow, reglas: Reglas): string {
  const { cargoNombre, lugar, capturaVence, cierreCaptura } = persona
  const vencida = isVencida(persona, reglas)
  return [
    `${oneLine(cargoNombre)}, ${oneLine(lugar)}`,
    comoVa(persona),
    ...(capturaVence === null ? [] : [`${vencida ? 'venció' : 'vence'} el ${longDate(capturaVence)}`]),
    ...(vencida ? [`se acepta hasta el ${diaEnPalabras(cierreCaptura)}, como extemporánea`] : []),
  ].join('; ')
}

const LISTAS: Partial<Record<EstatusCaptura, string>> = {
  sin_captura: 'sin comenzar',
  en_captura: 'en captura',
  observada: 'con observaciones',
  en_correccion: 'en corrección',
}

/** The board shows one estatus at a time: one link to each that the list has. */
function enlacesOf(personas: readonly PersonaRow[], { origen }: Reglas): Parte[] {
  return Object.entries(LISTAS)
    .filter(([estatus]) => personas.some(({ estatusCaptura }) => estatusCaptura === estatus))
    .map(([estatus, nombre]) => ({
      enlace: `Abrir las de mi actor político ${nombre}`,
      url: `${origen}/consola/tablero?estatusCaptura=${estatus}&orden=vence`,
    }))
}
