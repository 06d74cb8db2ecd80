import type { Estadistica } from '../../api-types.ts'
import { t, tn } from '../../messages/estadisticas.ts'
import type { Cifra } from '../../shared/mosaico.ts'

type Celda = Estadistica['total']['celdas'][number]
type Fila = Estadistica['total']

/** What a cell says: a number, an interval, or that there is nobody of whom to say it. `de`: of how many, which makes "nearly all". */
export function celdaText({ minimo, maximo }: Celda, de: number | null = null): string {
  if (minimo === null || maximo === null) return t('estadisticas.nobody')
  if (minimo === maximo) return t('estadisticas.exact', { n: minimo })
  if (minimo === 0) return t('estadisticas.atMost', { n: maximo })
  if (maximo === de) return t('estadisticas.atLeast', { n: minimo })
  return t('estadisticas.between', { minimo, maximo })
}

export function celdaOf(tabla: Estadistica, fila: Fila, columna: string): Celda {
  return fila.celdas[tabla.columnas.findIndex(({ clave }) => clave === columna)] ?? { minimo: null, maximo: null }
}

/** Exact number of a column; 0 when the table does not have it. */
export function numberOf(tabla: Estadistica, fila: Fila, columna: string): number {
  return celdaOf(tabla, fila, columna).minimo ?? 0
}

/** The sentence that a reader takes with her. */
export function findingOf(tabla: Estadistica): string {
  return tabla.tipo === 'identidad' ? findingOfIdentidad(tabla) : findingOfPublica(tabla)
}

function findingOfPublica(tabla: Estadistica): string {
  const total = numberOf(tabla, tabla.total, 'registradas')
  const [largest] = [...tabla.filas].sort((one, other) => numberOf(tabla, other, 'registradas') - numberOf(tabla, one, 'registradas'))
  if (!largest || total === 0) return t('estadisticas.findingNone')
  const verificadas = numberOf(tabla, tabla.total, 'verificadas')
  return t('estadisticas.finding', { nombre: largest.nombre, n: numberOf(tabla, largest, 'registradas'), total, verificadas })
}

function findingOfIdentidad(tabla: Estadistica): string {
  const cuentan = numberOf(tabla, tabla.total, 'cuentan')
  const [respuesta] = barsOf(tabla)
  if (cuentan === 0 || !respuesta) return t('estadisticas.findingNobody')
  const said = t('estadisticas.findingIdentidad', { cuentan, respuesta: lowerFirst(respuesta.nombre), cuantas: respuesta.text })
  const conDistintivo = numberOf(tabla, tabla.total, 'conDistintivo')
  return conDistintivo > 0 ? `${said} ${t('estadisticas.findingDistintivo', { n: conDistintivo })}` : said
}

export interface Parte {
  key: string
  caption: string
  columnas: Estadistica['columnas']
}

/** What is asked first goes first: the answers beside how many gave them, then of whom they are. */
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
  /** Parts of the whole width, 0 to 100: what is sure, and up to where it may reach. */
  solid: number
  reach: number
}

/** The chart, from the table and nothing else. Of what is public a bar for each row; of identity one for each answer of the total. */
export function barsOf(tabla: Estadistica): Barra[] {
  if (tabla.tipo === 'publica') {
    const longest = Math.max(1, ...tabla.filas.map((fila) => numberOf(tabla, fila, 'registradas')))
    return tabla.filas.map((fila) => {
      const registradas = numberOf(tabla, fila, 'registradas')
      const verificadas = numberOf(tabla, fila, 'verificadas')
      return {
        clave: fila.clave,
        nombre: fila.nombre,
        text: t('estadisticas.bar', { verificadas, registradas }),
        solid: percent(verificadas, longest),
        reach: percent(registradas, longest),
      }
    })
  }
  const cuentan = numberOf(tabla, tabla.total, 'cuentan')
  return tabla.columnas
    .filter(({ exacta }) => !exacta)
    .map(({ clave, nombre }) => {
      const celda = celdaOf(tabla, tabla.total, clave)
      return {
        clave,
        nombre,
        text: celdaText(celda, cuentan),
        solid: percent(celda.minimo ?? 0, cuentan),
        reach: percent(celda.maximo ?? 0, cuentan),
      }
    })
}

/** Candidaturas of each place of a table by municipio or by distrito, for its map. */
export function cifrasOf(tabla: Estadistica): Map<string, Cifra> {
  return new Map(
    tabla.filas.map((fila): [string, Cifra] => {
      const n = numberOf(tabla, fila, 'registradas')
      const href = `/candidaturas?${tabla.clave}=${fila.clave}`
      return [
        fila.clave,
        { nombre: fila.nombre, n, cifra: t('estadisticas.exact', { n }), texto: tn('estadisticas.candidaturas', n), href },
      ]
    }),
  )
}

function percent(n: number, of: number): number {
  return of === 0 ? 0 : Math.round((1000 * n) / of) / 10
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
