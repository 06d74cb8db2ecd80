import type { Fila, Lectura, TablaRefused, Vista } from './tabla.ts'

export interface Upload {
  content: Uint8Array
  nombreArchivo: string
}

/** From the process that reads; the first two wait for a Question. */
export type Answer =
  | { tipo: 'vistas'; vistas: Vista[] }
  | { tipo: 'filas'; hoja: string; filas: Fila[]; total: number }
  | { tipo: 'fin' }
  | { tipo: 'rechazo'; rechazo: TablaRefused }

/** Go on, after the first rows with these parts of the file. */
export interface Question {
  lecturas?: Lectura[]
}

/** To the process that reads: first the file. */
export type Order = Upload | Question
