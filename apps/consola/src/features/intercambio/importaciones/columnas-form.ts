import type { ColumnaLista, EncabezadoImportacion } from '../../../api-types.ts'

export interface ColumnasForm {
  /** Column of ours for each heading, in their order; '' where the heading is not used. */
  elegidas: string[]
  guardar: boolean
  nombre: string
}

export function columnasFormOf(encabezados: readonly EncabezadoImportacion[], fuente: string | null): ColumnasForm {
  return { elegidas: encabezados.map(({ columna }) => columna ?? ''), guardar: fuente !== null, nombre: fuente ?? '' }
}

/** Columns that no heading has yet and without which the file cannot be read. */
export function missingColumnas(columnas: readonly ColumnaLista[], elegidas: readonly string[]): string[] {
  return columnas.filter(({ clave, necesaria }) => necesaria && !elegidas.includes(clave)).map(({ clave }) => clave)
}

/** Columns that a file may lack, and this one does. */
export function absentColumnas(columnas: readonly ColumnaLista[], elegidas: readonly string[]): string[] {
  return columnas.filter(({ clave, necesaria }) => !necesaria && !elegidas.includes(clave)).map(({ clave }) => clave)
}

/** Columns given to more than one heading. */
export function repeatedColumnas(elegidas: readonly string[]): string[] {
  return [...new Set(elegidas.filter((columna, index) => columna !== '' && elegidas.indexOf(columna) !== index))]
}

export function columnasBody(form: ColumnasForm, encabezados: readonly EncabezadoImportacion[]) {
  const pairs = form.elegidas.flatMap((columna, index) => (columna === '' ? [] : [[columna, encabezados[index]?.titulo ?? '']]))
  const columnas = Object.fromEntries(pairs) as Record<string, string>
  return form.guardar ? { columnas, guardarComo: form.nombre.trim() } : { columnas }
}
