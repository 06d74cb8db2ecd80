import { ACTOS_REPORTE, ESTATUS_REPORTE, type ActoReporte } from '@conoceles/domain'
import { Entero, Fecha, Instante, Lista, Logico, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class ReporteDto {
  @Uuid({ descripcion: 'Reporte.' }) id: string
  @Texto({ descripcion: 'Folio que se dio a quien reportó.' }) folio: string
  @Texto({ descripcion: 'Página de la que trata.' }) pagina: string
  @Entero({ descripcion: 'Corte publicado cuando llegó.' }) corte: number
  @Texto({ descripcion: 'Lo que se reportó. No se publica.' }) texto: string
  @Logico({ descripcion: 'Si se pide una respuesta pública.' }) pideRespuesta: boolean
  @Fecha({ descripcion: 'Día en que llegó.' }) recibido: string
  @Opcion(ESTATUS_REPORTE, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_REPORTE)[number]
  @Entero({ descripcion: 'Versión: la que se leyó va con cada acto.' }) version: number
  @Texto({ descripcion: 'Pregunta, en palabras del Instituto.', nulo: true }) pregunta: string | null
  @Texto({ descripcion: 'Respuesta que se publica.', nulo: true }) respuesta: string | null
  @Texto({ descripcion: 'Por qué se descartó o se reabrió.', nulo: true }) motivo: string | null
  @Instante({ descripcion: 'Cuándo se atendió.', nulo: true }) atendidoEn: string | null
}

export class ListReportesDto {
  @Texto({ descripcion: 'Dirección del sitio público.' }) sitio: string
  @Lista(() => ReporteDto, { descripcion: 'Reportes: primero los que esperan, del más antiguo al más nuevo.' }) elementos: ReporteDto[]
}

export class AtenderReporteDto {
  @Entero({ descripcion: 'Versión que se leyó.', min: 1 }) version: number
  @Opcion(ACTOS_REPORTE, { descripcion: 'Qué se hace.' }) acto: ActoReporte
  @Texto({ descripcion: 'Para contestar: la pregunta, sin datos de quien reportó.', max: 500, nulo: true }) pregunta: string | null
  @Texto({ descripcion: 'Para contestar: la respuesta.', max: 2000, nulo: true }) respuesta: string | null
  @Texto({ descripcion: 'Para descartar o reabrir: por qué.', max: 1000, nulo: true }) motivo: string | null
}
