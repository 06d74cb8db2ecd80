import { LARGO_REPORTE } from '@conoceles/domain'
import { Fecha, Lista, Objeto, Opcion, Texto } from '../../../shared/validacion/fields.ts'
import { CorteRefDto } from '../publico.dto.ts'

/** Without query or fragment: they could tell where somebody votes, or her search. */
const PAGINA = /^\/[\w./%-]*$/

export class ReportarErrorDto {
  @Texto({ descripcion: 'Página de la que trata: su ruta, sin consulta.', max: 200, patron: PAGINA, ejemplo: '/cargos' }) pagina: string
  @Texto({ descripcion: 'Qué está mal. No escriba datos personales.', min: 10, max: LARGO_REPORTE }) texto: string
  @Opcion(['si'], { descripcion: 'Si se pide una respuesta pública.', opcional: true }) respuesta?: 'si'
}

export class FolioReporteDto {
  @Texto({ descripcion: 'Folio con el que se encuentra la respuesta.', ejemplo: 'E-7K3M9QHA' }) folio: string
}

export class ErrorContestadoDto {
  @Texto({ descripcion: 'Folio.' }) folio: string
  @Texto({ descripcion: 'Página de la que trata.' }) pagina: string
  @Texto({ descripcion: 'Lo que se preguntó, en palabras del Instituto.' }) pregunta: string
  @Texto({ descripcion: 'Respuesta.' }) respuesta: string
  @Fecha({ descripcion: 'Día en que se contestó.' }) contestado: string
}

export class ListErroresContestadosDto {
  @Lista(() => ErrorContestadoDto, { descripcion: 'Respuestas, la más reciente primero.' }) elementos: ErrorContestadoDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
