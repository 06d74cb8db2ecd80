import { randomBytes } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { CSV } from '../../../shared/archivos/csv.ts'

/** Null ends: the row has nobody. Equal ends: exact. */
export interface Celda {
  minimo: number | null
  maximo: number | null
}

export interface Columna {
  clave: string
  nombre: string
  /** Every cell of it is an exact number. */
  exacta: boolean
}

export interface FilaTabla {
  clave: string
  nombre: string
  celdas: Celda[]
}

/** One public table of any kind. */
export interface Tabla {
  clave: string
  titulo: string
  /** `identidad`: of answers that are nobody's to know one by one. */
  tipo: 'publica' | 'identidad'
  explicacion: string
  /** Day on which the answers were counted; null: it follows each corte. */
  contadaEl: string | null
  /** Minimum cell; null where nothing is protected. */
  minimo: number | null
  columnas: Columna[]
  filas: FilaTabla[]
  total: FilaTabla
  /** Figures that are not told, and the reason. */
  notas: { clave: string; texto: string }[]
  fuente: string | null
  confianza: string | null
}

/** Columns that the list of tables tells besides the answers of identity. */
const DE_RESUMEN: ReadonlySet<string> = new Set([
  ...['registradas', 'verificadas', 'cuentan', 'conDistintivo'],
  ...['conCuestionario', 'conPropuestas', 'conFotografia'],
])

/** Figures for the sentence and the small chart of a table; of identity, everybody together. */
export function resumenOf({
  clave,
  titulo,
  tipo,
  columnas,
  filas,
  total,
}: Tabla): Pick<Tabla, 'clave' | 'titulo' | 'tipo' | 'columnas' | 'filas' | 'total'> {
  const kept = columnas.flatMap((columna, at) => (!columna.exacta || DE_RESUMEN.has(columna.clave) ? [at] : []))
  const only = <T>(all: readonly T[]): T[] => kept.flatMap((at) => all[at] ?? [])
  const toFila = (fila: FilaTabla): FilaTabla => ({ ...fila, celdas: only(fila.celdas) })
  return { clave, titulo, tipo, columnas: only(columnas), filas: tipo === 'identidad' ? [] : filas.map(toFila), total: toFila(total) }
}

/** The file has one of few lengths: see `toCsv`. */
const PASO = 256
const BYTES_SAL = 16

/**
 * The same table for a spreadsheet: an interval takes two columns. The last row is a salt: without it a hash of before would let a reader try which
 * count it was of. It also makes the length say nothing of the counts.
 */
export function toCsv({ columnas, filas, total }: Tabla): Buffer {
  const headings = columnas.flatMap(({ nombre, exacta }) => (exacta ? [nombre] : [`${nombre}, al menos`, `${nombre}, a lo más`]))
  const row = ({ clave, nombre, celdas }: FilaTabla) => [
    clave,
    nombre,
    ...celdas.flatMap(({ minimo, maximo }, at) => (columnas[at]?.exacta ? [minimo] : [minimo, maximo])),
  ]
  const told = stringify([['clave', 'renglón', ...headings], ...[...filas, total].map(row)], { bom: true, ...CSV })
  const line = (sal: string) => stringify([['sal', `Código de este archivo: ${sal}`, ...headings.map(() => null)]], CSV)
  const least = Buffer.byteLength(told + line('')) + 2 * BYTES_SAL
  const fill = Math.ceil(least / PASO) * PASO - least
  return Buffer.from(
    told +
      line(
        randomBytes(BYTES_SAL + Math.ceil(fill / 2))
          .toString('hex')
          .slice(0, 2 * BYTES_SAL + fill),
      ),
  )
}
