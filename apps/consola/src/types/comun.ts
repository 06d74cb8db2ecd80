/** Types of every feature: lists, the proceso, the clock, the publication and its record. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type Respuestas = Record<string, unknown>
export interface Lista<T> {
  elementos: T[]
  /** Absent where counting costs more than reading. */
  total?: number
  siguiente: string | null
}
export type Reloj = Schemas['RelojDto']
export type Proceso = Schemas['ProcesoDto'] & { zona?: string }
export type ActorPolitico = Schemas['ActorPoliticoDto']
export type Pendiente = Schemas['PendienteDto']
export type EstatusPublicacion = Schemas['EstatusPublicacionDto']
export type ActoBitacora = Schemas['ActoBitacoraDto']
export type RespuestaPregunta = Schemas['RespuestaPreguntaDto']
export type ClavePregunta = RespuestaPregunta['clave']
export type VerificacionBitacora = Schemas['VerificacionBitacoraDto']
