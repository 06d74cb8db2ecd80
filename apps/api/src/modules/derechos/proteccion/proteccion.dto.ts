import { CLASES_PROTECCION, type ClaseProteccion } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { DocumentoDto } from '../../registro/index.ts'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class RegistrarProteccionDto {
  @Opcion(CLASES_PROTECCION, { descripcion: 'Documento de seguridad o evaluación de impacto.' }) clase: ClaseProteccion
  @Uuid({ descripcion: 'El archivo, como se recibió.' }) documentoId: string
  @Fecha({ descripcion: 'Día en que se aprobó.' }) aprobadoEl: string
  @Texto({ descripcion: 'Quién lo aprobó, o con qué acuerdo.', min: 3, max: 200 }) aprobo: string
  @Fecha({ descripcion: 'Sólo de una evaluación: día en que se presentó a la autoridad garante.', nulo: true }) presentadoEl: string | null
  @Fecha({ descripcion: 'Día a más tardar en que se revisa.' }) revisarEl: string
}

export class VersionProteccionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Opcion(CLASES_PROTECCION, { descripcion: 'Documento de seguridad o evaluación de impacto.' }) clase: ClaseProteccion
  @Entero({ descripcion: 'Versión.' }) version: number
  @Logico({ descripcion: 'Si es la última.' }) vigente: boolean
  @Logico({ descripcion: 'Si su revisión ya toca.' }) toca: boolean
  @Objeto(() => DocumentoDto, { descripcion: 'Archivo.' }) documento: DocumentoDto
  @Fecha({ descripcion: 'Día en que se aprobó.' }) aprobadoEl: string
  @Texto({ descripcion: 'Quién lo aprobó, o con qué acuerdo.' }) aprobo: string
  @Fecha({ descripcion: 'Día en que se presentó a la autoridad garante.', nulo: true }) presentadoEl: string | null
  @Fecha({ descripcion: 'Día a más tardar en que se revisa.' }) revisarEl: string
  @Instante({ descripcion: 'Cuándo se registró.' }) registradoEn: string
}

export class ListProteccionDto {
  @Lista(() => VersionProteccionDto, { descripcion: 'Versiones, la más reciente de cada documento primero.' })
  elementos: VersionProteccionDto[]
}

export class ProteccionHechaDto {
  @Objeto(() => VersionProteccionDto, { descripcion: 'La versión registrada.' }) version: VersionProteccionDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
