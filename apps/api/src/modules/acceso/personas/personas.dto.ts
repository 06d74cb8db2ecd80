import { Instante, Lista, Objeto, Opcion, Texto, Textos, Uuid, Uuids } from '../../../shared/validacion/fields.ts'

const PATRON_CORREO = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/
const ESTATUS = ['activa', 'invitada', 'propuesta', 'sin_cuenta'] as const
export type EstatusPersona = (typeof ESTATUS)[number]

/** A chosen list has no more. */
const PERSONAS_MAX = 500

export class ListPersonasQueryDto {
  @Uuid({ descripcion: 'Sólo la de esta candidatura.', opcional: true }) candidaturaId?: string
  @Texto({ descripcion: 'Palabras de su nombre.', opcional: true, max: 120, ejemplo: 'ana lópez' }) q?: string
  @Opcion(['si'], { descripcion: 'Sólo quienes piden otra invitación.', opcional: true, ejemplo: 'si' }) pedidas?: 'si'
}

export class CuentaPersonaDto {
  @Uuid({ descripcion: 'Identificador de la cuenta.' }) id: string
  @Texto({ descripcion: 'Correo de la cuenta; sólo lo lee el instituto.', nulo: true }) correo: string | null
  @Instante({ descripcion: 'Hasta cuándo funciona su invitación; nulo si ya no funciona ninguna.', nulo: true }) venceEn: string | null
  @Instante({ descripcion: 'Cuándo pidió otra invitación; nulo si no la pide.', nulo: true }) pedidaEn: string | null
}

export class PersonaInvitableDto {
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Nombre de la persona.' }) nombre: string
  @Texto({ descripcion: 'Cargo, lugar y quién la postula.' }) candidatura: string
  @Opcion(ESTATUS, { descripcion: 'Si ya tiene cuenta.', ejemplo: 'sin_cuenta' }) estatus: EstatusPersona
  @Objeto(() => CuentaPersonaDto, { descripcion: 'Su cuenta, si la tiene.', nulo: true }) cuenta: CuentaPersonaDto | null
}

export class ListPersonasDto {
  @Lista(() => PersonaInvitableDto, { descripcion: 'Personas, por nombre.' }) elementos: PersonaInvitableDto[]
}

export class PersonaPorInvitarDto {
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Correo al que llega la invitación.', ejemplo: 'ana@ejemplo.mx', max: 254, patron: PATRON_CORREO }) correo: string
  @Texto({ descripcion: 'Nombre con el que llegó el correo: se compara con el de la candidatura.', opcional: true, max: 200 })
  nombre?: string
}

export class InvitarPersonasDto {
  @Lista(() => PersonaPorInvitarDto, { descripcion: 'A quiénes.', max: PERSONAS_MAX }) personas: PersonaPorInvitarDto[]
}

export class PersonaRevisadaDto {
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Texto({ descripcion: 'Nombre de la persona.', nulo: true }) nombre: string | null
  @Texto({ descripcion: 'Cargo, lugar y quién la postula.', nulo: true }) candidatura: string | null
  @Texto({ descripcion: 'Correo.' }) correo: string
  @Textos({ descripcion: 'Por qué no se le invita; vacío si se le invita.' }) razones: string[]
}

export class MensajeInvitacionDto {
  @Texto({ descripcion: 'Asunto.' }) asunto: string
  @Texto({ descripcion: 'Texto.' }) texto: string
}

export class InvitarPersonasResultadoDto {
  @Lista(() => PersonaRevisadaDto, { descripcion: 'Cada persona, en el orden en que se pidió.' }) personas: PersonaRevisadaDto[]
  @Objeto(() => MensajeInvitacionDto, { descripcion: 'El mensaje de la primera; nulo si no se invita a nadie.', nulo: true })
  mensaje: MensajeInvitacionDto | null
}

/** One request sends no more mails than it can wait for. */
const CONFIRMAR_MAX = 20

export class ConfirmarPropuestasDto {
  @Uuids({ descripcion: 'Propuestas de personas candidatas.', max: CONFIRMAR_MAX }) ids: string[]
}

export class PropuestaSinConfirmarDto {
  @Uuid({ descripcion: 'Propuesta.' }) id: string
  @Texto({ descripcion: 'Por qué no se envió.' }) razon: string
}

export class PropuestasConfirmadasDto {
  @Uuids({ descripcion: 'Propuestas cuya invitación salió.', max: CONFIRMAR_MAX }) enviadas: string[]
  @Lista(() => PropuestaSinConfirmarDto, { descripcion: 'Las demás, con su razón.' }) omitidas: PropuestaSinConfirmarDto[]
}

export class InvitacionPedidaDto {
  @Opcion(['pedida', 'enviada', 'activa'], {
    descripcion:
      'Qué pasa con la cuenta: se pidió otra invitación; hay una más reciente en su correo; o ya está activa y se entra con su contraseña.',
    ejemplo: 'pedida',
  })
  estatus: 'pedida' | 'enviada' | 'activa'
}
