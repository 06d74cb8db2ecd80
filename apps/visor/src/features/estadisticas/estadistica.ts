import type { Estadistica } from '../../api-types.ts'
import { t, tWord } from '../../messages/estadisticas.ts'
import type { Cifra } from '../../shared/lugar/mosaico.ts'

/** Part of a table that its finding and its chart need. */
export type Resumen = Pick<Estadistica, 'clave' | 'tipo' | 'columnas' | 'filas' | 'total'>
type Celda = Estadistica['total']['celdas'][number]
type Fila = Estadistica['total']

/** Text of a cell: a number, an interval, or that nobody is counted. `de`: total, which makes "nearly all". */
export function celdaText({ minimo, maximo }: Celda, de: number | null = null): string {
  if (minimo === null || maximo === null) return t('estadisticas.nobody')
  if (minimo === maximo) return t('estadisticas.exact', { n: minimo })
  if (minimo === 0) return t('estadisticas.atMost', { n: maximo })
  if (maximo === de) return t('estadisticas.atLeast', { n: minimo })
  return t('estadisticas.between', { minimo, maximo })
}

export function celdaOf({ columnas }: Pick<Resumen, 'columnas'>, fila: Fila, columna: string): Celda {
  return fila.celdas[columnas.findIndex(({ clave }) => clave === columna)] ?? { minimo: null, maximo: null }
}

/** Heading of the rows: the fact by which they are told, which a crossing has at the end of its clave. */
export function encabezadoOf({ clave, titulo }: Pick<Estadistica, 'clave' | 'titulo'>): string {
  const por = clave.split('-por-').at(-1) ?? clave
  const word = tWord('encabezados', por)
  return word === por ? titulo : word
}

/** Exact number of a column; 0 when the table does not have it. */
export function numberOf(tabla: Pick<Resumen, 'columnas'>, fila: Fila, columna: string): number {
  return celdaOf(tabla, fila, columna).minimo ?? 0
}

/** Answers of a table of identity, of everybody together. */
export function respuestasOf(tabla: Resumen): { clave: string; nombre: string; celda: Celda }[] {
  const answers = tabla.columnas.filter(({ exacta }) => !exacta)
  return answers.map(({ clave, nombre }) => ({ clave, nombre, celda: celdaOf(tabla, tabla.total, clave) }))
}

/** Tables on the progress of the information; the others describe the candidaturas. */
const DE_AVANCE: ReadonlySet<string> = new Set(['cargo', 'actor', 'municipio', 'distrito'])

export function isAvance({ clave }: Pick<Resumen, 'clave'>): boolean {
  return DE_AVANCE.has(clave)
}

export interface Parte {
  key: string
  caption: string
  columnas: Estadistica['columnas']
}

/** Splits a table by what readers ask first: the answers beside how many gave them, then the people they come from. */
export function partsOf(tabla: Estadistica): Parte[] {
  const { titulo, tipo, columnas } = tabla
  if (tipo === 'publica') return [{ key: 'tabla', caption: t('estadisticas.caption', { titulo }), columnas }]
  const isAnswer = ({ clave, exacta }: Estadistica['columnas'][number]): boolean => clave === 'cuentan' || !exacta
  return [
    { key: 'respuestas', caption: t('estadisticas.captionAnswers', { titulo }), columnas: columnas.filter(isAnswer) },
    { key: 'denominadores', caption: t('estadisticas.captionOfWhom'), columnas: columnas.filter((columna) => columna.exacta) },
  ]
}

export interface Barra {
  clave: string
  nombre: string
  text: string
  /** Parts of the whole width, 0 to 100: the sure one, and the most that it may reach. */
  solid: number
  reach: number
}

/** The chart, from the table and nothing else. A public table has a bar for each row; one of identity, a bar for each answer of the total. */
export function barsOf(tabla: Resumen): Barra[] {
  if (tabla.tipo === 'publica') {
    const longest = Math.max(1, ...tabla.filas.map((fila) => numberOf(tabla, fila, 'registradas')))
    return tabla.filas.map((fila) => barOf(tabla, fila, longest))
  }
  const cuentan = numberOf(tabla, tabla.total, 'cuentan')
  return respuestasOf(tabla).map(({ clave, nombre, celda }) => ({
    clave,
    nombre,
    text: celdaText(celda, cuentan),
    solid: percent(celda.minimo ?? 0, cuentan),
    reach: percent(celda.maximo ?? 0, cuentan),
  }))
}

/** Candidaturas of a row; in a table of how far they came those that are verified fill the bar. */
function barOf(tabla: Resumen, fila: Fila, longest: number): Barra {
  const { clave, nombre } = fila
  const registradas = numberOf(tabla, fila, 'registradas')
  const reach = percent(registradas, longest)
  if (!isAvance(tabla)) return { clave, nombre, text: t('estadisticas.exact', { n: registradas }), solid: reach, reach }
  const verificadas = numberOf(tabla, fila, 'verificadas')
  return { clave, nombre, text: t('estadisticas.bar', { verificadas, registradas }), solid: percent(verificadas, longest), reach }
}

/** More rows than these are told by their table, and the chart by the total. */
const FEW_ROWS = 10

/** The chart beside the finding: of a long table, what its total says; none where there is nobody. */
export function smallBarsOf(tabla: Resumen): Barra[] {
  if (tabla.tipo === 'identidad') return numberOf(tabla, tabla.total, 'cuentan') === 0 ? [] : barsOf(tabla)
  if (numberOf(tabla, tabla.total, 'registradas') === 0) return []
  return tabla.clave === 'informacion' || tabla.filas.length > FEW_ROWS ? barsOfRow(tabla, tabla.total) : barsOf(tabla)
}

/** One row against its own number of candidaturas: a bar for each of the other columns. */
export function barsOfRow(tabla: Resumen, fila: Fila): Barra[] {
  const de = numberOf(tabla, fila, 'registradas')
  return tabla.columnas
    .filter(({ clave }) => clave !== 'registradas')
    .map(({ clave, nombre }) => {
      const n = numberOf(tabla, fila, clave)
      return { clave, nombre, text: t('estadisticas.ofMany', { n, de }), solid: percent(n, de), reach: 100 }
    })
}

/** Verified candidaturas in a hundred, by place: for the map of a table by municipio or by distrito. */
export function cifrasOf(tabla: Resumen): Map<string, Cifra> {
  return new Map(
    tabla.filas.map((fila): [string, Cifra] => {
      const registradas = numberOf(tabla, fila, 'registradas')
      const verificadas = numberOf(tabla, fila, 'verificadas')
      const n = ofHundred(verificadas, registradas)
      const href = `/candidaturas?${tabla.clave}=${fila.clave}`
      const none = registradas === 0
      const cifra = none ? '—' : t('estadisticas.percent', { n })
      const texto = none ? t('estadisticas.squareNone') : t('estadisticas.square', { verificadas, registradas })
      return [fila.clave, { nombre: fila.nombre, n, cifra, texto, href }]
    }),
  )
}

/** Whole number: 0 only of none, 100 only of all. */
function ofHundred(n: number, of: number): number {
  if (n === 0 || n === of) return n === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((100 * n) / of)))
}

function percent(n: number, of: number): number {
  return of === 0 ? 0 : Math.round((1000 * n) / of) / 10
}
