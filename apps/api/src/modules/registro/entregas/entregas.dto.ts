import { ClaveNombreDto } from '../../proceso/index.ts'
import { AcuseDto } from '../../bitacora/index.ts'
import { Entero, Instante, Lista, Logico, Objeto, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { AcuerdoRefDto } from '../candidaturas/referencias.dto.ts'

export class ListEntregasQueryDto {
  @Texto({ descripcion: '`true`: sólo las pendientes; `false`: sólo las hechas.', opcional: true, max: 5, patron: /^(true|false)$/ })
  pendientes?: string
}

export class ActorRefDto extends ClaveNombreDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
}

export class EntregaHechaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Instante({ descripcion: 'Cuándo se entregaron.' }) entregadaEn: string
  @Texto({ descripcion: 'Quién recibió.' }) recibe: string
  @Instante({ descripcion: 'Fin del plazo que vence primero; nulo si ya no queda ninguna candidatura.', nulo: true })
  venceEn: string | null
  @Texto({ descripcion: 'Folio de su acuse.' }) folio: string
}

export class EntregaDto {
  @Objeto(() => AcuerdoRefDto, { descripcion: 'Acuerdo.' }) acuerdo: AcuerdoRefDto
  @Objeto(() => ActorRefDto, { descripcion: 'Actor político cuyas cuentas capturan.' }) actorPolitico: ActorRefDto
  @Entero({ descripcion: 'Candidaturas que entran en la entrega.' }) candidaturas: number
  @Entero({ descripcion: 'Cuentas activas o invitadas del actor político.' }) cuentas: number
  @Objeto(() => EntregaHechaDto, { descripcion: 'La entrega; nula mientras está pendiente.', nulo: true }) entrega: EntregaHechaDto | null
}

export class ListEntregasDto {
  @Lista(() => EntregaDto, { descripcion: 'Pendientes primero; cada acuerdo con sus actores políticos.' }) elementos: EntregaDto[]
}

export class CreateEntregaDto {
  @Uuid({ descripcion: 'Acuerdo.' }) acuerdoId: string
  @Uuid({ descripcion: 'Actor político.' }) actorPoliticoId: string
  @Texto({ descripcion: 'Nombre y cargo de quien recibe.', min: 3, max: 200 }) recibe: string
  @Instante({ descripcion: 'Cuándo se entregaron.' }) entregadaEn: string
}

export class VistaPreviaEntregaDto {
  @Entero({ descripcion: 'Candidaturas cuyo plazo empezaría.' }) candidaturas: number
  @Instante({ descripcion: 'Fin del plazo que vencería primero; nulo si ninguna espera.', nulo: true }) venceEn: string | null
  @Textos({ descripcion: 'Por qué no se puede, en frases.' }) razones: string[]
}

export class EntregadaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Entero({ descripcion: 'Candidaturas cuyo plazo empezó.' }) candidaturas: number
  @Instante({ descripcion: 'Fin del plazo que vence primero.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si el actor político todavía no tiene cuentas.' }) sinCuentas: boolean
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
