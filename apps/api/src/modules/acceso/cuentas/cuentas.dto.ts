import { ROLES } from '@conoceles/domain'
import { Entero, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'
import { ActorPoliticoCuentaDto } from '../acceso.dto.ts'

const ESTATUS = ['invitada', 'activa', 'desactivada'] as const

export class ListCuentasQueryDto {
  @Texto({ descripcion: 'Parte del nombre o del correo, sin importar acentos.', opcional: true, max: 100, ejemplo: 'lopez' }) q?: string
  @Opcion(ROLES, { descripcion: 'Rol.', opcional: true }) rol?: (typeof ROLES)[number]
  @Opcion(ESTATUS, { descripcion: 'Estatus de la cuenta.', opcional: true }) estatus?: (typeof ESTATUS)[number]
  @Texto({ descripcion: 'Clave del actor político.', opcional: true, max: 80, ejemplo: 'PAN' }) actor?: string
  @Uuid({ descripcion: 'Última cuenta de la página anterior.', opcional: true }) despues?: string
}

export class InvitacionPendienteDto {
  @Logico({ descripcion: 'Si su enlace todavía funciona.' }) vigente: boolean
  @Instante({ descripcion: 'Hasta cuándo funciona, o cuándo venció; nulo si ya no hay enlace.', nulo: true }) venceEn: string | null
}

const ORIGENES = ['dos_personas', 'instalacion', 'una_persona'] as const
export type OrigenAval = (typeof ORIGENES)[number]

export class AvalCuentaDto {
  @Opcion(ORIGENES, {
    descripcion: 'Quién responde por la cuenta: dos personas, la instalación, o una sola persona (cuentas anteriores a la regla).',
    ejemplo: 'dos_personas',
  })
  origen: (typeof ORIGENES)[number]
  @Texto({ descripcion: 'Quién la propuso.', nulo: true }) propuestaPor: string | null
  @Instante({ descripcion: 'Cuándo se propuso.', nulo: true }) propuestaEn: string | null
  @Texto({ descripcion: 'Quién la confirmó.', nulo: true }) confirmadaPor: string | null
  @Instante({ descripcion: 'Cuándo se confirmó.', nulo: true }) confirmadaEn: string | null
  @Instante({ descripcion: 'Cuándo la activó su titular.', nulo: true }) activadaEn: string | null
}

export class CuentaDto {
  @Uuid({ descripcion: 'Identificador de la cuenta.' }) id: string
  @Texto({ descripcion: 'Nombre de la persona.' }) nombre: string
  @Texto({ descripcion: 'Correo.' }) correo: string
  @Opcion(ROLES, { descripcion: 'Rol.', ejemplo: 'captura' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Cargo en el instituto, con el que constan sus actos.', nulo: true }) cargo: string | null
  @Objeto(() => ActorPoliticoCuentaDto, { descripcion: 'Actor político, si es de uno.', nulo: true })
  actorPolitico: ActorPoliticoCuentaDto | null
  @Uuid({ descripcion: 'Candidatura, si es de una persona candidata.', nulo: true }) candidaturaId: string | null
  @Opcion(ESTATUS, { descripcion: 'Estatus de la cuenta.', ejemplo: 'activa' }) estatus: (typeof ESTATUS)[number]
  @Instante({ descripcion: 'Cuándo se creó.' }) creadaEn: string
  @Objeto(() => AvalCuentaDto, { descripcion: 'Quiénes responden por la cuenta.' }) aval: AvalCuentaDto
  @Objeto(() => InvitacionPendienteDto, { descripcion: 'Su invitación, mientras no la acepta.', nulo: true })
  invitacion: InvitacionPendienteDto | null
}

export class CargoCuentaDto {
  @Texto({
    descripcion: 'Cargo desde ahora; nulo: ya no tiene. Los actos anteriores siguen con el cargo que tenía entonces.',
    nulo: true,
    min: 3,
    max: 160,
    ejemplo: 'Titular de la Secretaría Ejecutiva',
  })
  cargo: string | null
}

export class ListCuentasDto {
  @Lista(() => CuentaDto, { descripcion: 'Cuentas, de la más antigua a la más reciente.' }) elementos: CuentaDto[]
  @Entero({ descripcion: 'Cuentas en total.', ejemplo: 42 }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}
