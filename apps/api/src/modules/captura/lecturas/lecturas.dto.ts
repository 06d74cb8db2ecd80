import { MOTIVOS_LECTURA, ROLES, type MotivoLectura } from '@conoceles/domain'
import { Entero, Instante, Lista, Logico, Opcion, Texto } from '../../../shared/validacion/fields.ts'

export class LecturaIdentidadDto {
  @Logico({ descripcion: 'Si hay respuestas de identidad que esta cuenta no ve mientras no diga para qué.' }) pideMotivo: boolean
  @Texto({ descripcion: 'Motivo que dio hoy; nulo si no hace falta o no lo ha dado.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Lo que explicó.', nulo: true }) explicacion: string | null
}

export class LeerIdentidadDto {
  @Opcion(MOTIVOS_LECTURA, { descripcion: 'Para qué se abren las respuestas.' }) motivo: MotivoLectura
  @Texto({
    descripcion: 'Explicación; obligatoria con `queja` y `otro`. Queda en la bitácora y la persona la ve: sin datos de nadie.',
    opcional: true,
    max: 200,
  })
  explicacion?: string
}

export class LecturaDto {
  @Texto({ descripcion: 'Acto.', ejemplo: 'identidad.leida' }) acto: string
  @Texto({ descripcion: 'Nombre de la cuenta que leyó; nulo si ya no existe.', nulo: true }) nombre: string | null
  @Opcion(ROLES, { descripcion: 'Rol con que leyó.' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Actor político de esa cuenta.', nulo: true }) actorPolitico: string | null
  @Texto({ descripcion: 'Motivo.', nulo: true }) motivo: string | null
  @Texto({ descripcion: 'Explicación.', nulo: true }) explicacion: string | null
  @Instante({ descripcion: 'Primera lectura de ese día.' }) primeraEn: string
  @Instante({ descripcion: 'Última lectura de ese día.' }) ultimaEn: string
  @Entero({ descripcion: 'Cuántas veces leyó ese día.' }) veces: number
}

export class ListLecturasDto {
  @Lista(() => LecturaDto, { descripcion: 'De la más reciente a la más antigua.' }) elementos: LecturaDto[]
}
