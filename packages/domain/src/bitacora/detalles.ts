/** Details of the acts: names, numbers, days and hashes, never the words of a person. `folio` is that of the acuse. */
export type Nada = Readonly<Record<string, never>>

export interface AcuerdoDicho {
  numero: string
  fecha: string
  organo: string | null
  asunto: string | null
  /** ISO 8601. */
  aprobadoEn: string | null
  documento: string | null
}

export interface AcuerdoCorregido {
  de: AcuerdoDicho
  a: AcuerdoDicho
  /** Terms that moved along. */
  plazos: number
  candidaturas: readonly string[]
  /** The one whose vote was corrected. */
  sesion: string | null
  folio: string
}

export interface AprobacionPropuesta {
  aprueba: string
  tipo?: string
  version?: number
  folio: string
}

export interface DeHito {
  milestone: string
  folio: string
}

export interface Cumplida extends DeHito {
  ocurridoEn: string
  documento: string | null
  /** Kinds of the warnings when it was recorded. */
  faltaba?: string[]
}

export interface Preguntada {
  pregunta: string
  desde: string | null
  hasta: string | null
  renglones: number
}

/** An act on a draft; the acuse of a save is its version alone. */
export interface DeBorrador {
  version: number
  folio?: string
  sesion?: string
  punto?: string | null
  acta?: string
  acuerdo?: string
  vigenteDesde?: string
  candidaturas?: number
  seAbren?: number
  aviso?: number
  sha256?: string
  borrador?: string
  /** Clave of the entregable that it modifies: an earlier version fulfilled it. */
  modifica?: string
  numero?: number
  campos?: readonly string[]
}

export interface DeBloqueo {
  candidaturas: readonly string[]
  alcance: string
  clave: string | null
  base: string
  hasta: string | null
  /** Set while one person alone hides somebody at risk. */
  provisionalHasta?: string
  version: number
  folio: string
}

export interface DeCambio {
  version: number
  folio: string
  /** Everybody whose page changes. */
  candidaturas?: readonly string[]
  acuerdo: string | null
  campos?: readonly string[]
}

export interface DeRevision {
  version: number
  cuestionario?: string
  seccion?: string
  folio: string
}

export interface SeccionGuardada {
  cuestionario: string
  seccion: string
  version: number
  estatus: string
  extemporanea: boolean
  campos: readonly string[]
  /** Whether it changed what is public of a draft. */
  avanza: boolean
  folio: string
  recibidaEn: string
}

export interface DeEtapa {
  fecha: string | null
  origen: string | null
  /** Requests and bloqueos that were open when it was signed. */
  abierto?: readonly string[]
  folio: string
}

export interface DeConsentimiento {
  consentimiento: string
  mecanismo: string
  revision: string
}

export interface DeCuenta {
  rol: string
  actorPolitico: string | null
}

export interface CuestionarioEnVigor {
  tipo: string
  version: number
  folio?: string
  cuestionario: string
  numero: number
  titulo: string
  acuerdo: string | null
  alcanzadas?: number
  seAbren?: number
  restauradas?: number
  motivo?: string
}

export interface DeDato {
  clave: string
  huella: string
}

/** An act on a corrected pack, by the hash of its ZIP. */
export interface DePaquete {
  version: string
  anterior: string
  sha256: string
}

/** An act on a request about data: here `folio` is that of the request. */
export interface DeDerecho {
  folio: string
  derecho: string
  acuse: string
  sentido?: string | null
  surte?: string
  oculta?: readonly string[]
  fuera?: boolean
  retira?: readonly string[]
  bloqueaHasta?: string
  llaves?: number
  /** The letter of a notification, in words, and the day on which it was received. */
  notificada?: string
  recibida?: string
  /** The letter that was posted, in words, and on which day: its acuse has not come back. */
  enviada?: string
  el?: string
  /** Ground of a refusal, in words. */
  causa?: string
  /** Vote of the Comité de Transparencia on it, in words. */
  comite?: string | undefined
}

