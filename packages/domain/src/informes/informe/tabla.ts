/** Kinds of a column's cells. A percentage is a share between 0 and 1, of three decimals. */
export const TIPOS_COLUMNA_INFORME = ['texto', 'numero', 'porcentaje', 'diferencia', 'intervalo'] as const
export type TipoColumnaInforme = (typeof TIPOS_COLUMNA_INFORME)[number]

/** Figure told as the two numbers between which it lies. Null ends: nobody is counted. */
export interface CifraIntervalo {
  minimo: number | null
  maximo: number | null
}

/** Null: there is nothing to tell, as a percentage of nobody. */
export type CeldaInforme = number | string | CifraIntervalo | null

export interface ColumnaInforme {
  clave: string
  nombre: string
  tipo: TipoColumnaInforme
}

export interface FilaInforme {
  clave: string
  nombre: string
  celdas: CeldaInforme[]
}

/** Bars of one row each: parts of a whole, in the order of the columns named. */
export interface GraficaInforme {
  titulo: string
  /** Claves of the columns that are the parts. */
  partes: string[]
  /** How many of the first parts count for the share that is written; absent: the first alone. */
  cuentan?: number
  /** Clave of the column that is the whole. */
  de: string
}

/** A table of an informe as it was frozen: nothing of it is worked out again when it is read. */
export interface TablaInforme {
  clave: string
  titulo: string
  /** Heading of the names of the rows. */
  rotulo: string
  /** People of whom its figures are, and how many they are. */
  denominador: string
  columnas: ColumnaInforme[]
  filas: FilaInforme[]
  total: FilaInforme | null
  notas: string[]
  grafica: GraficaInforme | null
}

export const numero = (clave: string, nombre: string): ColumnaInforme => ({ clave, nombre, tipo: 'numero' })
export const porcentaje = (clave: string, nombre: string): ColumnaInforme => ({ clave, nombre, tipo: 'porcentaje' })

/** "4,163". */
export function enCifras(n: number): string {
  return `${n < 0 ? '−' : ''}${Math.abs(n).toLocaleString('es-MX')}`
}

/** Share of a whole with three decimals, halves upwards; null of nothing. */
export function parteDe(parte: number, entero: number): number | null {
  return entero === 0 ? null : Math.floor((parte * 2_000 + entero) / (2 * entero)) / 1_000
}

/** "97.8 %". */
export function enPorcentaje(parte: number): string {
  const tenths = Math.round(parte * 1_000)
  return `${Math.floor(tenths / 10)}.${tenths % 10} %`
}

/** A cell as it is read on paper and on screen. */
export function celdaEnTexto(celda: CeldaInforme, tipo: TipoColumnaInforme): string {
  if (celda === null) return '—'
  if (typeof celda === 'string') return celda
  if (typeof celda === 'object') return intervaloEnTexto(celda)
  if (tipo === 'porcentaje') return enPorcentaje(celda)
  return tipo === 'diferencia' && celda > 0 ? `+${enCifras(celda)}` : enCifras(celda)
}

function intervaloEnTexto({ minimo, maximo }: CifraIntervalo): string {
  if (minimo === null || maximo === null) return '—'
  if (minimo === maximo) return enCifras(minimo)
  return minimo === 0 ? `A lo más ${enCifras(maximo)}` : `${enCifras(minimo)} a ${enCifras(maximo)}`
}

/** A figure of a table by the claves of its row and column; null when it is not there. */
export function cifraDe(tabla: TablaInforme, fila: string, columna: string): CeldaInforme {
  const row = [...tabla.filas, ...(tabla.total ? [tabla.total] : [])].find(({ clave }) => clave === fila)
  return row?.celdas[tabla.columnas.findIndex(({ clave }) => clave === columna)] ?? null
}
