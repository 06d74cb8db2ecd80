/** A workbook as data. There is no way to say a formula: a text that looks like one stays a text. */
export interface Workbook {
  title: string
  /** Institute that answers for it. */
  author: string
  /** Instant in ISO form; two writings of one workbook are the same bytes. */
  createdAt: string
  /** Without compression: the bytes are then those of any machine, with any compressor. */
  stored?: boolean
  sheets: Sheet[]
}

export interface Sheet {
  /** At most 31 characters, none of : \ / ? * [ ] */
  name: string
  /** Width of each column in characters. */
  widths: number[]
  /** Rows that stay in sight and carry the filter: the headings. */
  headerRows: 0 | 1
  /** Printed so, as wide as its page, with its title above and its number below; absent: as each program prints. */
  page?: 'portrait' | 'landscape'
  /** Whether texts go on below in their cell; absent: they run over the next ones. Of an .xlsx only. */
  wrap?: true
  /** Drop-downs: column from 0, for so many rows below the headings, of the cells that `source` names ('Hoja'!$A$2:$A$9). Of an .xlsx only. */
  lists?: { column: number; rows: number; source: string }[]
  rows: Cell[][]
}

/** A cell for a format that has texts only: a day or instant in ISO form, a share as its number. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('share' in cell) return String(cell.share)
  return 'day' in cell ? cell.day : 'link' in cell ? cell.link : cell.instant
}

/**
 * A day is a date for the spreadsheet too, an instant a date with its time in UTC, a link an address that opens, a share between 0 and 1 a
 * percentage; null is an empty cell.
 */
export type Cell = string | number | boolean | null | { day: string } | { instant: string } | { link: string } | { share: number }

/** `xls` is BIFF8, of Excel 97. */
export type WorkbookFormat = 'xlsx' | 'xls'

/** Rows of a sheet of an .xls. */
export const XLS_MAX_ROWS = 65_536
