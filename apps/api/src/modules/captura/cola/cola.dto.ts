import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Instante, Lista, Logico, Objeto, Opcion, Texto, Uuid, Uuids } from '../../../shared/validacion/fields.ts'

export const MOTIVOS_COLA = ['verificar', 'resolver_correccion', 'observacion_vencida'] as const
export const PARTES_COLA = ['todas', 'libres', 'mias'] as const

/** Candidaturas that are assigned at once. */
const MAX_ASIGNADAS = 500

export class AsignadaDto {
  @Texto({ descripcion: 'Nombre de quien la revisa.' }) nombre: string
  @Instante({ descripcion: 'Desde cuándo.' }) desde: string
  @Logico({ descripcion: 'Si es la cuenta que consulta.' }) propia: boolean
  @Logico({ descripcion: 'Si se le asignó; si no, la abrió y la conserva un rato.' }) fija: boolean
}

export class ElementoColaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'Quién postula.' }) actorPolitico: ClaveNombreDto
  @Opcion(MOTIVOS_COLA, { descripcion: 'Por qué está en la cola.' }) motivo: (typeof MOTIVOS_COLA)[number]
  @Instante({ descripcion: 'Desde cuándo espera; de una observación vencida, cuándo venció.' }) desde: string
  @Entero({ descripcion: 'Observaciones abiertas.' }) observaciones: number
  @Logico({ descripcion: 'Si esta cuenta observó algo de lo que espera: lo cierra otra persona.' }) cierraOtra: boolean
  @Objeto(() => AsignadaDto, { descripcion: 'Quién la revisa; nulo si nadie.', nulo: true }) asignada: AsignadaDto | null
}

export class ColaQueryDto {
  @Texto({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true, max: 200 }) despues?: string
  @Opcion(PARTES_COLA, { descripcion: 'Todas, las que nadie revisa o las propias.', opcional: true }) de?: (typeof PARTES_COLA)[number]
  @Opcion(MOTIVOS_COLA, { descripcion: 'Solo las que esperan por esto.', opcional: true }) motivo?: (typeof MOTIVOS_COLA)[number]
  @Texto({ descripcion: 'Clave del actor político que postula.', opcional: true, max: 60 }) actor?: string
  @Texto({ descripcion: 'Clave del cargo.', opcional: true, max: 60 }) cargo?: string
}

export class ConteosColaDto {
  @Entero({ descripcion: 'Todas, con los demás filtros.' }) todas: number
  @Entero({ descripcion: 'Las que nadie revisa.' }) libres: number
  @Entero({ descripcion: 'Las de la cuenta que consulta.' }) mias: number
}

export class ColaDto {
  @Lista(() => ElementoColaDto, { descripcion: 'Lo que espera al instituto, por lo que lleva más tiempo.' }) elementos: ElementoColaDto[]
  @Entero({ descripcion: 'Cuántas en total.' }) total: number
  @Objeto(() => ConteosColaDto, { descripcion: 'Cuántas de cada parte.' }) conteos: ConteosColaDto
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class PedirSiguienteDto {
  @Uuid({ descripcion: 'La que se deja, que no vuelve a ofrecerse.', opcional: true }) excepto?: string
}

export class SiguienteDto {
  @Uuid({ descripcion: 'Candidatura que se le dio; nulo si ya no espera ninguna.', nulo: true }) id: string | null
}

export class AsignarDto {
  @Uuids({ descripcion: 'Candidaturas, hasta quinientas.', max: MAX_ASIGNADAS }) candidaturas: string[]
  @Uuid({ descripcion: 'Cuenta que las revisará; sin ella, la que las pide.', opcional: true }) para?: string
  @Logico({ descripcion: 'Si también toma las que revisa otra persona.' }) deOtras: boolean
}

export class SoltarDto {
  @Uuids({ descripcion: 'Candidaturas, hasta quinientas.', max: MAX_ASIGNADAS }) candidaturas: string[]
}

export class AjenaDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre de quien la revisa.' }) nombre: string
  @Instante({ descripcion: 'Desde cuándo.' }) desde: string
}

export class AsignadasDto {
  @Entero({ descripcion: 'Cuántas quedaron asignadas.' }) hechas: number
  @Lista(() => AjenaDto, { descripcion: 'Las que revisa otra persona, que se dejaron como estaban.' }) ajenas: AjenaDto[]
}

export class RevisoraDto {
  @Uuid({ descripcion: 'Cuenta.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Logico({ descripcion: 'Si es la cuenta que consulta.' }) propia: boolean
}

export class RevisorasDto {
  @Lista(() => RevisoraDto, { descripcion: 'Cuentas que revisan, por nombre.' }) elementos: RevisoraDto[]
}
