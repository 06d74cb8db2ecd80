import type { Confianza, Sourced } from '../base/sourced.ts'
import type { Finalidad } from './avisos/pack.ts'

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
