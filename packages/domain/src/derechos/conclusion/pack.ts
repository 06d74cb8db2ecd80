import type { Dias } from '../../base/dias-habiles.ts'
import type { Sourced } from '../../base/sourced.ts'

/** Stages after election day, in the only order in which they may happen. */
export const ETAPAS_CONCLUSION = ['fin_difusion', 'desindexacion', 'bloqueo', 'supresion'] as const
export type ClaveEtapa = (typeof ETAPAS_CONCLUSION)[number]

/** Data that a stage takes from use, from sight or for good. */
export const TOMAS_CONCLUSION = [
  'paginas',
  'recursos',
  'respuestas',
  'identidad',
  'llaves',
  'fotografias',
  'documentos',
  'archivo',
  'cargas',
  'seguimiento',
] as const
export type TomaConclusion = (typeof TOMAS_CONCLUSION)[number]

/** Start of the days of a stage: election day, the end of the proceso, or another stage. */
export type EventoConclusion = 'jornada' | 'conclusion_proceso' | ClaveEtapa

/** So many days after what; null: nobody said how many. */
export interface ReglaEtapa extends Pick<Dias, 'tipoDias'> {
  desde: EventoConclusion
  dias: number | null
}

export interface EtapaConclusionPack extends Sourced {
  clave: ClaveEtapa
  nombre: string
  /** Plain explanation that anybody may read. */
  explicacion: string
  regla: ReglaEtapa
  base: string
  toma: TomaConclusion[]
  conserva: { que: string; porque: string }[]
}

export interface ConclusionPack {
  /** Day on which the proceso ended; null where nobody found it. */
  conclusionProceso: { fecha: string | null } & Sourced
  /** Fields of the policy of publication that stay public when publication ends. */
  quedan: { campos: string[] } & Sourced
  etapas: EtapaConclusionPack[]
}
