import { COLUMNAS_IMPORTACION, VEREDICTOS_IMPORTACION } from '@conoceles/domain'
import { Archivo, Entero, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../shared/fields.ts'

export const ESTATUS_IMPORTACION = ['propuesta', 'confirmada', 'descartada'] as const

export class ProponerImportacionDto {
  @Archivo({ descripcion: 'Lista aprobada en CSV o XLSX, de hasta 10 MB y 20,000 filas, con las columnas de la plantilla.' })
  archivo: string
}

export class ConfirmarImportacionDto {
  @Logico({ descripcion: 'Si las filas rechazadas se dejan fuera; sin esto, una sola detiene todo.', opcional: true })
  omitirRechazadas?: boolean
}

export class ResumenImportacionDto {
  @Entero({ descripcion: 'Filas que crean una candidatura.' }) crear: number
  @Entero({ descripcion: 'Filas que cambian una.' }) cambiar: number
  @Entero({ descripcion: 'Filas que no cambian nada.' }) igual: number
  @Entero({ descripcion: 'Filas rechazadas.' }) rechazar: number
}

export class CambioFilaDto {
  @Opcion([...COLUMNAS_IMPORTACION, 'postulacion'], { descripcion: 'Columna, o la postulación que se crea.' }) campo: string
  @Texto({ descripcion: 'Lo que hay.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Lo que quedaría.', nulo: true }) despues: string | null
}

export class ErrorFilaDto {
  @Opcion(COLUMNAS_IMPORTACION, { descripcion: 'Columna.' }) columna: string
  @Texto({ descripcion: 'Por qué se rechaza.' }) razon: string
}

export class FilaImportacionDto {
  @Entero({ descripcion: 'Número de fila, como lo muestra la hoja de cálculo.', ejemplo: 2 }) fila: number
  @Opcion(VEREDICTOS_IMPORTACION, { descripcion: 'Qué pasaría con la fila.' }) veredicto: string
  @Texto({ descripcion: 'Clave de la candidatura.', nulo: true }) clave: string | null
  @Texto({ descripcion: 'Nombre completo.', nulo: true }) nombre: string | null
  @Lista(() => CambioFilaDto, { descripcion: 'Qué cambia.' }) cambios: CambioFilaDto[]
  @Lista(() => ErrorFilaDto, { descripcion: 'Por qué se rechaza.' }) errores: ErrorFilaDto[]
}

export class ImportacionListadaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre del archivo.' }) archivo: string
  @Texto({ descripcion: 'SHA-256 del archivo.' }) sha256: string
  @Instante({ descripcion: 'Cuándo se recibió.' }) creadaEn: string
  @Instante({ descripcion: 'Cuándo se confirmó o se descartó.', nulo: true }) cerradaEn: string | null
  @Opcion(ESTATUS_IMPORTACION, { descripcion: 'Estatus.' }) estatus: string
  @Objeto(() => ResumenImportacionDto, { descripcion: 'Cuántas filas de cada veredicto.' }) resumen: ResumenImportacionDto
}

export class ImportacionDto extends ImportacionListadaDto {
  @Lista(() => FilaImportacionDto, { descripcion: 'Veredicto de cada fila; una importación descartada ya no los guarda.' })
  filas: FilaImportacionDto[]
}

export class ListImportacionesQueryDto {
  @Uuid({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true }) despues?: string
}

export class ListImportacionesDto {
  @Lista(() => ImportacionListadaDto, { descripcion: 'De la más reciente a la más antigua.' }) elementos: ImportacionListadaDto[]
  @Entero({ descripcion: 'Cuántas hay.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}
