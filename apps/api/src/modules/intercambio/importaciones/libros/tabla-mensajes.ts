import type { Fila, Muestra, TablaRefused } from './tabla.ts'

export interface Upload {
  content: Uint8Array
  nombreArchivo: string
}

/** From the process that reads; the first two wait for a Question. */
export type Answer =
  | { tipo: 'muestras'; muestras: Muestra[] }
  | { tipo: 'filas'; hoja: string; filas: Fila[]; total: number }
  | { tipo: 'fin' }
  | { tipo: 'rechazo'; rechazo: TablaRefused }

/** Go on, after the headings with these sheets. */
export interface Question {
  hojas?: string[]
}

/** To the process that reads: first the file. */
export type Order = Upload | Question
