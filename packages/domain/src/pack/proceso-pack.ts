import type { ReglasAvisoPack } from '../normativa/avisos/pack.ts'
import type { OrdenRevision } from '../captura/estatus/situacion.ts'
import type { SupuestoPack } from '../captura/supuestos.ts'
import type { ConclusionPack } from '../derechos/conclusion/pack.ts'
import type { IdiomaPack } from '../publico/idiomas.ts'
import type { MosaicoPack } from '../publico/mosaico.ts'
import type { ConsultaPack } from '../publico/pack.ts'
import type { SenasPack } from '../publico/senas.ts'
import type { DerechosPack } from '../derechos/derechos.ts'
import type { EstadisticaPack } from '../publicacion/estadistica/pack.ts'
import type { LicenciaPack } from '../publicacion/licencias.ts'
import type { AccesoPack } from '../acceso/permisos.ts'
import type { Milestone, ProgramaPack } from '../programa/actividad.ts'
import type { Dias } from '../base/dias-habiles.ts'
import type { PlantillasPack } from '../programa/plantillas/plantilla.ts'
import type { OficioPack } from '../programa/remision.ts'
import type { IntegracionPack } from '../programa/sesiones/encargos.ts'
import type { ReglasSesionPack } from '../programa/sesiones/reglas.ts'
import type {
  CargoPack,
  DemarcacionPack,
  ActorPoliticoPack,
  ContiendaPack,
  PostulacionPack,
  TipoEleccionPack,
} from '../proceso/catalogo.ts'
import type { CausaPack, ReglaPack } from '../registro/reglas.ts'
import type { CuestionarioPack, AvisoPrivacidadPack, CampoPoliticaPack } from '../normativa/packs.ts'
import type { Sourced } from '../base/sourced.ts'
import type { CierrePack } from './cierres.ts'
import type { MembretePack } from './membrete.ts'
import type { AcuerdosPack } from '../programa/acuerdos.ts'

/** Organs that resolve: they sign acuerdos and hold sesiones. */
export interface OrganoPack extends Sourced {
  clave: string
  /** Name in full, as it is printed. */
  nombre: string
  /** Its article, for "del Consejo" and "de la Comisión"; absent where the pack was loaded before it said so. */
  articulo?: 'el' | 'la'
  /** Name after the first mention: "la Comisión"; absent: the whole name. */
  breve?: string
  /** Paper that tells its sesiones: acta or minuta; absent: acta. */
  papel?: 'acta' | 'minuta'
  /** Milestone of an actividad that a vote of this organ fulfils; null when it approves none. */
  aprueba: Milestone | null
  /** How it sits and decides; null when it holds no sesiones here. */
  sesiones: ReglasSesionPack | null
  /** Parts of its convocatorias beside the agenda; what nobody confirmed is not printed. */
  convocatoria?: ConvocatoriaPack
}

export interface ConvocatoriaPack {
  /** Articles on which it is founded, as they follow "Con fundamento en". */
  fundamento?: { texto: string | null } & Sourced
  /** Representaciones that are called beside the members. */
  representaciones?: { texto: string | null } & Sourced
}

/** Organ as a sentence names it. */
export type OrganoNombrado = Pick<OrganoPack, 'nombre' | 'articulo'>

/** "la Comisión", "del Consejo", "al Comité": an organ in a sentence. */
export function conArticulo({ nombre, articulo }: OrganoNombrado, antes?: 'de' | 'a'): string {
  const article = articulo ?? (/^\w+[aá]\b|^Comisión\b/.test(nombre) ? 'la' : 'el')
  if (antes === undefined) return `${article} ${nombre}`
  return article === 'el' ? `${antes}l ${nombre}` : `${antes} la ${nombre}`
}

/** Template of the list of approved candidaturas of an actividad (11.7 to 11.10). */
export interface ListadoPack extends Sourced {
  /** Number of the actividad. */
  clave: string
  titulo: string
  cargos: string[]
  columnas: { clave: string; titulo: string }[]
}

export interface GrupoPack extends Sourced {
  clave: string
  nombre: string
  /** Question of the identity cuestionario whose "Sí" declares the group; null when none does. */
  pregunta: string | null
  explicacion: string
}

/** Rules by which the institute reviews validated captures. */
export interface RevisionPack {
  orden: { clave: OrdenRevision } & Sourced
  /** Days to attend an observación, counted from the day after it. */
  plazoObservacion: Dias & Sourced
  /** Whether the institute lets a reviewer verify in one step several that she opened; absent: it does not. */
  varias?: { permitido: boolean } & Sourced
  /** Sentences of a requerimiento: what it is founded on, and its effects; absent: it says neither. */
  requerimiento?: { fundamento: { texto: string } & Sourced; efectos: { texto: string } & Sourced }
}

/** A date of the proceso that concerns everybody, first and last day. */
export interface FechaPack extends Sourced {
  inicio: string
  fin: string
  evento: string
}

/**
 * Shape of a process pack: everything about a proceso that is data and not code. A second state must need data only.
 * Every datum carries its source and its confidence; an unconfirmed one is shown as "por confirmar".
 */
export interface ProcesoPack {
  clave: string
  version: string
  nombre: string
  entidad: { clave: string; nombre: string }
  /**
   * Address and telephone stand in the footer of the public site, telephone and WhatsApp in the page of each persona candidata; null or
   * absent: nobody gave them.
   */
  instituto: {
    siglas: string
    nombre: string
    sitio: string | null
    domicilio?: string | null
    telefono?: string | null
    whatsapp?: string | null
  } & Sourced
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
  /** Sentences of the other documents. */
  plantillas: PlantillasPack
  /** Absent: documents bear the name of the institute alone. */
  membrete?: MembretePack
  /** Absent: no proyecto de acuerdo is drafted. */
  acuerdos?: AcuerdosPack
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
  /** Authorities that settle what nobody confirmed; an absent one is not known. */
  cierres?: CierrePack[]
  feriados: ({ fecha: string; nombre: string } & Sourced)[]
}
