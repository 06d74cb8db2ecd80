import type { Temporal } from 'temporal-polyfill'
import type { EstatusCandidatura, EstatusCaptura, EstatusSeccion } from '../../registro/estatus.ts'

/** Which comes first, publishing or verifying. Data of the pack. Source: lineamientos.md §5 (both are practised). */
export const ORDENES_REVISION = ['verificar_y_publicar', 'publicar_al_validar'] as const
export type OrdenRevision = (typeof ORDENES_REVISION)[number]

/** Ends of an observación: its request was attended, or the institute withdraws it. The next round takes the place of the one before. */
export const DESENLACES_OBSERVACION = ['atendida', 'retirada', 'reiterada'] as const
export type DesenlaceObservacion = (typeof DESENLACES_OBSERVACION)[number]

/** State of a captura that every rule reads. */
export interface CapturaState {
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  cierreCaptura: string
  zona: string
  ahora: Temporal.Instant
}

export interface Completeness {
  /** Titles of the sections that are not complete. */
  seccionesIncompletas: string[]
  consentimiento: 'ninguno' | 'pendiente' | 'rechazado' | 'vigente'
}

/** An observación that nobody closed. */
export interface ObservacionAbierta {
  /** Account that observed. */
  creadaPor: string
  /** Whether the actor político answered it in words in this round. */
  respondida: boolean
}

/** One section as the rules see it. */
export interface SeccionState {
  titulo: string
  cuestionario: 'curricular' | 'identidad'
  estatus: EstatusSeccion
  version: number
  /** Version that the actor político validated last; null before. */
  versionValidada: number | null
  /** Version that the institute verified last; null before. */
  versionVerificada: number | null
  observaciones: readonly ObservacionAbierta[]
  /** A correction asked for after publication, until it is refused or validated. */
  correccion: 'solicitada' | 'aceptada' | null
  pausada: boolean
  /** Opened again by another version of its cuestionario, until it is validated. */
  reabierta: boolean
}

/** Everything that decides whether an act may be done now. */
export interface Situacion {
  captura: CapturaState
  orden: OrdenRevision
  secciones: readonly SeccionState[]
  completeness: Completeness
  /** Section that the act is about; null: any, or the whole. */
  seccion: SeccionState | null
  /** Observación that the act is about. */
  observacion: ObservacionAbierta | null
  /** Whether the institute began to review what was sent. */
  enRevision: boolean
  /** Account that acts. */
  cuenta: string
  /** Whether the institute said that it accepts a correction although the captura closed. */
  trasCierre: boolean
}

/** The version of a section on its page: the one that the order of review lets out, unless it is observed or paused. */
export function versionPublica(seccion: SeccionState, orden: OrdenRevision): number | null {
  return seccion.observaciones.length > 0 || seccion.pausada ? null : versionPublicable(seccion, orden)
}

/** The version that may be published: the one verified, or, where the pack publishes first, the one validated. */
export function versionPublicable(
  { versionValidada, versionVerificada }: Pick<SeccionState, 'versionValidada' | 'versionVerificada'>,
  orden: OrdenRevision,
): number | null {
  return orden === 'verificar_y_publicar' ? versionVerificada : versionValidada
}

/** Whether the institute opened the section again: it may be corrected also after the captura closed, for it opened it knowing the day. */
export function estaReabierta(seccion: Pick<SeccionState, 'observaciones' | 'correccion' | 'reabierta'>): boolean {
  return seccion.observaciones.length > 0 || seccion.correccion === 'aceptada' || seccion.reabierta
}
