import type { Sourced } from '../base/sourced.ts'

export const TIPOS_MOSAICO = ['municipio', 'distrito'] as const

/** A demarcación as one square of a map of equal squares. Rows count from the north and columns from the west, from 1. */
export interface TeselaPack {
  /** Clave of the demarcación. */
  clave: string
  /** Name and abbreviation that fit into the square. */
  corto: string
  abreviatura: string
  fila: number
  columna: number
}

/** Layout of the demarcaciones of one kind, each as large as the others: the map shows figures, not area. */
export interface MosaicoPack extends Sourced {
  tipo: (typeof TIPOS_MOSAICO)[number]
  columnas: number
  /** Credit line that stands below the map. */
  credito: string
  /** By row and column, which is the order in which they are read aloud. */
  teselas: TeselaPack[]
}
