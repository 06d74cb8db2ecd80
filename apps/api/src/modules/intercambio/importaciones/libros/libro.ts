import type { Epoca, Fila, Rango } from './tabla.ts'

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
  /** Whether a row longer than its headings means that its cells slipped: of a text with separators. */
  corrida: boolean
  /** Day that its dates are counted from. */
  epoca: Epoca
  /** Merged cells and hidden columns. */
  forma(): Promise<FormaHoja>
  /** Rows in order, cells as they are; an unreadable part throws a TablaError. */
  filas(): AsyncGenerator<Fila>
}

export interface FormaHoja {
  combinadas: Rango[]
  /** From 0. */
  ocultas: number[]
}

export const SIN_FORMA: FormaHoja = { combinadas: [], ocultas: [] }

/** "B2:C4" as a range; null when it is none. Columns count from 0. */
export function toRango(texto: string): Rango | null {
  const [, left = '', first = '', right, last] = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(texto) ?? []
  if (first === '') return null
  return { desde: Number(first), hasta: Number(last ?? first), columna: columnIndex(left), hastaColumna: columnIndex(right ?? left) }
}

/** "C" is 2. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