export interface PasoHecho {
  paso: string
  ocurridoEn: string
  documento: string | null
  folio: string
}

export interface VersionAgregada {
  numero: number
  clase: string
  fecha: string
  documento: string
  sha256: string | undefined
  folio: string
}

export interface DeEscenario {
  nombre: string
  version: number
}

export interface EventoRegistrado {
  tipo: string
  fecha: string
  actividades: readonly string[]
  causa: string | null
  documento: string | null
  folio: string
}

export interface ExpedienteDescargado {
  archivos: number
  bytes?: number
  sha256?: string
}

export interface LibroIne {
  alcance: string
  candidaturas: number
  sha256: string
  motivo?: string
  conIdentidad?: number
}

export interface IdentidadSuprimida {
  candidaturas?: readonly string[]
  motivo?: string
  llaves?: number
  suprimidaEn?: string
  trasRestaurar?: boolean
}

export interface ImportacionPropuesta {
  crear: number
  cambiar: number
  igual: number
  rechazar: number
  sha256: string
  tratamiento: object
}

export interface ImportacionConfirmada {
  claves: string
  folio: string
}

export interface ImportacionDeshecha {
  retiradas: number
  restauradas: number
  candidaturas: readonly string[]
  acuerdos: readonly string[]
}

export interface DeInforme {
  numero?: number
  sha256?: string
  cortePublico?: number | null
  seccion?: string
  version?: number
  corte?: number
  textos?: object
  forma?: number
  huellas?: object
  folio: string
}

export interface LlaveroRotado {
  vigente: string
  clase?: string
  anterior?: string
  llaves?: number
  archivos?: number
  textos?: number
  cuentas?: number
  firma?: object
}

export interface OmisionesEmitidas {
  actor: string | null
  corte: string
  omisiones: number
  universo: number
  sha256: string
  folio: string
}

export interface RequerimientoEmitido {
  requerimiento: string
  actor: string
  observaciones: number
  sha256: string
  folio: string
}

export interface RequerimientoNotificado {
  requerimiento: string
  medio: string
  notificadoEl: string
  vence: string
  folio: string
}

export interface RequerimientoAcusado {
  requerimiento: string
  sha256: string
  folio: string
}

export interface DeRemision {
  numero: string
  entregables: readonly string[]
}

export interface RemisionEnviada extends DeRemision {
  enviadaEn: string
  medio: string
  oficio: string | null
  anexos: readonly string[]
  /** Kinds of the warnings when it was sent. */
  advertencias?: string[]
  folio: string
}

export interface RemisionAcusada extends DeRemision {
  recibidaEn: string
  folioIne: string
  documento: string | null
  /** Kinds of the warnings on its document. */
  advertencias?: string[]
  folio: string
}

interface RemisionDicha {
  en: string
  dato: string
  documento: string | null
}

export interface RemisionCorregida extends DeRemision {
  de: RemisionDicha
  a: RemisionDicha
  folio: string
}

export interface DeSesion {
  organo: string
  sesion?: string
  fecha?: string
  documento?: string
  /** Warnings told before a document was taken. */
  advertencias?: readonly string[]
  aprobados?: number
  entregables?: readonly string[]
  /** Class of the sesión; a reunión de trabajo is a step of its own for what it deals with. */
  tipo?: string
  /** ISO 8601. */
  terminadaEn?: string
  folio: string
}

export interface SesionConvocada extends Partial<DeSesion> {
  /** ISO 8601. */
  convocadaEn?: string
  documentos?: readonly string[]
  /** The one of the convocatoria, where it has its own. */
  referencia?: string
}

export interface SesionCorregida extends DeSesion {
  /** Set when it moves to another day. */
  dia?: { de: string; a: string }
}

export interface DeVulneracion {
  folio: string
  version: number
  afectadas: number
  ocurridoEn?: string
  medio?: string
  documentoId?: string
}
