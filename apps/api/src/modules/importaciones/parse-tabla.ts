import { parseCsv } from './parse-csv.ts'
import { parseXls, parseXlsx } from './parse-excel.ts'
import type { TablaRefused, TablaResult } from './tabla.ts'
import { LIMITES, detectFormato, refuse } from './tabla.ts'

/** Reads and checks a whole file. Untrusted content enters only through read-tabla.ts, which runs this in a worker. */
export function parseTabla(content: Buffer, nombreArchivo: string): TablaResult {
  const formato = detectFormato(content, nombreArchivo)
  if (typeof formato !== 'string') return formato
  const rows = PARSERS[formato](content)
  return Array.isArray(rows) ? toTabla(rows) : rows
}

const PARSERS = { csv: parseCsv, xlsx: parseXlsx, xls: parseXls }

function toTabla(rows: string[][]): TablaResult {
  const cells = rows.map((row) => row.map((cell) => cell.normalize('NFC').trim()))
  const header = cells.findIndex(hasContent)
  const last = cells.findLastIndex(hasContent)
  if (header < 0 || last === header) return refuse('vacio')
  const table = cells.slice(header, last + 1)
  const width = table.reduce((most, row) => Math.max(most, widthOf(row)), 0)
  const refused = checkSize({ rows: table.length - 1, width }) ?? checkCells(table, header + 1) ?? checkHeader(table[0] ?? [], width)
  if (refused) return refused
  const [columnas = [], ...filas] = table.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  return { ok: true, tabla: { columnas, filas, primeraFila: header + 2 } }
}

function hasContent(row: string[]): boolean {
  return row.some((cell) => cell !== '')
}

function widthOf(row: string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1
}

function checkSize({ rows, width }: { rows: number; width: number }): TablaRefused | null {
  if (rows > LIMITES.filas) return refuse('demasiadas_filas')
  return width > LIMITES.columnas ? refuse('demasiadas_columnas') : null
}

// Control characters, lone surrogates and the marks that reorder text on the screen: a name could be shown as another one.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

function checkCells(table: string[][], firstRow: number): TablaRefused | null {
  for (const [index, row] of table.entries()) {
    for (const [column, cell] of row.entries()) {
      const where = `la fila ${firstRow + index}, columna ${column + 1}`
      if (cell.length > LIMITES.caracteres) return refuse('celda_larga', where)
      if (FORBIDDEN.test(cell)) return refuse('caracter_prohibido', where)
    }
  }
  return null
}

function checkHeader(header: string[], width: number): TablaRefused | null {
  for (let column = 0; column < width; column += 1) {
    const name = header[column] ?? ''
    if (name === '') return refuse('encabezado_vacio', `la columna ${column + 1}`)
    if (header.indexOf(name) !== column) return refuse('encabezado_repetido', `la columna ${column + 1}`)
  }
  return null
}
