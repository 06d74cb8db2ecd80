import type { EleccionConsentimiento } from '../captura/consentimiento.ts'
import { longDate } from '../base/fecha.ts'

/** How an answer is handed over. */
export const MEDIOS_ENTREGA = ['comparecencia', 'correo', 'correo_postal', 'plataforma', 'sistema'] as const
export type MedioEntrega = (typeof MEDIOS_ENTREGA)[number]

/** Ways in which an oposición that was granted takes effect: a consent is withdrawn, public data are hidden, or it is done outside the system. */
export const SURTE_DERECHO = ['consentimiento', 'dato', 'fuera'] as const
export type SurteDerecho = (typeof SURTE_DERECHO)[number]

export interface DatoPublico {
  clave: string
  titulo: string
}

/** The effect that an answer, or a proposal to a second person, announces. */
export interface EfectoPrevisto {
  surte: SurteDerecho
  retira?: readonly EleccionConsentimiento[]
  campos?: readonly DatoPublico[]
  /** Datum that is corrected outside the system, as the first of two people names it. */
  dato?: string
}

/** Changes that an act made besides the request itself: its acuse signs them and its history says them. */
export interface EfectoDerecho {
  /** Announced, and not done yet. */
  previsto?: EfectoPrevisto
  /** How the answer was handed over; by mail, with the proof that it was sent. */
  entregada?: { medio: MedioEntrega; comprobante?: string }
  /** Costs that were told, in pesos. */
  costo?: string
  /** Data that the public record stopped showing. */
  oculta?: readonly DatoPublico[]
  /** Done outside the system: the act says it in words, and a second person confirmed it. */
  fuera?: true
  /** Datum that nobody changed in the system since she asked. */
  sigueIgual?: string
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
  tratamiento: 'que el Instituto trate sus respuestas de identidad',
  publicacion: 'que se publique a qué grupo pertenece',
  estadistica: 'que sus respuestas cuenten en las estadísticas',
}

/** Changes of an act as sentences; `momento` says an instant in words. */
export function efectoEnPalabras(efecto: EfectoDerecho, momento: (en: string) => string): string[] {
  return PARTES.flatMap((parte) => parte(efecto, momento) ?? [])
}

const PARTES: readonly ((efecto: EfectoDerecho, momento: (en: string) => string) => string | undefined)[] = [
  ({ previsto }) => previsto && previstoEnPalabras(previsto),
  ({ entregada }) => entregada && entregadaEnPalabras(entregada),
  ({ costo }) => costo && `Costo: $${costo} MXN.`,
  ({ oculta }) => oculta && `Dejó de mostrarse en público: ${titlesOf(oculta)}.`,
  ({ fuera }) => fuera && 'Se hizo fuera de este sistema, como dice el acto; lo confirmó una segunda persona.',
  ({ sigueIgual }) => sigueIgual && `El dato sigue igual en el sistema: ${sigueIgual}.`,
  ({ retira }) => retira && saidOf(retira),
  ({ retira, previsto }) => gruposEnPalabras(retira ?? previsto?.retira ?? []),
  ({ correccion }, momento) => correccion && `La corrección se hizo el ${momento(correccion.en)}: ${correccion.que}.`,
  ({ entrega }, momento) => entrega && `Sus datos se reunieron para entregárselos el ${momento(entrega.en)}.`,
  ({ bloqueoPropuesto: hasta }) => hasta && `Se propone bloquear sus datos de identidad hasta el ${longDate(hasta)} y suprimirlos después.`,
  ({ bloqueaHasta: hasta }) => hasta && `Sus datos de identidad quedan bloqueados hasta el ${longDate(hasta)}; después se suprimen.`,
  ({ llaves }) => (llaves === undefined ? undefined : SUPRIMIDOS[Number(llaves > 0)]),
]

const SUPRIMIDOS = ['No había datos de identidad que suprimir.', 'Sus datos de identidad quedaron suprimidos: nadie puede leerlos.']

function previstoEnPalabras({ surte, retira = [], campos = [] }: EfectoPrevisto): string {
  const said: Record<SurteDerecho, () => string> = {
    consentimiento: () => `Surte efecto al retirar su autorización para ${listOf(retira.map((each) => ELECCION[each]))}.`,
    dato: () => `Surte efecto al dejar de mostrar en público: ${titlesOf(campos)}.`,
    fuera: () => 'Surte efecto fuera de este sistema: una persona describe lo que se hizo y otra lo confirma.',
  }
  return said[surte]()
}

export const ENTREGA: Record<MedioEntrega, string> = {
  comparecencia: 'en persona',
  correo: 'por correo electrónico',
  correo_postal: 'por correo postal',
  plataforma: 'por la Plataforma Nacional de Transparencia',
  sistema: 'por este sistema',
}

function entregadaEnPalabras({ medio, comprobante }: { medio: MedioEntrega; comprobante?: string }): string {
  return `Se entregó ${ENTREGA[medio]}${comprobante ? `; comprobante de envío: ${comprobante}` : ''}.`
}

/** Her authorisation names no group: nothing smaller can be taken back. */
function gruposEnPalabras(retira: readonly EleccionConsentimiento[]): string | undefined {
  if (!retira.includes('publicacion') || retira.includes('tratamiento')) return undefined
  return 'Dejan de mostrarse los distintivos de todos los grupos que autorizó: la autorización es una sola.'
}

function titlesOf(datos: readonly DatoPublico[]): string {
  return listOf(datos.map(({ titulo }) => titulo))
}

function saidOf(retira: readonly EleccionConsentimiento[]): string {
  if (retira.length === 0) return 'La persona ya no lo autorizaba: no hubo qué retirar.'
  return `Se retiró su autorización para ${listOf(retira.map((each) => ELECCION[each]))}.`
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1)}`
}
