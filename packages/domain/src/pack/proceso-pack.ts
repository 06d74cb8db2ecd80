import type { Finalidad, ReglasAvisoPack } from '../normativa/avisos/pack.ts'
import type { OrdenRevision } from '../captura/estatus/situacion.ts'
import type { ConclusionPack } from '../derechos/conclusion/pack.ts'
import type { IdiomaPack } from '../publico/idiomas.ts'
import type { MosaicoPack } from '../publico/mosaico.ts'
import type { ConsultaPack } from '../publico/pack.ts'
import type { SenasPack } from '../publico/senas.ts'
import type { DerechosPack } from '../derechos/derechos.ts'
import type { EstadisticaPack } from '../publicacion/estadistica/pack.ts'
import type { LicenciaPack } from '../publicacion/licencias.ts'
import type { ActoCambio } from '../registro/estatus.ts'
import type { AccesoPack } from '../acceso/permisos.ts'
import type { Milestone, ProgramaPack } from '../programa/actividad.ts'
import type { Dias } from '../base/dias-habiles.ts'
import type { OficioPack } from '../programa/remision.ts'
import type { IntegracionPack } from '../programa/sesiones/encargos.ts'
import type { ReglasSesionPack } from '../programa/sesiones/reglas.ts'
import type { Confianza, Sourced } from '../base/sourced.ts'

/**
 * Shape of a process pack: everything about a proceso that is data and not code. A second state must need data only.
 * Every datum carries its source and its confidence; an unconfirmed one is shown as "por confirmar".
 */
export interface CargoPack extends Sourced {
  clave: string
  nombre: string
  /** Title of one candidatura, neutral: "Candidatura a la gubernatura". */
  singular: string
  principio: 'mayoria_relativa' | 'representacion_proporcional'
  demarcacion: TipoDemarcacion
  /** Cargos with the same planilla are one planilla in each demarcación (presidencia and sindicatura); null for a cargo on its own. */
  planilla: string | null
  /** Group of cargos that share dates of capture and publication. */
  tipoEleccion: string
  /** Whether each propietaria has a suplente; the gubernatura has none. */
  conSuplente: boolean
  /** Position on the page: the order of the ballots. */
  orden: number
}

/** `comunidad`: the "cuarto orden de gobierno" of the programme of work (11.10), in the entidades that have one. */
export const TIPOS_DEMARCACION = ['entidad', 'distrito', 'municipio', 'comunidad'] as const
export type TipoDemarcacion = (typeof TIPOS_DEMARCACION)[number]

export interface DemarcacionPack extends Sourced {
  clave: string
  tipo: TipoDemarcacion
  nombre: string
  /** Clave of the demarcación that it lies in: the municipio of a comunidad. */
  pertenece: string | null
  /** Seat of a distrito, as the INE writes it: "CUERNAVACA"; null when not known or not a distrito. */
  cabecera: string | null
  /** Only for municipios: who elects the ayuntamiento. */
  regimen: 'partidos' | 'sistemas_normativos' | null
}

/** Emblem that the institute registered. Never one that somebody drew after it. */
export interface EmblemaPack extends Sourced {
  medio: 'image/svg+xml' | 'image/png'
  /** The file, base64. */
  contenido: string
  /** Day of the file that the institute gave, ISO 8601. */
  fecha: string
  /** Terms under which it may be shown; null: nobody said. */
  licencia: string | null
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
  /** Absent: its siglas stand for it. */
  emblema?: EmblemaPack
}

export interface ContiendaPack extends Sourced {
  clave: string
  cargo: string
  demarcacion: string
  /** Fórmulas that a postulación of this contienda holds. */
  lugares: number
}

/** Actor that stands in a contienda; an alianza names its member parties here, because membership differs per contienda. */
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
  /** Day foreseen for the delivery of the access accounts; the term counts from the delivery that really happened. */
  entregaCuentas: string
  plazoCaptura: PlazoCapturaPack
  /** Last day on which anything is captured; between the term and this day it is accepted and marked late. */
  cierreCaptura: string
}

/** Term of captura: so many days of a kind, counted from the day after its event. */
export interface PlazoCapturaPack {
  dias: number
  tipoDias: 'naturales' | 'habiles'
  /** `entrega`: of the access accounts, for each substitute anew. `acuerdo`: the approval of the candidatura. */
  desde: 'entrega' | 'acuerdo'
}

/** Why a candidatura ends, or comes back. */
export interface CausaPack extends Sourced {
  clave: string
  nombre: string
  /** Acts that may give it as their cause. */
  actos: ActoCambio[]
  /** Whether the cause may be told to the public; health and penal matters may not. */
  publica: boolean
  /** Whether it is said only of a person who holds another place in force. */
  conLugar?: boolean
}

