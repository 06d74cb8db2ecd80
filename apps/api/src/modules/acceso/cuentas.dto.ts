import { ROLES, type Rol } from '@conoceles/domain'
import { Entero, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../shared/fields.ts'
import { ActorPoliticoCuentaDto } from './acceso.dto.ts'

const ESTATUS = ['invitada', 'activa', 'desactivada'] as const

export class ListCuentasQueryDto {
  @Uuid({ descripcion: 'Última cuenta de la página anterior.', opcional: true }) despues?: string
}

export class CreateCuentaDto {
  @Texto({ descripcion: 'Nombre de la persona.', ejemplo: 'Marisol Ejemplo', min: 1, max: 200 }) nombre: string
  @Texto({
    descripcion: 'Correo al que llega la invitación.',
    ejemplo: 'marisol@ejemplo.mx',
    max: 254,
    patron: /^[^\s@,;<>"]+@[^\s@,;<>"]+$/,
  })
  correo: string
  @Opcion(ROLES, { descripcion: 'Rol.', ejemplo: 'captura' }) rol: Rol
  @Uuid({ descripcion: 'Actor político: lo llevan los roles captura y validacion.', opcional: true }) actorPoliticoId?: string
  @Uuid({ descripcion: 'Candidatura: la lleva el rol candidata.', opcional: true }) candidaturaId?: string
}

export class CuentaCreadaDto {
  @Uuid({ descripcion: 'Identificador de la cuenta.' }) id: string
}

export class InvitacionPendienteDto {
  @Logico({ descripcion: 'Si su enlace todavía funciona.' }) vigente: boolean
  @Instante({ descripcion: 'Hasta cuándo funciona, o cuándo venció; nulo si ya no hay enlace.', nulo: true }) venceEn: string | null
}

export class CuentaDto {
  @Uuid({ descripcion: 'Identificador de la cuenta.' }) id: string
  @Texto({ descripcion: 'Nombre de la persona.' }) nombre: string
  @Texto({ descripcion: 'Correo.' }) correo: string
  @Opcion(ROLES, { descripcion: 'Rol.', ejemplo: 'captura' }) rol: string
  @Objeto(() => ActorPoliticoCuentaDto, { descripcion: 'Actor político, si es de uno.', nulo: true })
  actorPolitico: ActorPoliticoCuentaDto | null
  @Uuid({ descripcion: 'Candidatura, si es de una persona candidata.', nulo: true }) candidaturaId: string | null
  @Opcion(ESTATUS, { descripcion: 'Estatus de la cuenta.', ejemplo: 'activa' }) estatus: string
  @Instante({ descripcion: 'Cuándo se creó.' }) creadaEn: string
  @Objeto(() => InvitacionPendienteDto, { descripcion: 'Su invitación, mientras no la acepta.', nulo: true })
  invitacion: InvitacionPendienteDto | null
}

export class ListCuentasDto {
  @Lista(() => CuentaDto, { descripcion: 'Cuentas, de la más antigua a la más reciente.' }) elementos: CuentaDto[]
  @Entero({ descripcion: 'Cuentas en total.', ejemplo: 42 }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}
