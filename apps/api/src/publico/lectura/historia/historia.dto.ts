import { Entero, Instante, Lista, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { CorteRefDto } from '../publico.dto.ts'

export class VersionPublicaDto {
  @Objeto(() => CorteRefDto, { descripcion: 'Corte en que empezó a ser pública.' }) desde: CorteRefDto
  @Objeto(() => CorteRefDto, { descripcion: 'Corte en que dejó de serlo; nulo: es la vigente.', nulo: true }) hasta: CorteRefDto | null
  @Opcion(['vigente', 'anterior'], {
    descripcion: '`anterior`: cualquiera que fuera el motivo del cambio, queda su huella y no sus bytes.',
  })
  estatus: 'vigente' | 'anterior'
  @Texto({ descripcion: 'SHA-256 de sus bytes, que llevan sal.' }) sha256: string
  @Entero({ descripcion: 'Tamaño en bytes.' }) bytes: number
  @Texto({ descripcion: 'Dirección de sus bytes; nula en las anteriores.', nulo: true }) url: string | null
}

export class HistoriaPublicaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre que es público ahora; nulo si ninguno lo es.', nulo: true }) nombre: string | null
  @Lista(() => VersionPublicaDto, { descripcion: 'Versiones de su ficha, de la más reciente a la más antigua.' })
  versiones: VersionPublicaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte más reciente.' }) corte: CorteRefDto
}

export class CorteEnQueryDto {
  @Instante({ descripcion: 'Instante; sin él, ahora.', opcional: true, ejemplo: '2024-04-25T23:59:59-06:00' }) en?: string
}

export class CorteVigenteDto extends CorteRefDto {
  @Texto({ descripcion: 'SHA-256 de la forma canónica de su cabecera.' }) sha256: string
  @Objeto(() => CorteRefDto, { descripcion: 'Corte que lo siguió; nulo si sigue vigente.', nulo: true }) hasta: CorteRefDto | null
  @Entero({ descripcion: 'Candidaturas que eran públicas.' }) candidaturas: number
  @Entero({ descripcion: 'Respuestas públicas que tenía, con las que no son de una candidatura.' }) recursos: number
  @Texto({ descripcion: 'Dirección de su manifiesto firmado.' }) manifiesto: string
}