/** Organs that resolve: they sign acuerdos and hold sesiones. */
export interface OrganoPack extends Sourced {
  clave: string
  nombre: string
  /** Milestone of an actividad that a vote of this organ fulfils; null when it approves none. */
  aprueba: Milestone | null
  /** How it sits and decides; null when it holds no sesiones here. */
  sesiones: ReglasSesionPack | null
}

/**
 * Rule by which the register is checked: a warning for the institute, never a veto (Anexo 24.2: the system has no effect on registration).
 * `parametros` by kind: accion_afirmativa_minima {minimo, hastaLugar} per postulación, edad_minima {edad} on the day of the
 * jornada, fuera_de_ventana {inicio, fin} for sustituciones; the others have none.
 */
export interface ReglaPack extends Sourced {
  clave: string
  tipo: TipoRegla
  cargos: string[]
  parametros: Record<string, number | string>
  /** Sentence of the rule. */
  texto: string
}

export const TIPOS_REGLA = [
  'paridad_formula',
  'accion_afirmativa_minima',
  'edad_minima',
  'personas_incompatibles',
  'suplente_faltante',
  'lista_con_huecos',
  'fuera_de_ventana',
] as const
export type TipoRegla = (typeof TIPOS_REGLA)[number]

/** Template of the list of approved candidaturas of an actividad (11.7 to 11.10). */
export interface ListadoPack extends Sourced {
  /** Number of the actividad. */
  clave: string
  titulo: string
  cargos: string[]
  columnas: { clave: string; titulo: string }[]
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
  /** Markdown, with {{claves}} that `completarAviso` fills in. */
  integral: string
  simplificado: string
  /** Null: nobody told its purposes apart. */
  finalidades: Finalidad[] | null
  aprobacion: { organo: string; fecha: string | null; acta: string | null; confianza: Confianza }
}

/** One field of the public record: whether it may leave, and why. */
export interface CampoPoliticaPack extends Sourced {
  campo: string
  publico: boolean
  base: string
  /** First and last day on which it is public; absent or null: as long as the version rules. */
  desde?: string | null
  hasta?: string | null
  /** Acuerdo that ordered it; absent where the field came with the process. */
  sustento?: SustentoPolitica | null
}

/** The acuerdo of an organ of the institute, or the resolution of another authority, that a row of the policy follows from. */
export interface SustentoPolitica {
  clase: 'acuerdo' | 'resolucion'
  numero: string
  fecha: string
  /** Authority that resolved; null for an acuerdo of the institute. */
  autoridad: string | null
  acuerdoId: string | null
  documentoId: string | null
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
  /** Text for the person who captures. */
  texto: string
  /** The same for the public, soberly: why a section is paused. */
  publico: string
}

/** Rules by which the institute reviews validated captures. */
export interface RevisionPack {
  orden: { clave: OrdenRevision } & Sourced
  /** Days to attend an observación, counted from the day after it. */
  plazoObservacion: Dias & Sourced
}

/** A date of the proceso that concerns everybody, first and last day. */
export interface FechaPack extends Sourced {
  inicio: string
  fin: string
  evento: string
}

export interface ProcesoPack {
  clave: string
  version: string
  nombre: string
  entidad: { clave: string; nombre: string }
  /** Address and telephone stand in the footer of the public site; null or absent: nobody gave them. */
  instituto: { siglas: string; nombre: string; sitio: string | null; domicilio?: string | null; telefono?: string | null } & Sourced
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
  revision: RevisionPack
  cuestionarios: CuestionarioPack[]
  avisosPrivacidad: AvisoPrivacidadPack[]
  reglasAviso: ReglasAvisoPack
  politicaPublicacion: { version: number; vigenteDesde: string; campos: CampoPoliticaPack[] } & Sourced
  calendario: FechaPack[]
  causas: CausaPack[]
  organos: OrganoPack[]
  integraciones: IntegracionPack[]
  reglas: ReglaPack[]
  listados: ListadoPack[]
  programa: ProgramaPack
  oficio: OficioPack
  estadistica: EstadisticaPack
  consulta: ConsultaPack
  /** Languages beside Spanish; absent: none, and no page offers any. */
  idiomas?: IdiomaPack[]
  /** Pages told in Lengua de Señas Mexicana; absent: none. */
  senas?: SenasPack[]
  /** Maps of equal squares; absent: figures by place are told by their table alone. */
  mosaicos?: MosaicoPack[]
  /** Terms of the requests of personas about their data. */
  derechos: DerechosPack
  /** Stages that come after election day. */
  conclusion: ConclusionPack
  /** Which roles may sign in without a second factor; absent: none. */
  acceso?: AccesoPack
  /** Whether an import may bring candidaturas of other entidades; absent: no. */
  importacion?: { otrasEntidades: boolean } & Sourced
  /** Licences under which each part of the public data may be reused; an absent one is por confirmar. */
  licencias?: LicenciaPack[]
  feriados: ({ fecha: string; nombre: string } & Sourced)[]
}
