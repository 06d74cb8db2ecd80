import type { ConditionalRule } from './condition.ts'

/** A cuestionario as the process pack and `GET /cuestionarios` carry it: plain JSON. */
export interface CuestionarioDocument {
  tipo: string
  version: number
  titulo: string
  /** JSON Schema 2020-12, type object, one property per question; see `Question` for the keywords. */
  schema: Record<string, unknown>
  /** JSON Forms UI schema: Categorization › Category (options.clave) › Control, with SHOW rules. */
  uischema: Record<string, unknown>
}

/** How a respuesta is shown in public. `temas`: topics of her proposals, by which citizens filter the list. */
export const PRESENTACIONES = ['texto', 'parrafos', 'lista', 'temas', 'enlace', 'correo', 'telefono'] as const
export type Presentacion = (typeof PRESENTACIONES)[number]

/** Rules of a text, alone or as one line of a list. */
export interface TextRules {
  type: 'string'
  /** Closed catalogue. */
  enum?: string[]
  /** Code points, blanks included. */
  maxLength?: number
  /** Code points without blanks; the minimum binds only a complete section. */
  sinBlancos?: { minimo?: number; maximo?: number }
  /** `enlace` is an https address; `email`, an e-mail address. */
  format?: 'enlace' | 'email'
  /** With `enlace`: hosts that are accepted, subdomains included. */
  hosts?: string[]
  pattern?: string
  /** The sentence that explains `pattern` to a person whose text fails it. */
  'x-mensaje'?: string
}

/** Ages in full years on election day, both ends included, and where the range comes from. */
export interface Edades {
  desde?: number
  hasta?: number
  fuente?: string
  confianza?: string
}

/** One question: a property of the schema. */
export interface Question extends Omit<TextRules, 'type'> {
  type: 'string' | 'array' | 'boolean' | 'integer'
  title: string
  /** Help text. */
  description?: string
  items?: TextRules
  maxItems?: number
  minimum?: number
  maximum?: number
  /** Whether the section is incomplete while this question is visible and blank. */
  'x-obligatorio'?: boolean
  'x-publico'?: boolean
  /** Ages at which it is asked. Only of identity: an unanswered public question would tell the age. */
  'x-edades'?: Edades
  /** Group that an affirmative answer declares. */
  'x-grupo'?: string
  /** Column of the INE's export workbook. */
  'x-columnaIne'?: string
  'x-presentacion'?: Presentacion
  'x-fuente'?: string
  'x-confianza'?: string
}

/** Rule of the schema's root: the section is complete only with a respuesta to one of `campos`. */
export interface AlMenosUno {
  seccion: string
  campos: string[]
  mensaje: string
}

export interface Seccion {
  clave: string
  titulo: string
  descripcion: string | null
  /** Questions in the order of the page. */
  campos: string[]
}

/** Respuestas by key of the question. A blank is the absence of the key. */
export type Respuestas = Record<string, unknown>

/** Cuestionario as the other functions take it; `compileCuestionario` makes it once per document. */
export interface CompiledCuestionario {
  readonly tipo: string
  readonly version: number
  readonly titulo: string
  readonly questions: ReadonlyMap<string, Question>
  readonly secciones: readonly Seccion[]
  /** Rules that must all hold for a question to be visible; no entry means always visible. */
  readonly rules: ReadonlyMap<string, readonly ConditionalRule[]>
  readonly alMenosUno: readonly AlMenosUno[]
  /** Questions that the age of the persona leaves out; none of a cuestionario that nobody answers (`paraEdad`). */
  readonly fueraDeEdad: ReadonlySet<string>
}
