import { encabezadosDe, groupBy, plainKey } from '@conoceles/domain'
import type { Fila, Vista } from '../importaciones/index.ts'
import type { Reconocida } from './etiquetas.ts'
import { blank, hasAnswers, put, type Lector, type Pieza } from './piezas.ts'

/** Headings of a list: their first row, how many rows they take, and what each column names. */
export interface Encabezado {
  numero: number
  alto: number
  columnas: { etiqueta: string; found: Reconocida | null }[]
}

/**
 * Finds the row that names the columns of a sheet, among its first ones: the one over the names of personas of the party with most known labels.
 * It needs three labels if it finds no name, or two with one that says whose the answers are. Null: the sheet is no list.
 */
export function encabezadoDe(vista: Vista, lector: Lector): Encabezado | null {
  const named = columnOfNames(vista, lector)
  const above = vista.filas.filter(({ numero }) => numero < (named?.fila ?? Infinity))
  const [best] = [1, 2]
    .flatMap((alto) => above.map(({ numero }) => headed(vista, lector, { numero, alto, nombres: named?.columna })))
    .filter(({ numero, alto }) => numero + alto <= (named?.fila ?? Infinity))
    .filter(({ columnas, known }) => (named ? columnas.length > 1 : known >= COLUMNS_AT_LEAST || (known > 1 && columnas.some(isPersona))))
    .sort((a, b) => b.known - a.known || a.alto - b.alto || b.numero - a.numero)
  return best ?? null
}

const COLUMNS_AT_LEAST = 2.5
const isPersona = ({ found }: Encabezado['columnas'][number]) => typeof found === 'object' && found !== null && 'dato' in found

function headed(
  vista: Vista,
  { reconocer }: Lector,
  { numero, alto, nombres }: { numero: number; alto: number; nombres: number | undefined },
): Encabezado & { known: number } {
  const columnas = encabezadosDe(vista, { encabezado: numero, alto }).map((etiqueta, at) => ({
    etiqueta,
    found: at === nombres ? ({ dato: 'nombre' } as const) : vista.ocultas.includes(at) ? 'fuera' : recognised(etiqueta, reconocer),
  }))
  return { numero, alto, columnas, known: columnas.reduce((sum, { found }) => sum + weightOf(found), 0) }
}

/** A label that may be of several questions says less than one that is of one. */
function weightOf(found: Reconocida | null): number {
  if (found === null) return 0
  return found === 'dudosa' ? 0.5 : 1
}

/** A heading under another is read with it, and else by itself. */
function recognised(etiqueta: string, reconocer: Lector['reconocer']): Reconocida | null {
  if (etiqueta === '') return null
  return reconocer(etiqueta) ?? reconocer(etiqueta.split(' · ').at(-1) ?? '')
}

/** The column with most names of personas, two at least, and the row of the first. */
function columnOfNames({ filas }: Vista, { esNombre }: Lector): { columna: number; fila: number } | null {
  const found = filas.flatMap(({ numero, celdas }) =>
    celdas.flatMap((celda, columna) => (esNombre(celda) ? [{ columna, fila: numero }] : [])),
  )
  const [most] = [...groupBy(found, ({ columna }) => columna).values()].sort((a, b) => b.length - a.length)
  return most && most.length >= NAMES_AT_LEAST ? (most[0] ?? null) : null
}

const NAMES_AT_LEAST = 2

/** One persona in each row; rows of the same one, one below the other, are together. */
export function piezasDeLista(filas: readonly Fila[], { columnas, hoja }: { columnas: Encabezado['columnas']; hoja: string }): Pieza[] {
  const piezas: Pieza[] = []
  for (const fila of filas.filter(isNoTotal)) {
    const pieza = piezaDe(fila, { columnas, hoja })
    const last = piezas.at(-1)
    if (last && JSON.stringify(last.datos) === JSON.stringify(pieza.datos)) join(last, pieza)
    else if (Object.keys(pieza.datos).length > 0 && hasAnswers(pieza)) piezas.push(pieza)
  }
  return piezas
}

function piezaDe({ numero, celdas }: Fila, { columnas, hoja }: { columnas: Encabezado['columnas']; hoja: string }): Pieza {
  const pieza = blank(`${hoja}, fila ${numero}`)
  for (const [at, columna] of columnas.entries()) {
    if (columna.etiqueta !== '') put(pieza, { ...columna, texto: celdas[at] ?? '' })
  }
  return pieza
}

const isNoTotal = ({ celdas }: Fila) => !TOTALS.has(plainKey(celdas.find((cell) => cell !== '') ?? ''))
const TOTALS = new Set(['total', 'totales', 'subtotal', 'suma'])

function join(pieza: Pieza, { respuestas, sobrantes }: Pieza): void {
  for (const more of respuestas) {
    const same = pieza.respuestas.find(({ campo }) => campo === more.campo)
    if (!same) pieza.respuestas.push(more)
    else if (same.texto !== more.texto) same.texto += `\n${more.texto}`
  }
  for (const more of sobrantes) {
    const same = pieza.sobrantes.find(({ etiqueta }) => etiqueta === more.etiqueta)
    if (!same) pieza.sobrantes.push(more)
    else if (same.texto !== more.texto) same.texto += `\n${more.texto}`
  }
}
