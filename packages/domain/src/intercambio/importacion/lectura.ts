import { plainKey } from '../../base/text.ts'
import { reconocerColumnas } from './columnas.ts'

/** Part of a workbook that is the list: the rows below its headings, which take `alto` rows. */
export interface LecturaLista {
  hoja: string
  /** First row of the headings, as the spreadsheet shows it. */
  encabezado: number
  alto: number
}

/** First rows of a sheet; columns count from 0, rows as the spreadsheet shows them. */
export interface HojaVista {
  hoja: string
  oculta: boolean
  filas: readonly { numero: number; celdas: readonly string[] }[]
  combinadas: readonly { desde: number; hasta: number; columna: number; hastaColumna: number }[]
  ocultas: readonly number[]
}

/** Guess of where the list is, and whether somebody has to look at it. */
export interface LecturaPropuesta {
  lectura: LecturaLista
  dudosa: boolean
}

/** Headings found from which a row is taken for the head of the list. */
const SURE = 3

/** The sheet and the row of headings in which most columns of a list are found; null when no sheet is to be seen. */
export function proponerLectura(hojas: readonly HojaVista[]): LecturaPropuesta | null {
  const seen = hojas.filter(({ oculta }) => !oculta).map((hoja) => ({ hoja, ...bestOf(hoja) }))
  const [first, second] = [...seen].sort((a, b) => b.columnas - a.columnas)
  if (!first) return null
  const { hoja, encabezado, alto, columnas } = first
  return { lectura: { hoja: hoja.hoja, encabezado, alto }, dudosa: columnas < SURE || second?.columnas === columnas }
}

/** Rows that the headings take, when they begin at this one. */
export function altoDe(hoja: HojaVista, encabezado: number): number {
  return countAt(hoja, { encabezado, alto: 2 }) > countAt(hoja, { encabezado, alto: 1 }) ? 2 : 1
}

/**
 * Name of each column: its heading, behind the one that is merged over it. Two of one name get their letter; a column of data without heading
 * is called by its letter; '' for one without anything.
 */
export function encabezadosDe(hoja: HojaVista, { encabezado, alto }: Pick<LecturaLista, 'encabezado' | 'alto'>): string[] {
  const rows = hoja.filas.filter(({ numero }) => numero >= encabezado && numero < encabezado + alto)
  const below = hoja.filas.filter(({ numero }) => numero >= encabezado + alto)
  const width = Math.max(0, ...[...rows, ...below].map(({ celdas }) => celdas.length))
  const heads = rows.map((row) => (alto > 1 ? spread(row, hoja) : row.celdas))
  const titles = Array.from({ length: width }, (_, at) => {
    const parts = heads.map((cells) => oneLine(cells[at] ?? '')).filter((part) => part !== '')
    return [...new Set(parts)].join(JOINT)
  })
  return titles.map((title, at) => {
    if (title === '') return below.some(({ celdas }) => (celdas[at] ?? '') !== '') ? `Columna ${letterOf(at)}` : ''
    return titles.filter((other) => other === title).length > 1 ? `${title} (columna ${letterOf(at)})` : title
  })
}

/** Columns that count the rows: 1, 2, 3, and so on. */
export function contadoresDe(hoja: HojaVista, { encabezado, alto }: Pick<LecturaLista, 'encabezado' | 'alto'>): number[] {
  const below = hoja.filas.filter(({ numero, celdas }) => numero >= encabezado + alto && celdas.filter((cell) => cell !== '').length > FEW)
  const width = Math.max(0, ...below.map(({ celdas }) => celdas.length))
  const columns = Array.from({ length: width }, (_, at) => at)
  return below.length < SURE ? [] : columns.filter((at) => below.every(({ celdas }, index) => celdas[at] === String(index + 1)))
}

const JOINT = ' · '

/** "AB" is the column 27. */
export function letterOf(at: number): string {
  const rest = Math.floor(at / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}

interface Found {
  encabezado: number
  alto: number
  /** How many columns of a list it names. */
  columnas: number
}

/** Prefers headings of one row, and the first: a title right above them is none. */
function bestOf(hoja: HojaVista): Found {
  const found = [1, 2].flatMap((alto) =>
    hoja.filas.slice(0, -1).map(({ numero: encabezado }) => ({ encabezado, alto, columnas: countAt(hoja, { encabezado, alto }) })),
  )
  const best = found.reduce<Found | null>((known, each) => (known && known.columnas >= each.columnas ? known : each), null)
  return best && best.columnas > 0 ? best : { encabezado: firstWide(hoja), alto: 1, columnas: 0 }
}

/** The first row that is nearly as wide as the widest, for a list with no known heading. */
function firstWide({ filas }: HojaVista): number {
  const wide = filas.map(({ numero, celdas }) => ({ numero, cells: celdas.filter((cell) => cell !== '').length }))
  const most = Math.max(...wide.map(({ cells }) => cells))
  return wide.find(({ cells }) => cells * 3 >= most * 2)?.numero ?? 1
}

function countAt(hoja: HojaVista, { encabezado, alto }: Pick<LecturaLista, 'encabezado' | 'alto'>): number {
  return Object.keys(reconocerColumnas(encabezadosDe(hoja, { encabezado, alto }))).length
}

/** A heading that is merged over several columns stands over each. */
function spread({ numero, celdas }: HojaVista['filas'][number], { combinadas }: HojaVista): string[] {
  const cells = [...celdas]
  for (const { columna, hastaColumna } of combinadas.filter(({ desde }) => desde === numero)) {
    for (let at = columna + 1; at <= hastaColumna; at += 1) {
      while (cells.length < at) cells.push('')
      cells[at] = celdas[columna] ?? ''
    }
  }
  return cells
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Row below the list that is no candidatura, or its headings again. */
export function isPie(
  celdas: readonly string[],
  { titulos, nombres }: { titulos: readonly string[]; nombres: readonly string[] },
): boolean {
  if (nombres.some((nombre) => plainKey(nombre) !== '')) return isTitulos(celdas, titulos)
  const written = celdas.filter((cell) => plainKey(cell) !== '')
  return written.length <= FEW || FOOT.includes(plainKey(written[0] ?? '').split(' ')[0] ?? '')
}

const FEW = 2
const FOOT = ['total', 'totales', 'subtotal', 'suma', 'nota', 'notas', 'fuente']

function isTitulos(celdas: readonly string[], titulos: readonly string[]): boolean {
  const written = celdas.filter((cell) => cell !== '')
  return written.length > 1 && written.every((cell) => titulos.includes(oneLine(cell)))
}
