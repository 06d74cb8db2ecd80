import { t, tn, tWord } from '../../messages/estadisticas.ts'
import { celdaText, isAvance, numberOf, respuestasOf, type Resumen } from './estadistica.ts'

type Fila = Resumen['filas'][number]

/** Row of the candidaturas whose page does not say it. */
const SIN_DATO = 'sin_dato'
/** So few rows are all named. */
const FEW = 3

/** The sentence that a reader takes with her: true also with ties, with one row, and with none. */
export function findingOf(tabla: Resumen): string {
  if (tabla.tipo === 'identidad') return findingOfIdentidad(tabla)
  if (totalOf(tabla, 'registradas') === 0) return t('estadisticas.findingNone')
  if (tabla.clave === 'informacion') return findingOfInformacion(tabla)
  return isAvance(tabla) ? findingOfAvance(tabla) : findingOfPerfil(tabla)
}

/** Word for the rows of the table: "municipios". */
function rowsWord(clave: string): string {
  const word = tWord('filas', clave)
  return word === clave ? t('estadisticas.rows') : word
}

function findingOfAvance(tabla: Resumen): string {
  return [spreadOf(tabla), progressOf(tabla)].join(' ')
}

/** How many candidaturas the rows have. */
function spreadOf(tabla: Resumen): string {
  const { clave } = tabla
  const filas = tabla.filas.filter((fila) => fila.clave !== SIN_DATO)
  const counts = filas.map((fila) => countOf(tabla, fila)).filter((n) => n > 0)
  const [menos, mas] = [Math.min(...counts), Math.max(...counts)]
  const [only] = filas
  const candidaturas = tn('estadisticas.candidaturas', mas)
  if (only && filas.length === 1) return t('estadisticas.oneRow', { nombre: only.nombre, candidaturas })
  const params = { nombres: rowsWord(clave), filas: filas.length, candidaturas, menos, mas }
  if (counts.length === filas.length) return t(menos === mas ? 'estadisticas.allTied' : 'estadisticas.allBetween', params)
  if (menos === mas) return tn('estadisticas.someTied', counts.length, params)
  return t('estadisticas.someBetween', { ...params, n: counts.length })
}

function progressOf(tabla: Resumen): string {
  const total = totalOf(tabla, 'registradas')
  const n = totalOf(tabla, 'verificadas')
  if (n === 0) return t('estadisticas.verifiedNone')
  return n === total ? t('estadisticas.verifiedAll') : tn('estadisticas.verified', n, { total })
}

function findingOfPerfil(tabla: Resumen): string {
  const told = tabla.filas.filter(({ clave }) => clave !== SIN_DATO)
  const known = told.filter((fila) => countOf(tabla, fila) > 0)
  const sin = tabla.filas.filter(({ clave }) => clave === SIN_DATO).reduce((sum, fila) => sum + countOf(tabla, fila), 0)
  if (known.length === 0) return t('estadisticas.unknownAll')
  const first = known.length <= FEW ? listOf(tabla, known) : largestOf(tabla, { known, rows: told.length })
  return sin > 0 ? `${first} ${t('estadisticas.unknown', { n: sin })}` : first
}

function listOf(tabla: Resumen, known: readonly Fila[]): string {
  const said = known.map((fila) => t('estadisticas.item', { nombre: lowerFirst(fila.nombre), n: countOf(tabla, fila) }))
  return t('estadisticas.list', { de: denominatorOf(tabla), lista: said.join('; ') })
}

/** `rows`: with those of nobody. */
function largestOf(tabla: Resumen, { known, rows }: { known: readonly Fila[]; rows: number }): string {
  const n = Math.max(...known.map((fila) => countOf(tabla, fila)))
  const [one = '', two = '', ...rest] = known.filter((fila) => countOf(tabla, fila) === n).map(({ nombre }) => `«${nombre}»`)
  const tied = rest.length + 2
  const params = {
    n,
    filas: tied,
    nombres: rowsWord(tabla.clave),
    candidaturas: tn('estadisticas.candidaturas', n),
    de: denominatorOf(tabla),
  }
  if (two === '') return t('estadisticas.largest', { ...params, nombre: one })
  if (tied === known.length)
    return tied === rows ? t('estadisticas.allTied', params) : tn('estadisticas.someTied', tied, { ...params, filas: rows })
  return rest.length === 0 ? t('estadisticas.largestTwo', { ...params, uno: one, otro: two }) : t('estadisticas.largestTied', params)
}

function findingOfInformacion(tabla: Resumen): string {
  const of = (columna: string): number => totalOf(tabla, columna)
  return t('estadisticas.information', {
    de: denominatorOf(tabla),
    cuestionario: of('conCuestionario'),
    propuestas: of('conPropuestas'),
    fotografia: of('conFotografia'),
  })
}

function findingOfIdentidad(tabla: Resumen): string {
  const cuentan = totalOf(tabla, 'cuentan')
  const [respuesta] = respuestasOf(tabla)
  if (cuentan === 0 || !respuesta) return t('estadisticas.findingNobody')
  const cuantas = celdaText(respuesta.celda, cuentan)
  const said = t('estadisticas.findingIdentidad', { cuentan, respuesta: lowerFirst(respuesta.nombre), cuantas })
  const conDistintivo = totalOf(tabla, 'conDistintivo')
  return conDistintivo > 0 ? `${said} ${t('estadisticas.findingDistintivo', { n: conDistintivo })}` : said
}

/** People of the rows: those who show a badge alone, or everybody. */
function denominatorOf(tabla: Resumen): string {
  return tn(tabla.clave === 'grupos' ? 'estadisticas.ofBadges' : 'estadisticas.ofAll', totalOf(tabla, 'registradas'))
}

function countOf(tabla: Resumen, fila: Fila): number {
  return numberOf(tabla, fila, 'registradas')
}

function totalOf(tabla: Resumen, columna: string): number {
  return numberOf(tabla, tabla.total, columna)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
