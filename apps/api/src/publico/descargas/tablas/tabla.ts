import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import type { GrupoDatos } from '@conoceles/domain'
import { CSV } from '../../../shared/archivos/csv.ts'
import type { Cell } from '../../../shared/documentos/xlsx/model.ts'

/** Types of Table Schema (Frictionless). */
export type TipoColumna = 'string' | 'integer' | 'boolean' | 'date' | 'datetime'

export type Valor = string | number | boolean | null

/** Key of another table, or of its own, that a value must be. */
export interface Referencia {
  archivo: string
  columna: string
}

/** One column of a downloaded table, and all that the dictionary says of it. */
export interface Columna<T> {
  nombre: string
  titulo: string
  significado: string
  tipo: TipoColumna
  formato?: 'uri' | 'email' | 'uuid'
  /** Values that it may hold, where that is certain. */
  valores?: readonly string[]
  /** Catalogue that names its values. */
  catalogo?: string
  /** Where its values are a key. */
  refiere?: Referencia
  obligatoria?: boolean
  /** On which ground it is public; null where nobody said. */
  fundamento?: string | null
  fuente?: string | null
  confianza?: string | null
  licencia: GrupoDatos
  de: (row: T) => Valor
}

/** A table without its rows. */
export interface Tabla<T> {
  archivo: string
  titulo: string
  descripcion: string
  llave: readonly string[]
  columnas: readonly Columna<T>[]
}

/** A text of the register; the rest of a column is said where it differs. */
export function texto<T>(nombre: string, titulo: string, rest: Partial<Columna<T>> & Pick<Columna<T>, 'significado' | 'de'>): Columna<T> {
  return { nombre, titulo, tipo: 'string', licencia: 'registro', ...rest }
}

export function filaDe<T>({ columnas }: Tabla<T>, row: T): Valor[] {
  return columnas.map(({ de }) => de(row))
}

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula carries an apostrophe in front, as in the other files of this
 * system. Programs find the texts unchanged in the JSON Lines.
 */
export function toCsv(rows: readonly (readonly Valor[])[]): string {
  return stringify(rows as Valor[][], {
    ...CSV,
    cast: { ...CSV.cast, boolean: (value) => (value ? 'true' : 'false') },
  })
}

/** Without a byte order mark, which readers of data packages take for part of the first name: for Excel there is the workbook. */
export function encabezadosCsv(nombres: readonly string[]): string {
  return toCsv([nombres])
}

/** Most characters that a cell of a workbook holds. */
const MAX_CELL = 32_767

export function toCell(valor: Valor, { tipo, formato }: Pick<Columna<never>, 'tipo' | 'formato'>): Cell {
  if (typeof valor !== 'string') return valor
  if (tipo === 'date') return { day: valor }
  if (tipo === 'datetime') return { instant: valor }
  return formato === 'uri' ? { link: valor } : valor.slice(0, MAX_CELL)
}

/** An instant to the second, in universal time. */
export function instante(iso: string | null): string | null {
  return iso === null ? null : Temporal.Instant.from(iso).toString({ smallestUnit: 'second' })
}

/** Several values in one cell. */
export function juntos(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(' | ')
}
