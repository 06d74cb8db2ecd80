import type { Fila } from './tabla.ts'

/** A spreadsheet that was opened: its sheets, each to be read from its first row as often as needed. */
export interface Libro {
  hojas: Hoja[]
}

export interface Hoja {
  nombre: string
  /** Whether the workbook hides the sheet from its readers. */
  oculta: boolean
  /** How many rows it seems to have, for the progress; 0 when nobody says. */
  total: number
  /** Rows in order, cells as they are; an unreadable part throws a TablaError. */
  filas(): AsyncGenerator<FilaLibro>
}

/** A row, or at the end other facts of the sheet. */
export type FilaLibro = Fila | { combinadas: Rango[] }

export interface Rango {
  texto: string
  desde: number
  hasta: number
}

/** "B2:C4"; null when it is not a range. */
export function toRango(texto: string): Rango | null {
  const [, first, last] = /^\$?[A-Z]{1,3}\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?(\d{1,7}))?$/.exec(texto) ?? []
  return first === undefined ? null : { texto, desde: Number(first), hasta: Number(last ?? first) }
}

/** "C" is 2. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
