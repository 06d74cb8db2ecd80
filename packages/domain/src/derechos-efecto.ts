import type { EleccionConsentimiento } from './consentimiento.ts'
import { longDate } from './fecha.ts'

/** Changes that an act made besides the request itself: its acuse signs them and its history says them. */
export interface EfectoDerecho {
  /** Choices that the persona stopped authorising. */
  retira?: readonly EleccionConsentimiento[]
  /** The correction that happened: what, and when. */
  correccion?: { que: string; en: string }
  /** When the file of her data was made, and its fingerprint. */
  entrega?: { en: string; sha256: string }
  /** The same, as the first of two people proposes it. */
  bloqueoPropuesto?: string
  /** Last day on which the cancelled data are kept blocked. */
  bloqueaHasta?: string
  /** Data keys that were destroyed. */
  llaves?: number
}

const ELECCION: Record<EleccionConsentimiento, string> = {
  tratamiento: 'el tratamiento de sus datos de identidad',
  publicacion: 'la publicación de que pertenece a un grupo',
  estadistica: 'el uso de sus respuestas en las estadísticas',
}

/** Changes of an act as sentences; `momento` says an instant in words. */
export function efectoEnPalabras(efecto: EfectoDerecho, momento: (en: string) => string): string[] {
  return PARTES.flatMap((parte) => parte(efecto, momento) ?? [])
}

const PARTES: readonly ((efecto: EfectoDerecho, momento: (en: string) => string) => string | undefined)[] = [
  ({ retira }) => retira && saidOf(retira),
  ({ correccion }, momento) => correccion && `La corrección se hizo el ${momento(correccion.en)}: ${correccion.que}.`,
  ({ entrega }, momento) => entrega && `Sus datos se reunieron para entregárselos el ${momento(entrega.en)}.`,
  ({ bloqueoPropuesto: hasta }) => hasta && `Se propone bloquear sus datos de identidad hasta el ${longDate(hasta)} y suprimirlos después.`,
  ({ bloqueaHasta: hasta }) => hasta && `Sus datos de identidad quedan bloqueados hasta el ${longDate(hasta)}; después se suprimen.`,
  ({ llaves }) => (llaves === undefined ? undefined : SUPRIMIDOS[Number(llaves > 0)]),
]

const SUPRIMIDOS = ['No había datos de identidad que suprimir.', 'Sus datos de identidad quedaron suprimidos: nadie puede leerlos.']

function saidOf(retira: readonly EleccionConsentimiento[]): string {
  if (retira.length === 0) return 'La persona no autorizaba nada: no hubo qué retirar.'
  return `Se retiró su autorización para ${listOf(retira.map((each) => ELECCION[each]))}.`
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1)}`
}
