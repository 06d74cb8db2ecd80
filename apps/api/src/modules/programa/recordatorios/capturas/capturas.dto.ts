import { MOTIVOS_SIN_RECORDAR, VIAS_RECORDAR, type ViaRecordar } from '@conoceles/domain'
import { AcuseDto } from '../../../bitacora/index.ts'
import { FiltroCandidaturasQueryDto } from '../../../registro/index.ts'
import { Entero, Instante, Lista, Objeto, Opcion, Texto, Uuid, Uuids } from '../../../../shared/validacion/fields.ts'
import { VIAS_CORREO, type ViaCorreo } from '../recordatorios.dto.ts'

export class PedirRecordatoriosDto {
  @Uuids({ descripcion: 'Candidaturas elegidas; sin ellas, las del filtro.', max: 500, opcional: true }) ids?: string[]
  @Objeto(() => FiltroCandidaturasQueryDto, { descripcion: 'Todas las vigentes que cumplen este filtro.', opcional: true })
  filtro?: FiltroCandidaturasQueryDto
}

export class PersonaRecordarDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Por qué no se le escribe; nulo si se le escribe.', nulo: true }) razon: string | null
}

export class GrupoRecordarDto {
  @Opcion(MOTIVOS_SIN_RECORDAR, { descripcion: 'Por qué no se les escribe; nulo: se les escribe.', nulo: true }) motivo:
    (typeof MOTIVOS_SIN_RECORDAR)[number] | null
  @Opcion(VIAS_RECORDAR, {
    descripcion: '`cuenta`: al correo de su cuenta. `captura`: a las cuentas de captura de su actor político. Nulo si no se les escribe.',
    nulo: true,
  })
  via: ViaRecordar | null
  @Entero({ descripcion: 'Cuántas.' }) cuantas: number
  @Lista(() => PersonaRecordarDto, { descripcion: 'Las primeras cincuenta.' }) personas: PersonaRecordarDto[]
}

export class ActorRecordarDto {
  @Texto({ descripcion: 'Actor político.' }) actor: string
  @Entero({ descripcion: 'Cuentas de captura a las que se escribe.' }) capturistas: number
  @Entero({ descripcion: 'Candidaturas de las que se les avisa.' }) candidaturas: number
}

export class MensajeRecordarDto {
  @Opcion(VIAS_RECORDAR, { descripcion: 'A quién va: a la persona o a una cuenta de captura.' }) via: ViaRecordar
  @Texto({ descripcion: 'A quién va, de ejemplo.' }) para: string
  @Texto({ descripcion: 'Asunto.' }) asunto: string
  @Texto({ descripcion: 'Lo que dice.' }) texto: string
}

export class VistaPreviaRecordarDto {
  @Entero({ descripcion: 'Candidaturas elegidas, o que cumplen el filtro.' }) elegidas: number
  @Lista(() => GrupoRecordarDto, { descripcion: 'A quiénes se escribe y a quiénes no.' }) grupos: GrupoRecordarDto[]
  @Lista(() => ActorRecordarDto, { descripcion: 'Actores políticos a cuyas cuentas de captura se escribe, por las personas sin cuenta.' })
  actores: ActorRecordarDto[]
  @Entero({ descripcion: 'Mensajes que saldrían: uno por persona con cuenta y uno por cuenta de captura.' }) mensajes: number
  @Lista(() => MensajeRecordarDto, { descripcion: 'El primer mensaje de cada clase.' }) ejemplos: MensajeRecordarDto[]
  @Opcion(VIAS_CORREO, { descripcion: 'Por dónde sale el correo.' }) correo: ViaCorreo
  @Instante({ descripcion: 'Desde cuándo sale: en las horas de silencio, cuando terminan.' }) desde: string
  @Entero({ descripcion: 'Días entre dos recordatorios a la misma persona.' }) cadaDias: number
}

export class RecordadasDto {
  @Entero({ descripcion: 'Mensajes que quedaron por salir.' }) cuantas: number
  @Entero({ descripcion: 'De ellos, a personas por su cuenta.' }) personas: number
  @Entero({ descripcion: 'De ellos, a cuentas de captura.' }) capturistas: number
  @Entero({ descripcion: 'Candidaturas de las que se avisa a esas cuentas.' }) candidaturas: number
  @Instante({ descripcion: 'Desde cuándo salen.' }) desde: string
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
