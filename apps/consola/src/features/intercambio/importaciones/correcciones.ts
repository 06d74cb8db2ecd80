import { keysOf } from '@conoceles/domain/typed'
import type { ColumnaLista, FilaCorregida, FilaImportacion } from '../../../api-types.ts'

/** New text of each mended cell of a row; null goes back to what the file says. */
export type Correccion = Partial<Record<ColumnaLista['clave'], string | null>>

/** A mended row that waits to be sent. */
export interface Pendiente {
  fila: number
  celdas: Correccion
}

/** Cells of a form that are other than those of its row. */
export function changedCells(
  { celdas }: Pick<FilaImportacion, 'celdas'>,
  form: Partial<Record<ColumnaLista['clave'], string>>,
): Correccion {
  const changed = keysOf(form).filter((columna) => (form[columna] ?? '') !== (celdas[columna] ?? ''))
  return Object.fromEntries(changed.map((columna) => [columna, form[columna] ?? '']))
}

/** The last one of a row is the whole of what is sent of it; a row without changes is left alone. */
export function pendientesOf(hechas: readonly Pendiente[]): FilaCorregida[] {
  const last = new Map(hechas.map(({ fila, celdas }) => [fila, { ...celdas }]))
  return [...last].filter(([, celdas]) => Object.keys(celdas).length > 0).map(([fila, celdas]) => ({ fila, celdas }))
}
