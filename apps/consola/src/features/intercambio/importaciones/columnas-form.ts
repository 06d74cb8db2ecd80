import type { ColumnaLista, EncabezadoImportacion } from '../../../api-types.ts'

type Named = Pick<ColumnaLista, 'clave' | 'necesaria'>

export interface ColumnasForm {
  /** Column of ours for each heading, in their order; '' where the heading is not used. */
  elegidas: string[]
  /** Value of each column that is the same in the whole file; '' where it is not. */
  fijos: Record<string, string>
  guardar: boolean
  nombre: string
}

export function columnasFormOf(
  encabezados: readonly EncabezadoImportacion[],
  { fuente, fijos }: { fuente: string | null; fijos: Readonly<Record<string, string>> },
): ColumnasForm {
  return { elegidas: encabezados.map(({ columna }) => columna ?? ''), fijos: { ...fijos }, guardar: fuente !== null, nombre: fuente ?? '' }
}

/** Columns that no heading has yet, nor one value for all, and without which the file cannot be read. */
export function missingColumnas(columnas: readonly Named[], { elegidas, fijos }: Pick<ColumnasForm, 'elegidas' | 'fijos'>): string[] {
  const given = (clave: string) => elegidas.includes(clave) || (fijos[clave] ?? '').trim() !== ''
  return columnas.filter(({ clave, necesaria }) => necesaria && !given(clave)).map(({ clave }) => clave)
}

/** Columns that a file may lack, and this one does. */
export function absentColumnas(columnas: readonly Named[], elegidas: readonly string[]): string[] {
  return columnas.filter(({ clave, necesaria }) => !necesaria && !elegidas.includes(clave)).map(({ clave }) => clave)
}

/** Columns given to more than one heading. */
export function repeatedColumnas(elegidas: readonly string[]): string[] {
  return [...new Set(elegidas.filter((columna, index) => columna !== '' && elegidas.indexOf(columna) !== index))]
}

export function columnasBody(form: ColumnasForm, encabezados: readonly EncabezadoImportacion[]) {
  const pairs = form.elegidas.flatMap((columna, index) => (columna === '' ? [] : [[columna, encabezados[index]?.titulo ?? '']]))
  const columnas: Record<string, string> = Object.fromEntries(pairs)
  const fijos = Object.fromEntries(
    Object.entries(form.fijos).filter(([clave, texto]) => texto.trim() !== '' && columnas[clave] === undefined),
  )
  return { columnas, fijos, ...(form.guardar ? { guardarComo: form.nombre.trim() } : {}) }
}
