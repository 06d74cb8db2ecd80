import { CLASES_VISITA, type ClaseVisita } from '@conoceles/domain'
import { Opcion } from '../../../shared/validacion/fields.ts'

export class VisitaDto {
  @Opcion(Object.keys(CLASES_VISITA), { descripcion: 'Tipo de la página que se vio.', ejemplo: 'candidatura' }) clase: ClaseVisita
}
