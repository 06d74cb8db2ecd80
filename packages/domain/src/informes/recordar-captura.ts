import { Temporal } from 'temporal-polyfill'
import type { EstatusCandidatura, EstatusCaptura } from '../registro/estatus.ts'
import { longDate } from '../base/fecha.ts'
import { terminoElDia } from '../base/plazo.ts'

/** Why a persona is not written to: nothing is hers to do, there is nowhere to write to, or she was written to days ago. */
export const MOTIVOS_SIN_RECORDAR = ['sin_pendiente', 'sin_correo', 'reciente'] as const
export type MotivoSinRecordar = (typeof MOTIVOS_SIN_RECORDAR)[number]

/** Mail that tells her: that of her own account, or those of the accounts that capture for her actor político. */
export const VIAS_RECORDAR = ['cuenta', 'captura'] as const
export type ViaRecordar = (typeof VIAS_RECORDAR)[number]

/** State that decides whether a persona is reminded of her captura now. */
export interface RecordarCapturaState {
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  /** Last day on which captura is accepted, ISO 8601. */
  cierreCaptura: string
  /** Her own account; null: none. An invited one has not chosen a password yet. */
  cuenta: 'activa' | 'invitada' | null
  /** Active accounts that capture for her actor político. */
  capturistas: number
  /** Local day of the last reminder that left or is to leave, ISO 8601. */
  recordada: string | null
  /** Days between two reminders to one persona: data of the pack. */
  cadaDias: number
  zona: string
  ahora: Temporal.Instant
}

const PENDING: readonly EstatusCaptura[] = ['sin_captura', 'en_captura', 'observada', 'en_correccion']

/** Why not, with its sentence; null: she is reminded. */
export function razonContraRecordar(state: RecordarCapturaState): { motivo: MotivoSinRecordar; razon: string } | null {
  const nothing = razonSinPendiente(state)
  if (nothing) return { motivo: 'sin_pendiente', razon: nothing }
  if (viaRecordar(state) === null) return { motivo: 'sin_correo', razon: razonSinCorreo(state) }
  const { recordada, cadaDias, zona, ahora } = state
  if (recordada === null) return null
  const again = Temporal.PlainDate.from(recordada).add({ days: cadaDias })
  if (Temporal.PlainDate.compare(ahora.toZonedDateTimeISO(zona).toPlainDate(), again) >= 0) return null
  const razon = `Ya se le recordó el ${longDate(recordada)}: se puede de nuevo desde el ${longDate(again.toString())}.`
  return { motivo: 'reciente', razon }
}

function razonSinPendiente({ estatus, estatusCaptura, cierreCaptura, ...at }: RecordarCapturaState): string | null {
  if (estatus !== 'aprobada') return 'La candidatura ya no está vigente.'
  if (!PENDING.includes(estatusCaptura)) return 'No le falta capturar nada.'
  const open = estatusCaptura === 'observada' || estatusCaptura === 'en_correccion'
  return !open && terminoElDia(cierreCaptura, at) ? `La captura cerró el ${longDate(cierreCaptura)}.` : null
}

/** Way by which a reminder reaches her; null: nobody gets it. */
export function viaRecordar({ cuenta, capturistas }: Pick<RecordarCapturaState, 'cuenta' | 'capturistas'>): ViaRecordar | null {
  if (cuenta === 'activa') return 'cuenta'
  return capturistas > 0 ? 'captura' : null
}

function razonSinCorreo({ cuenta }: RecordarCapturaState): string {
  const own = cuenta === null ? 'No tiene cuenta propia' : 'Todavía no acepta la invitación a su cuenta'
  return `${own}, y su actor político no tiene cuentas de captura.`
}
