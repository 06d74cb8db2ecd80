import type { Calidad, EstatusCaptura, EstatusSeccion, Rol, Sexo } from '@conoceles/domain'
import type { Respuestas } from '@conoceles/cuestionarios'
import type { Retrato } from './retratos.ts'

/** A whole proceso of synthetic people, as plain arrays; the loader decides how it is stored. */
export interface Simulacro {
  personas: PersonaSimulada[]
  candidaturas: CandidaturaSimulada[]
  /** One per candidatura, in the same order. */
  capturas: CapturaSimulada[]
  retratos: Retrato[]
  canarios: Canario[]
  demoCuentas: DemoCuenta[]
}

export interface PersonaSimulada {
  id: string
  nombre: string
  primerApellido: string
  segundoApellido: string | null
  apodo: string | null
  sexo: Sexo
  fechaNacimiento: string
}

export interface CandidaturaSimulada {
  clave: string
  personaId: string
  contienda: string
  actor: string
  /** The party itself or, for an alianza, one of its members; null for an independent. */
  partidoOrigen: string | null
  /** Actor político whose accounts capture and validate. */
  responsable: string
  numero: number
  calidad: Calidad
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  acuerdoNumero: string
  acuerdoFecha: string
}

export interface CapturaSimulada {
  candidatura: string
  estatus: EstatusCaptura
  /** Every section of both cuestionarios; none when nothing was captured. */
  secciones: SeccionSimulada[]
  consentimiento: ConsentimientoSimulado | null
  /** Rounds of one observación, the open one last. */
  observaciones: ObservacionSimulada[]
  /** Only for a verified section. */
  solicitud: SolicitudSimulada | null
  pausa: PausaSimulada | null
  /** Index in `retratos`. */
  retrato: number | null
  capturadaEn: string | null
  validadaEn: string | null
  /** Also set when it was observed after it had been verified. */
  verificadaEn: string | null
}

export interface SeccionSimulada {
  cuestionario: 'curricular' | 'identidad'
  clave: string
  estatus: EstatusSeccion
  respuestas: Respuestas
  guardadaEn: string | null
}

export interface ConsentimientoSimulado {
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
  otorgadoEn: string
}

export interface ObservacionSimulada {
  cuestionario: 'curricular' | 'identidad'
  seccion: string
  supuesto: string
  texto: string
  creadaEn: string
  /** Answer of the actor político; null: nothing yet. */
  respuesta: string | null
}

export interface SolicitudSimulada {
  cuestionario: 'curricular'
  seccion: string
  razon: string
  creadaEn: string
  /** Null while it waits. */
  aceptada: { razon: string; en: string } | null
}

export interface PausaSimulada {
  cuestionario: 'curricular'
  seccion: string
  supuesto: string
  motivo: string
  hasta: string
  creadaEn: string
}

/** A persona who refused publication, and texts that must never be seen in public. */
export interface Canario {
  personaId: string
  candidatura: string
  valores: string[]
}

export interface DemoCuenta {
  correo: string
  nombre: string
  rol: Rol
  /** Charge in the institute. */
  cargo: string | null
  contrasena: string
  /** Base32 secret. */
  totp: string
  /** Clave of the actor político. */
  actor: string | null
  /** Clave of the candidatura. */
  candidatura: string | null
}
