import { Opcion, Opciones, Uuids } from '../../../../shared/validacion/fields.ts'
import { CLAVES_COLUMNA, type ClaveColumna } from './columnas.ts'

export const MAX_ELEGIDAS = 500
const FORMATOS = ['xlsx', 'csv'] as const
export type FormatoSeleccion = (typeof FORMATOS)[number]

export class FichasDto {
  @Uuids({ descripcion: 'Candidaturas elegidas, hasta quinientas.', max: MAX_ELEGIDAS }) candidaturas: string[]
}

export class ExportarSeleccionDto extends FichasDto {
  @Opcion(FORMATOS, { descripcion: 'Hoja de cálculo, o texto separado por comas.', ejemplo: 'xlsx' }) formato: FormatoSeleccion
  @Opciones(CLAVES_COLUMNA, { descripcion: 'Columnas de la lista, en su orden.' }) columnas: ClaveColumna[]
}
