import type { DemarcacionPack, GrupoPack } from '@conoceles/domain'
import type { CompiledCuestionario, Question, Respuestas } from '@conoceles/cuestionarios'
import { cumpleCondicion, sinOcultas } from '@conoceles/cuestionarios'
import type { Random } from './random.ts'
import { answerOtras } from './texts/otras.ts'
import type { TextKind, Writer } from './texts/writer.ts'

/** Synthetic person who answers. */
export interface Answerer {
  /** Names the fictitious addresses. */
  slug: string
  edad: number
  accionAfirmativa: string | null
  demarcacion: DemarcacionPack
  entidad: string
  writer: Writer
  random: Random
  /** Number of the canary; every private free text then carries it. */
  canario: number | null
}

/** Complete respuestas to a cuestionario, question by question as its rules show them. */
export function answerCuestionario(cuestionario: CompiledCuestionario, grupos: GrupoPack[], who: Answerer): Respuestas {
  const grupoOf = new Map(grupos.map((grupo) => [grupo.pregunta, grupo.clave]))
  const respuestas: Respuestas = {}
  for (const campo of cuestionario.secciones.flatMap((seccion) => seccion.campos)) {
    const question = cuestionario.questions.get(campo)
    const shown = (cuestionario.rules.get(campo) ?? []).every((rule) => cumpleCondicion(rule.condition, respuestas[rule.campo]))
    if (!question || !shown) continue
    const value = answer({ campo, question, grupo: grupoOf.get(campo) ?? null, respuestas }, who)
    if (value !== undefined) respuestas[campo] = value
  }
  return sinOcultas(cuestionario, who.canario === null ? answerOtras(cuestionario, { respuestas, slug: who.slug }) : respuestas)
}

interface Asked {
  campo: string
  question: Question
  grupo: string | null
  respuestas: Respuestas
}

function answer(asked: Asked, who: Answerer): unknown {
  const { question } = asked
  if (question['x-presentacion'] === 'temas') return chooseTemas(question, who)
  if (question['x-publico'] === false && who.canario !== null) return answerAsCanario(asked, who.canario, who)
  // At least one way of contact must be there; the e-mail is the one that every pack has.
  const isNeeded = question['x-obligatorio'] === true || question.format === 'email'
  if (!isNeeded && !who.random.chance(0.6)) return undefined
  return question.enum ? choose(asked, who) : BY_TYPE[question.type](question, who)
}

const BY_TYPE: Record<Question['type'], (question: Question, who: Answerer) => unknown> = {
  string: writeText,
  array: writeLines,
  integer: (question) => question.minimum ?? 0,
  boolean: (_, { random }) => random.chance(0.5),
}

const SI = 'Sí'
const NO = 'No'
const PNC = 'Prefiero no contestar'
const OTRO = /^Otr[ao]$/

function choose(asked: Asked, who: Answerer): string {
  const { question, grupo } = asked
  const options = question.enum ?? []
  if (question['x-columnaIne'] === 'ESTATUS_ESCOLARIDAD')
    return estatusEscolaridad(options, { respuestas: asked.respuestas, random: who.random })
  if (options.includes(PNC) && who.accionAfirmativa !== grupo && who.random.chance(0.04)) return PNC
  if (options.includes(SI)) return belongs(grupo, who) ? SI : NO
  return chooseFromCatalogue(options, who)
}

function chooseFromCatalogue(options: string[], { random, entidad }: Answerer): string {
  const likely = options.filter((option) => LIKELY.includes(option) || option === entidad)
  const fair = options.filter((option) => option !== PNC && option !== 'No aplica')
  return likely.length > 0 && random.chance(0.75) ? random.pick(likely) : random.pick(fair)
}

/** Options that most people of the place choose in long catalogues; short ones are drawn evenly. */
const LIKELY = [
  'Náhuatl',
  'Mixteco',
  'Tlapaneco',
  'Estados Unidos',
  'Preparatoria',
  'Licenciatura',
  'Salario',
  'Negocio propio',
  'De $11,001 a $25,000',
  'Menos de $11,000',
  'De $25,001 a $50,000',
  'Permanente',
  'Física',
]
const FREQUENCIES: Record<string, number> = {
  indigena: 0.12,
  discapacidad: 0.05,
  afromexicana: 0.03,
  diversidad_sexual: 0.06,
  migrante: 0.04,
}
const AGES: Record<string, (edad: number) => boolean> = { joven: (edad) => edad < 30, mayor: (edad) => edad >= 60 }

