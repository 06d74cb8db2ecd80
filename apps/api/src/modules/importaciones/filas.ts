import { COLUMNAS_IMPORTACION, readEncabezados, type Celdas, type FilaImportacion } from '@conoceles/domain'
import type { Tabla } from './tabla.ts'

/** The cells of our columns, row by row; blank rows are skipped and nothing else of the file is kept. */
export function toFilas({ columnas, filas, primeraFila }: Tabla): { filas: FilaImportacion[] } | { razones: string[] } {
  const { posiciones, razones } = readEncabezados(columnas)
  if (razones.length > 0) return { razones }
  const read = filas.map((cells, index) => ({
    fila: primeraFila + index,
    celdas: Object.fromEntries(COLUMNAS_IMPORTACION.map((columna) => [columna, cells[posiciones[columna]] ?? ''])) as Celdas,
  }))
  const withContent = read.filter(({ celdas }) => Object.values(celdas).some((cell) => cell !== ''))
  return withContent.length > 0 ? { filas: withContent } : { razones: ['El archivo no tiene filas con datos.'] }
}

/** As they wait in the database until somebody confirms. */
export function toStored({ fila, celdas }: FilaImportacion): Record<string, string> {
  return { ...celdas, fila: String(fila) }
}

export function fromStored({ fila, ...celdas }: Record<string, string>): FilaImportacion {
  return { fila: Number(fila), celdas: celdas as Celdas }
}
