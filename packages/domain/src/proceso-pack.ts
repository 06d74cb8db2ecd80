/**
 * Shape of a process pack: everything about a proceso that is data and not code. A second state must need data only.
 * Every datum carries its source and its confidence; what nobody confirmed is shown as "por confirmar".
 */
export const CONFIANZAS = ['alta', 'media', 'baja', 'por_confirmar'] as const
export type Confianza = (typeof CONFIANZAS)[number]

export interface Sourced {
  fuente: string
  confianza: Confianza
}

export interface CargoPack extends Sourced {
  clave: string
  nombre: string
  /** Title of one candidatura, neutral: "Candidatura a la gubernatura". */
  singular: string
  principio: 'mayoria_relativa' | 'representacion_proporcional'
  demarcacion: 'entidad' | 'distrito' | 'municipio'
  /** Group of cargos that share dates of capture and publication. */
  tipoEleccion: string
  /** Whether each propietaria has a suplente; the gubernatura has none. */
  conSuplente: boolean
  /** Position on the page: the order of the ballots. */
  orden: number
}

export interface DemarcacionPack extends Sourced {
  clave: string
  tipo: 'entidad' | 'distrito' | 'municipio'
  nombre: string
  /** Only for municipios: who elects the ayuntamiento. */
  regimen: 'partidos' | 'sistemas_normativos' | null
}

export interface ActorPoliticoPack extends Sourced {
  clave: string
  nombre: string
  tipo: 'partido' | 'alianza' | 'independiente'
  /** Legal type of an alianza (coalición, candidatura común …) as far as known. */
  figura: string | null
  /** Unofficial; small and inside the data only. */
  color: string | null
  nota: string | null
}

export interface ContiendaPack extends Sourced {
  clave: string
  cargo: string
  demarcacion: string
  /** Fórmulas that a postulación of this contienda holds. */
  lugares: number
}

/** Who stands in a contienda; an alianza names its member parties here, because membership differs per contienda. */
export interface PostulacionPack extends Sourced {
  contienda: string
  actor: string
  integrantes: string[]
  orden: number
}

export interface TipoEleccionPack extends Sourced {
  clave: string
  nombre: string
  /** First day of publication, at 00:00 local. */
  inicioPublicacion: string
  /** Day the access accounts were delivered; the term of capture counts from the next day. */
  entregaCuentas: string
  /** Calendar days of capture. */
  diasCaptura: number
  /** After this day nothing is captured any more; between the term and this day it is accepted and marked late. */
  cierreCaptura: string
}

export interface CuestionarioPack extends Sourced {
  tipo: 'curricular' | 'identidad'
  version: number
  titulo: string
  vigenteDesde: string
  /** JSON Schema 2020-12 with the keywords of @conoceles/cuestionarios; one property per question. */
  schema: Record<string, unknown>
  /** JSON Forms UI schema: Categorization › Category (one per section) › Control, with SHOW rules for skip logic. */
  uischema: Record<string, unknown>
}

export interface AvisoPrivacidadPack extends Sourced {
  version: number
  vigenteDesde: string
  /** Markdown. */
  integral: string
  simplificado: string
  aprobacion: { organo: string; fecha: string | null; acta: string | null; confianza: Confianza }
}

/** One field of the public record: whether it may leave, and why. */
export interface CampoPoliticaPack extends Sourced {
  campo: string
  publico: boolean
  base: string
}

export interface GrupoPack extends Sourced {
  clave: string
  nombre: string
  /** Question of the identity cuestionario whose "Sí" declares the group; null when none does. */
  pregunta: string | null
  explicacion: string
}

export interface SupuestoPack extends Sourced {
  clave: string
  texto: string
}

export interface ProcesoPack {
  clave: string
  version: string
  nombre: string
  entidad: { clave: string; nombre: string }
  instituto: { siglas: string; nombre: string; sitio: string | null } & Sourced
  zona: string
  jornada: string
  responsabilidad: string
  cargos: CargoPack[]
  demarcaciones: DemarcacionPack[]
  /** Section of the voter card → [municipio, distrito]. */
  secciones: Record<string, [string, string]>
  actores: ActorPoliticoPack[]
  contiendas: ContiendaPack[]
  postulaciones: PostulacionPack[]
  tiposEleccion: TipoEleccionPack[]
  grupos: GrupoPack[]
  supuestos: SupuestoPack[]
  cuestionarios: CuestionarioPack[]
  avisosPrivacidad: AvisoPrivacidadPack[]
  politicaPublicacion: { version: number; vigenteDesde: string; campos: CampoPoliticaPack[] } & Sourced
  calendario: ({ inicio: string; fin: string; evento: string } & Sourced)[]
  feriados: ({ fecha: string; nombre: string } & Sourced)[]
}