function belongs(grupo: string | null, { random, accionAfirmativa, edad }: Answerer): boolean {
  if (grupo === null) return random.chance(0.15)
  const byAge = AGES[grupo]
  if (byAge) return byAge(edad)
  return grupo === accionAfirmativa ? random.chance(0.97) : random.chance(FREQUENCIES[grupo] ?? 0.05)
}

function estatusEscolaridad(options: string[], { respuestas, random }: { respuestas: Respuestas; random: Random }): string {
  const degree = Object.values(respuestas).some((value) => /^(Licenciatura|Especialidad|Maestría|Doctorado)$/.test(String(value)))
  const fitting = options.filter((option) => (degree ? option !== 'Certificado' : /^(Certificado|Trunca|Trunco|Constancia)$/.test(option)))
  return random.pick(fitting.length > 0 ? fitting : options)
}

/** Three of four choose the topics that they wrote about, and some also equality, which the cuestionario asks everybody about. */
function chooseTemas({ items, maxItems = Infinity }: Question, { slug, writer, random }: Answerer): string[] | undefined {
  const own = random.fork(`temas ${slug}`)
  if (!own.chance(0.75)) return undefined
  const told = [...writer.temas(), ...(own.chance(0.4) ? ['Igualdad de género'] : [])]
  const chosen = (items?.enum ?? []).filter((tema) => told.includes(tema)).slice(0, maxItems)
  return chosen.length > 0 ? chosen : undefined
}

const KIND_OF_COLUMN: Record<string, TextKind> = {
  HISTORIA_PROFESIONAL: 'history',
  TRAYECTORIA_POLITICA: 'trajectory',
  MOTIVO_CARGO_PUBLICO: 'motive',
  PROPUESTA_1: 'proposal',
  PROPUESTA_2: 'proposal',
  PROPUESTA_GENERO: 'equality',
}

/** Kind of long text that a question asks for; known by its column in the INE's workbook, whatever its key. */
export function textKindOf(question: Question | undefined): TextKind | null {
  const known = KIND_OF_COLUMN[question?.['x-columnaIne'] ?? '']
  return known ?? (question?.sinBlancos?.minimo === undefined ? null : 'proposal')
}

function writeText(question: Question, { slug, writer, demarcacion, random }: Answerer): string | undefined {
  const kind = textKindOf(question)
  if (kind) return writer.write(kind, { minimo: 0, maximo: 5_000, ...question.sinBlancos })
  // Addresses of social networks could be somebody's: only reserved names are given out (RFC 2606).
  if (question.format === 'enlace') return question.hosts ? undefined : `https://${slug}.example.org`
  if (question.format === 'email') return question['x-publico'] === false ? `aclaraciones.${slug}@example.org` : `${slug}@example.org`
  if (question['x-presentacion'] === 'telefono') return `777000${String(random.int(0, 9_999)).padStart(4, '0')}`
  return question['x-columnaIne'] === 'DIRECCION_CASA_CAMPAÑA' ? `Calle Ejemplo ${random.int(1, 199)}, ${demarcacion.nombre}` : undefined
}

function writeLines(question: Question, { slug, writer, random }: Answerer): string[] {
  if (question.items?.format === 'enlace') return [`https://redes.example.org/${slug}`]
  const total = Math.min(random.int(1, 4), question.maxItems ?? 4)
  return [...new Set(Array.from({ length: total }, () => writer.course()))]
}

/** Says yes to every group and takes every "other", so that each private free text is filled. */
function answerAsCanario({ campo, question, grupo }: Asked, canario: number, { random, edad }: Answerer): unknown {
  const options = question.enum
  if (!options) return question.format === 'email' ? `canario-${canario}@example.org` : `CANARIO-${canario}-${campo}`
  const byAge = grupo === null ? undefined : AGES[grupo]
  if (byAge) return byAge(edad) ? SI : NO
  const fair = options.filter((option) => option !== PNC && option !== 'No aplica')
  return options.includes(SI) ? SI : (options.find((option) => OTRO.test(option)) ?? random.pick(fair))
}
