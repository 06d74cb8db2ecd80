import { CALIDADES, CLASES_OMISION, ESTATUS_AL_TERMINO, type ClaseOmision } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { ClaveNombreDto } from '../../proceso/index.ts'
import { Entero, Fecha, Instante, Lista, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class ListOmisionesQueryDto {
  @Texto({ descripcion: 'Clave del actor político cuyas cuentas capturan.', opcional: true, max: 80 }) actor?: string
  @Opcion(CLASES_OMISION, { descripcion: 'Sólo de esta clase.', opcional: true }) clase?: ClaseOmision
  @Entero({ descripcion: 'Cuántas se saltan: las de las páginas anteriores.', opcional: true, max: 100_000 }) desde?: number
}

export class OmisionSeccionDto {
  @Opcion(['curricular', 'identidad'], { descripcion: 'Cuestionario.' }) cuestionario: 'curricular' | 'identidad'
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(ESTATUS_AL_TERMINO, { descripcion: 'Cómo estaba al terminar el plazo.' }) estatus: (typeof ESTATUS_AL_TERMINO)[number]
  @Instante({ descripcion: 'Último guardado en plazo.', nulo: true }) guardadaEn: string | null
  @Texto({ descripcion: 'Folio de su acuse.', nulo: true }) folio: string | null
  @Instante({ descripcion: 'Cuándo llegó después del plazo.', nulo: true }) extemporaneaEn: string | null
}

export class OmisionEntregaDto {
  @Instante({ descripcion: 'Cuándo se entregaron las cuentas.' }) entregadaEn: string
  @Texto({ descripcion: 'Quién recibió.' }) recibe: string
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
}

export class OmisionDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Nombre del cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Entero({ descripcion: 'Folio de la fórmula.' }) folio: number
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: (typeof CALIDADES)[number]
  @Objeto(() => ClaveNombreDto, { descripcion: 'Actor político cuyas cuentas capturan.' }) actorPolitico: ClaveNombreDto
  @Opcion(CLASES_OMISION, { descripcion: 'Qué se omitió.' }) clase: (typeof CLASES_OMISION)[number]
  @Instante({ descripcion: 'Fin del plazo.' }) venceEn: string
  @Texto({ descripcion: 'Con qué regla se contó.' }) regla: string
  @Fecha({ descripcion: 'Día en que se entregaron las cuentas.', nulo: true }) cuentaEntregada: string | null
  @Objeto(() => OmisionEntregaDto, { descripcion: 'Entrega con su acuse; nula si la trajo una carga.', nulo: true })
  entrega: OmisionEntregaDto | null
  @Instante({ descripcion: 'Cuándo llegó lo último que faltaba, después del plazo; nulo: no ha llegado nada.', nulo: true })
  extemporaneaEn: string | null
  @Lista(() => OmisionSeccionDto, { descripcion: 'Todas las secciones, como estaban al terminar el plazo.' }) secciones: OmisionSeccionDto[]
}

export class OmisionesActorDto {
  @Texto({ descripcion: 'Clave del actor político.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Entero({ descripcion: 'Omisiones.' }) cuantas: number
}

export class ListOmisionesDto {
  @Instante({ descripcion: 'Momento del corte.' }) corte: string
  @Entero({ descripcion: 'Candidaturas vigentes con el plazo vencido: el denominador.' }) universo: number
  @Lista(() => OmisionesActorDto, { descripcion: 'Cuántas de cada actor político.' }) actores: OmisionesActorDto[]
  @Lista(() => OmisionDto, { descripcion: 'Omisiones, por actor político y en el orden de las boletas.' }) elementos: OmisionDto[]
  @Entero({ descripcion: 'Cuántas cumplen el filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `desde` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class EmitirOmisionesDto {
  @Texto({ descripcion: 'Clave del actor político; nula: de todos.', nulo: true, max: 80 }) actor: string | null
}

export class OmisionEmitidaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Objeto(() => ClaveNombreDto, { descripcion: 'De qué actor político; nulo: de todos.', nulo: true }) actorPolitico: ClaveNombreDto | null
  @Instante({ descripcion: 'Momento del corte y de la firma.' }) corte: string
  @Entero({ descripcion: 'Omisiones que contiene.' }) omisiones: number
  @Entero({ descripcion: 'Candidaturas vigentes con el plazo vencido en ese momento.' }) universo: number
  @Texto({ descripcion: 'SHA-256 del archivo.' }) sha256: string
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
  @Entero({ descripcion: 'Tamaño del archivo.' }) bytes: number
}

export class ListOmisionesEmitidasDto {
  @Lista(() => OmisionEmitidaDto, { descripcion: 'De la más reciente a la más antigua.' }) elementos: OmisionEmitidaDto[]
}

export class OmisionesEmitidasDto {
  @Objeto(() => OmisionEmitidaDto, { descripcion: 'Lo que se emitió.' }) emitida: OmisionEmitidaDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}
