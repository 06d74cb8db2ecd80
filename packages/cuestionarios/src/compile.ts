import { assertCoherent, incoherences } from './respuestas/coherence.ts'
import type { Condition, ConditionalRule } from './condition.ts'
import type { AlMenosUno, CompiledCuestionario, CuestionarioDocument, Question, Seccion } from './document.ts'
import type { Falla } from './falla.ts'

interface Element {
  type?: string
  label?: string
  scope?: string
  elements?: Element[]
  options?: { clave?: string; descripcion?: string }
  rule?: { effect?: string; condition?: { scope?: string; schema?: Condition } }
}

interface Placement {
  campo: string
  rules: ConditionalRule[]
}

/**
 * Reads a cuestionario once; keep the result for as long as the document lives.
 * Throws an Error that lists every contradiction: a control of no question, a question in no section or in two, one that
 * no respuesta makes visible, a minimum over its maximum, an unknown keyword.
 */
export function compileCuestionario(doc: CuestionarioDocument): CompiledCuestionario {
  const compiled = readCuestionario(doc)
  assertCoherent(compiled, doc)
  return compiled
}

/** Lists every contradiction of a document with its place, for its author; none: it compiles. */
export function faults(doc: CuestionarioDocument): Falla[] {
  try {
    return incoherences(readCuestionario(doc), doc)
  } catch (error) {
    return [{ seccion: null, campo: null, razon: error instanceof Error ? error.message : 'No se puede leer' }]
  }
}

/** Compiles a draft, as `compileCuestionario`, and reads a contradictory one as far as it goes. Throws where it is no cuestionario. */
export function readCuestionario(doc: CuestionarioDocument): CompiledCuestionario {
  const categories = (doc.uischema as Element).elements ?? []
  const placements = categories.map((category) => placementsOf(category, []))
  return {
    tipo: doc.tipo,
    version: doc.version,
    titulo: doc.titulo,
    questions: new Map(Object.entries((doc.schema['properties'] ?? {}) as Record<string, Question>)),
    secciones: categories.map((category, i) => toSeccion(category, placements[i] ?? [])),
    rules: new Map(placements.flat().flatMap(({ campo, rules }) => (rules.length === 0 ? [] : [[campo, rules] as const]))),
    alMenosUno: (doc.schema['x-alMenosUno'] ?? []) as AlMenosUno[],
    fueraDeEdad: new Set(),
  }
}

/** The sections in the order of the page. */
export function seccionesDe(c: CompiledCuestionario): readonly Seccion[] {
  return c.secciones
}

/** The question of a key, or undefined. */
export function preguntaDe(c: CompiledCuestionario, campo: string): Question | undefined {
  return c.questions.get(campo)
}

function toSeccion(category: Element, placements: Placement[]): Seccion {
  return {
    clave: category.options?.clave ?? '',
    titulo: category.label ?? '',
    descripcion: category.options?.descripcion ?? null,
    campos: placements.map((placement) => placement.campo),
  }
}

/** A rule on a layout holds for every question below it. */
function placementsOf(element: Element, inherited: ConditionalRule[]): Placement[] {
  const rules = [...inherited, ...ruleOf(element)]
  if (element.type === 'Control') return [{ campo: campoOf(element.scope), rules }]
  return (element.elements ?? []).flatMap((child) => placementsOf(child, rules))
}

function ruleOf(element: Element): ConditionalRule[] {
  if (element.rule === undefined) return []
  const { effect, condition } = element.rule
  if (effect !== 'SHOW' || condition?.schema === undefined) throw new Error('Sólo se admiten reglas SHOW con una condición «schema»')
  return [{ campo: campoOf(condition.scope), condition: condition.schema }]
}

function campoOf(scope: string | undefined): string {
  const campo = /^#\/properties\/([^/]+)$/.exec(scope ?? '')?.[1]
  if (campo === undefined) throw new Error(`El alcance «${scope ?? ''}» no es una pregunta: se espera «#/properties/clave»`)
  return campo
}
