/** The shapes of the contract that the consola reads. One door, so that pure views need not know the client. */
export interface Clave {
  clave: string
  nombre: string
}

export interface Lista<T> {
  elementos: T[]
  /** Absent where counting costs more than reading. */
  total?: number
  siguiente: string | null
}

export interface Cuenta {
  id: string
  nombre: string
  correo: string
  rol: string
  actorPolitico: { id: string; clave: string; nombre: string } | null
  candidaturaId: string | null
  permisos: string[]
}

export interface Acceso {
  accessToken: string
  expiraEn: string | number
  cuenta: Cuenta
}

export interface Dispositivo {
  id: string
  descripcion: string
  creadoEn: string
  ultimoUsoEn: string
  actual: boolean
}

export interface Invitacion {
  nombre: string
  correo: string
  requiereTotp: boolean
  totpUri: string | null
}

export interface CuentaAdministrada {
  id: string
  nombre: string
  correo: string
  rol: string
  actorPolitico: { id: string; clave: string; nombre: string } | null
  candidaturaId: string | null
  estatus: string
  creadaEn: string
}

export interface Reloj {
  ahora: string
  movible: boolean
}

export interface ActorPolitico {
  id: string
  clave: string
  nombre: string
  tipo: string
  color: string | null
}

export interface Proceso {
  clave: string
  nombre: string
  entidad: string
  instituto: { siglas: string; nombre: string }
  jornada: string
  simulacro: boolean
  zona?: string
  reloj: Reloj
  cargos: { clave: string; nombre: string; singular: string }[]
  actoresPoliticos: ActorPolitico[]
  distritos: Clave[]
  municipios: Clave[]
}

export const ESTATUS_CAPTURA = ['sin_captura', 'en_captura', 'completa', 'validada', 'observada', 'verificada'] as const
export type EstatusCaptura = (typeof ESTATUS_CAPTURA)[number]

export interface CandidaturaListada {
  id: string
  clave: string
  nombre: string
  cargo: string
  cargoNombre: string
  lugar: string
  actorPolitico: Clave
  partidoOrigen: Clave | null
  calidad: string
  numero: number | null
  estatus: string
  avance: { capturadas: number; total: number }
  estatusCaptura: EstatusCaptura
  venceEn: string | null
  vencida: boolean
  validadaEn?: string | null
}

export interface Accion {
  acto: string
  permitido: boolean
  razones: string[]
}

export interface Candidatura extends CandidaturaListada {
  version: number
  persona: {
    nombre: string
    primerApellido: string
    segundoApellido: string | null
    apodo: string | null
    sexo: string
    edad: number | null
  }
  accionAfirmativa: Clave | null
  eleccionConsecutiva: boolean
  acuerdo: { numero: string; fecha: string } | null
  formula: { id: string; nombre: string; calidad: string }[]
  publicada: boolean
  historial: { acto: string; cuando: string }[]
  acciones: Accion[]
}

export interface ResumenCandidaturas {
  total: number
  porEstatusCaptura: Partial<Record<EstatusCaptura, number>>
  venceEn: string | null
}

export interface Pendiente {
  clave: string
  texto: string
  cuantas: number
  venceEn: string | null
  enlace: string
}

export interface Acuse {
  folio: string
  acto: string
  sha256: string
  sal: string
  recibidoEn: string
  firma: string
  enlace: string
}

export interface Supuesto {
  clave: string
  texto: string
}

export interface CuestionarioPublicado {
  tipo: string
  version: number
  titulo: string
  schema: Record<string, unknown>
  uischema: Record<string, unknown>
}

export type EstatusSeccion = 'vacia' | 'en_captura' | 'completa' | 'validada' | 'observada' | 'verificada'
export type Respuestas = Record<string, unknown>

export interface Observacion {
  supuesto: string
  supuestoTexto: string
  texto: string
  creadaEn: string
}

export interface SeccionCaptura {
  cuestionario: string
  clave: string
  titulo: string
  estatus: EstatusSeccion
  version: number
  respuestas: Respuestas
  faltantes: { campo: string; razones: string[] }[]
  verificadas: Respuestas | null
  observacion: Observacion | null
  guardadaEn: string | null
  editable: boolean
  /** Why this account may not change it now. */
  razones: string[]
}

export interface Fotografia {
  sha256: string
  textoAlternativo: string
  tomadaEn: string
  guardadaEn: string
  verificada: boolean
}

export interface Consentimiento {
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
  mecanismo: string
  revision: string
}

export interface Captura {
  candidaturaId: string
  version: number
  cuestionarios: { tipo: string; version: number }[]
  secciones: SeccionCaptura[]
  fotografia: Fotografia | null
  consentimiento: Consentimiento | null
  venceEn: string | null
  vencida: boolean
}

export interface SeccionGuardada {
  version: number
  estatus: EstatusSeccion
  faltantes: { campo: string; razones: string[] }[]
  guardadaEn: string
  acuse: Acuse
}

export interface AvisoPrivacidad {
  id: string
  version: number
  integral: string
  simplificado: string
  sha256: string
  aprobacion: { organo: string; fecha: string | null; acta: string | null; confianza: string }
}

export const VEREDICTOS = ['crear', 'cambiar', 'igual', 'rechazar'] as const
export type Veredicto = (typeof VEREDICTOS)[number]

export interface FilaImportacion {
  fila: number
  veredicto: Veredicto
  clave: string | null
  nombre: string | null
  cambios: { campo: string; antes: string | null; despues: string | null }[]
  errores: { columna: string; razon: string }[]
}

export interface ImportacionListada {
  id: string
  archivo: string
  creadaEn: string
  estatus: 'propuesta' | 'confirmada' | 'descartada'
  resumen: Record<Veredicto, number>
}

export interface Importacion extends ImportacionListada {
  filas: FilaImportacion[]
}

export interface Corte {
  numero: number
  en: string
  sha256: string
}

export interface EstatusPublicacion {
  corte: Corte | null
  pendientes: number
}

export interface ActoBitacora {
  n: number
  en: string
  acto: string
  rol: string | null
  cuenta: string | null
  objeto: { tipo: string; id: string } | null
  detalle: Record<string, unknown>
}

export interface VerificacionBitacora {
  integra: boolean
  n: number
  cabeza: string | null
  primerFallo: number | null
}
