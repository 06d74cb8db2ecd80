import type { Sourced } from '../sourced.ts'

/**
 * In which order those who compete for the same are shown. `sorteo_diario`: each day another, drawn from the date, the same for everybody.
 * `boleta`: as they stand on the ballot.
 */
export const ORDENES_PRESENTACION = ['sorteo_diario', 'boleta'] as const
export type OrdenPresentacion = (typeof ORDENES_PRESENTACION)[number]

/** What somebody in a cargo does, in plain words. */
export interface FuncionCargo extends Sourced {
  cargo: string
  resumen: string
  funciones: string[]
}

export interface PreguntaFrecuente extends Sourced {
  clave: string
  pregunta: string
  /** Paragraphs. */
  respuesta: string[]
}

/** How citizens consult: order, filters and explanations. */
export interface ConsultaPack {
  orden: { clave: OrdenPresentacion } & Sourced
  /** Clave of the public table of the statistics whose question is the filter by studies; null: there is no such filter. */
  escolaridad: string | null
  funciones: FuncionCargo[]
  preguntas: PreguntaFrecuente[]
}
