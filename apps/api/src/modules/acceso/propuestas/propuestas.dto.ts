import { ROLES, type Rol } from '@conoceles/domain'
import { Entero, Instante, Lista, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { ActorPoliticoCuentaDto } from '../acceso.dto.ts'

export class CreatePropuestaCuentaDto {
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

export class PropuestaCuentaCreadaDto {
  @Uuid({ descripcion: 'Identificador de la propuesta.' }) id: string
}

export class RechazarPropuestaCuentaDto {
  @Texto({ descripcion: 'Por qué no se confirma.', ejemplo: 'No es personal de la Secretaría.', min: 1, max: 500 }) motivo: string
}

export class CodigoActivacionDto {
  @Texto({
    descripcion: 'Código que se da por teléfono o en persona. No se vuelve a mostrar. Las cuentas de partidos y candidaturas no lo llevan.',
    nulo: true,
    ejemplo: 'K7QW-29FD',
  })
  codigo: string | null
}

export class PropuestaCuentaDto {
  @Uuid({ descripcion: 'Identificador de la propuesta.' }) id: string
  @Texto({ descripcion: 'Nombre de la persona.' }) nombre: string
  @Texto({ descripcion: 'Correo al que llegará la invitación.' }) correo: string
  @Opcion(ROLES, { descripcion: 'Rol.', ejemplo: 'verificacion' }) rol: (typeof ROLES)[number]
  @Objeto(() => ActorPoliticoCuentaDto, { descripcion: 'Actor político, si es de uno.', nulo: true })
  actorPolitico: ActorPoliticoCuentaDto | null
  @Uuid({ descripcion: 'Candidatura, si es de una persona candidata.', nulo: true }) candidaturaId: string | null
  @Texto({ descripcion: 'Cargo, lugar y quién postula esa candidatura.', nulo: true }) candidatura: string | null
  @Opcion(['pendiente', 'rechazada'], { descripcion: 'Estatus de la propuesta.', ejemplo: 'pendiente' }) estatus: 'pendiente' | 'rechazada'
  @Texto({ descripcion: 'Quién la propuso.' }) propuestaPor: string
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestaEn: string
  @Texto({ descripcion: 'Quién la rechazó.', nulo: true }) rechazadaPor: string | null
  @Instante({ descripcion: 'Cuándo se rechazó.', nulo: true }) rechazadaEn: string | null
  @Texto({ descripcion: 'Por qué se rechazó.', nulo: true }) motivo: string | null
  @Opcion(['propia', 'ajena'], { descripcion: 'Si la propuso quien pregunta.', ejemplo: 'ajena' }) autoria: 'propia' | 'ajena'
  @Textos({ descripcion: 'Por qué quien pregunta no la puede confirmar; vacío si puede.' }) razones: string[]
  @Textos({ descripcion: 'Lo que conviene revisar antes de confirmar.' }) advertencias: string[]
}

export class ListPropuestasCuentaDto {
  @Lista(() => PropuestaCuentaDto, {
    descripcion: 'Propuestas por confirmar y las rechazadas en 14 días, de la más antigua a la más reciente.',
  })
  elementos: PropuestaCuentaDto[]
  @Entero({ descripcion: 'Otras personas, además de quien pregunta, cuyo rol puede confirmar.', ejemplo: 2 }) confirmadores: number
}
