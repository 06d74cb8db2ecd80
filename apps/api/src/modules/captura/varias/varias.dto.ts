import { ESTATUS_CAPTURA, type EstatusCaptura } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { Entero, Lista, Objeto, Opcion, Texto, Textos, Uuid, Uuids } from '../../../shared/validacion/fields.ts'

/** Candidaturas of one bulk act. */
const MAX_VARIAS = 500

export class ElegidasDto {
  @Uuids({ descripcion: 'Candidaturas elegidas, hasta quinientas.', max: MAX_VARIAS }) candidaturas: string[]
}

export class PorHacerDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Clave de la candidatura.' }) clave: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Lugar por el que compite.' }) lugar: string
  @Entero({ descripcion: 'Versión que habrá que mandar con el acto.' }) version: number
  @Opcion(ESTATUS_CAPTURA, { descripcion: 'Estatus de su captura.' }) estatusCaptura: EstatusCaptura
  @Textos({ descripcion: 'Por qué no se puede ahora; vacío si se puede.' }) razones: string[]
}

export class VistaPreviaVariasDto {
  @Lista(() => PorHacerDto, { descripcion: 'En el orden de la boleta. Falta la que no está a su alcance.' }) elementos: PorHacerDto[]
}

export class CandidaturaLeidaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Entero({ descripcion: 'Versión que se leyó.' }) version: number
}

export class LeidasDto {
  @Lista(() => CandidaturaLeidaDto, { descripcion: 'Candidaturas con la versión que se leyó, hasta quinientas.', max: MAX_VARIAS })
  candidaturas: CandidaturaLeidaDto[]
}

export class HechaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Objeto(() => AcuseDto, { descripcion: 'Acuse; nulo si no se hizo.', nulo: true }) acuse: AcuseDto | null
  @Texto({ descripcion: 'Por qué no se hizo; nulo si se hizo.', nulo: true }) razon: string | null
}

export class HechasDto {
  @Lista(() => HechaDto, { descripcion: 'Cada una, en el orden en que se mandaron.' }) elementos: HechaDto[]
}
