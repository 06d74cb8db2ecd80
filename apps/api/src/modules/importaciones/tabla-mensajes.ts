import type { Fila, Muestra, TablaRefused } from './tabla.ts'

/** From the worker; the first two wait for a Question. */
export type Answer =
  | { tipo: 'muestras'; muestras: Muestra[] }
  | { tipo: 'filas'; hoja: string; filas: Fila[]; total: number }
  | { tipo: 'fin' }
  | { tipo: 'rechazo'; rechazo: TablaRefused }

/** To the worker: go on, after the headings with these sheets. */
export interface Question {
  hojas?: string[]
}
