import type { CellObject, DenseWorkSheet, ParsingOptions, WorkBook } from '@e965/xlsx'
import { CFB, SSF, read } from '@e965/xlsx'
import type { TablaRefused } from './tabla.ts'
import { LIMITES, refuse } from './tabla.ts'
import { unzip } from './unzip.ts'

/** Rows of the first sheet: stored values only, no formula is evaluated. Dates as yyyy-mm-dd; a merged cell has its value once. */
export function parseXlsx(content: Buffer): string[][] | TablaRefused {
  const entries = unzip(content, { maxBytes: LIMITES.inflatedBytes, keep: KEPT })
  if (entries === 'excess') return refuse('contenido_excesivo')
  if (entries === 'damaged') return refuse('ilegible')
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return refuse('formato')
  const container = CFB.utils.cfb_new()
  for (const { name, content: part } of entries) CFB.utils.cfb_add(container, name, part)
  return readRows(CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer)
}

/** The same for the old binary format. */
export function parseXls(content: Buffer): string[][] | TablaRefused {
  return readRows(content)
}

/** The parts that hold cell values. The library gets a new archive with these alone, already inflated by us under a limit. */
const KEPT = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/

const OPTIONS: ParsingOptions = {
  type: 'buffer',
  dense: true,
  sheets: 0,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  bookVBA: false,
}

function readRows(content: Buffer): string[][] | TablaRefused {
  try {
    return toRows(read(content, OPTIONS))
  } catch (error) {
    return refuse(/password|encrypt/i.test(String(error)) ? 'protegido' : 'ilegible')
  }
}

/** Day that a workbook counts its dates from. */
type Epoch = 1900 | 1904

function toRows(workbook: WorkBook): string[][] | TablaRefused {
  const [first = ''] = workbook.SheetNames
  const sheet = workbook.Sheets[first] as DenseWorkSheet | undefined
  const rows = sheet?.['!data'] ?? []
  // Before the holes of sparse rows become cells: one value far to the right of each row is a bomb too.
  if (rows.some((row) => row.length > LIMITES.columnas)) return refuse('demasiadas_columnas')
  const epoch = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900
  return Array.from(rows, (row?: CellObject[]) => Array.from(row ?? [], (cell?: CellObject) => toText(cell, epoch)))
}

function toText(cell: CellObject | undefined, epoch: Epoch): string {
  if (cell?.v === undefined) return ''
  if (cell.t === 'n') return isDate(cell) ? toIsoDate(Number(cell.v), epoch) : String(cell.v)
  if (cell.t === 'b') return cell.v === true ? 'VERDADERO' : 'FALSO'
  return cell.t === 'e' ? String(cell.w) : String(cell.v)
}

function isDate(cell: CellObject): boolean {
  return cell.z !== undefined && SSF.is_date(cell.z) === true
}

/** From the day number itself: no time zone has a say. Out of range stays a number. */
function toIsoDate(serial: number, epoch: Epoch): string {
  const date = SSF.parse_date_code(serial, { date1904: epoch === 1904 }) as { y: number; m: number; d: number } | null
  if (!date) return String(serial)
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(date.y, 4)}-${pad(date.m, 2)}-${pad(date.d, 2)}`
}
