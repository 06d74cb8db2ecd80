import { cumpleCondicion, unknownKeywords } from './condition.ts'
import type { ConditionalRule } from './condition.ts'
import type { CompiledCuestionario, CuestionarioDocument, Question, TextRules } from './document.ts'

const TEXT_KEYWORDS = ['type', 'enum', 'maxLength', 'sinBlancos', 'format', 'hosts', 'pattern', 'x-mensaje']
const QUESTION_KEYWORDS = [
  ...TEXT_KEYWORDS,
  'title',
  'description',
  'items',
  'maxItems',
  'minimum',
  'maximum',
  'x-obligatorio',
  'x-publico',
  'x-grupo',
  'x-columnaIne',
  'x-presentacion',
  'x-fuente',
  'x-confianza',
]
// `required`, minLength and minItems are missing on purpose: a draft may be incomplete.
const ROOT_KEYWORDS = ['$schema', '$id', 'type', 'title', 'description', 'properties', 'additionalProperties', 'x-alMenosUno']

/** Throws an Error with every contradiction of the document, in Spanish, for whoever writes the pack. */
export function assertCoherent(c: CompiledCuestionario, doc: CuestionarioDocument): void {
  const faults = [
    ...keywordFaults('el esquema', doc.schema, ROOT_KEYWORDS),
    ...[...c.questions].flatMap(([campo, question]) => questionFaults(campo, question)),
    ...sectionFaults(c),
    ...placementFaults(c),
    ...ruleFaults(c),
    ...alMenosUnoFaults(c),
  ]
  if (faults.length === 0) faults.push(...unreachable(c).map((campo) => `ninguna respuesta hace visible la pregunta «${campo}»`))
  if (faults.length > 0) throw new Error(`Cuestionario ${c.tipo} v${c.version}: ${faults.join('; ')}`)
}

function questionFaults(campo: string, question: Question): string[] {
  return [
    ...keywordFaults(`«${campo}»`, question, QUESTION_KEYWORDS),
    ...textFaults(campo, question),
    ...(question.title ? [] : [`«${campo}» no tiene título`]),
    ...((question.type === 'array') === (question.items !== undefined) ? [] : [`«${campo}»: «items» va con las listas y sólo con ellas`]),
    ...(question.items === undefined ? [] : keywordFaults(`los renglones de «${campo}»`, question.items, TEXT_KEYWORDS)),
    ...(question.items === undefined ? [] : textFaults(campo, question.items)),
  ]
}

function textFaults(campo: string, rules: TextRules | Question): string[] {
  return [...lengthFaults(campo, rules), ...catalogueFaults(campo, rules.enum)]
}

function lengthFaults(campo: string, { sinBlancos, type }: TextRules | Question): string[] {
  if (sinBlancos === undefined) return []
  const { minimo = 0, maximo = Infinity } = sinBlancos
  return [
    ...(minimo < 0 || minimo > maximo ? [`«${campo}» pide más caracteres de los que admite`] : []),
    ...(type !== 'string' ? [`«${campo}» cuenta caracteres y no es un texto`] : []),
  ]
}

function catalogueFaults(campo: string, options: string[] | undefined): string[] {
  if (options === undefined) return []
  return [
    ...(options.length === 0 ? [`el catálogo de «${campo}» está vacío`] : []),
    ...(repeated(options).length > 0 ? [`el catálogo de «${campo}» repite opciones`] : []),
  ]
}

function keywordFaults(place: string, schema: object, known: string[]): string[] {
  return Object.keys(schema)
    .filter((keyword) => !known.includes(keyword))
    .map((keyword) => `${place} usa «${keyword}», que no se conoce`)
}

function sectionFaults(c: CompiledCuestionario): string[] {
  const claves = c.secciones.map((seccion) => seccion.clave)
  return [
    ...(claves.includes('') ? ['hay una sección sin clave'] : []),
    ...repeated(claves).map((clave) => `la sección «${clave}» aparece dos veces`),
    ...c.secciones.filter((seccion) => seccion.campos.length === 0).map((seccion) => `la sección «${seccion.clave}» no tiene preguntas`),
  ]
}

function placementFaults(c: CompiledCuestionario): string[] {
  const placed = c.secciones.flatMap((seccion) => seccion.campos)
  return [
    ...placed.filter((campo) => !c.questions.has(campo)).map((campo) => `un control apunta a «${campo}», que no es una pregunta`),
    ...repeated(placed).map((campo) => `«${campo}» aparece en dos lugares`),
    ...[...c.questions.keys()].filter((campo) => !placed.includes(campo)).map((campo) => `«${campo}» no está en ninguna sección`),
  ]
}

function ruleFaults(c: CompiledCuestionario): string[] {
  return [...c.rules].flatMap(([campo, rules]) =>
    rules.flatMap((rule) => [
      ...(c.questions.has(rule.campo) ? [] : [`la regla de «${campo}» mira a «${rule.campo}», que no es una pregunta`]),
      ...unknownKeywords(rule.condition).map((keyword) => `la regla de «${campo}» usa «${keyword}», que no se conoce`),
    ]),
  )
}

function alMenosUnoFaults(c: CompiledCuestionario): string[] {
  return c.alMenosUno.flatMap((rule) => [
    ...(c.secciones.some((seccion) => seccion.clave === rule.seccion)
      ? []
      : [`«x-alMenosUno» nombra la sección «${rule.seccion}», que no existe`]),
    ...(rule.campos.length > 0 && rule.mensaje !== '' ? [] : ['«x-alMenosUno» necesita preguntas y un mensaje']),
    ...rule.campos.filter((campo) => !c.questions.has(campo)).map((campo) => `«x-alMenosUno» nombra «${campo}», que no es una pregunta`),
  ])
}

/** Questions that no combination of respuestas makes visible: grows the set of reachable ones until nothing more enters. */
function unreachable(c: CompiledCuestionario): string[] {
  const reachable = new Set<string>()
  const enters = (campo: string): boolean =>
    !reachable.has(campo) && (c.rules.get(campo) ?? []).every((rule) => canHold(c, rule, reachable))
  for (let next = [...c.questions.keys()].filter(enters); next.length > 0; next = [...c.questions.keys()].filter(enters)) {
    next.forEach((campo) => reachable.add(campo))
  }
  return [...c.questions.keys()].filter((campo) => !reachable.has(campo))
}

function canHold(c: CompiledCuestionario, rule: ConditionalRule, reachable: ReadonlySet<string>): boolean {
  if (cumpleCondicion(rule.condition, undefined)) return true
  const values = possibleValues(c.questions.get(rule.campo))
  return reachable.has(rule.campo) && (values === null || values.some((value) => cumpleCondicion(rule.condition, value)))
}

/** Null when they cannot be listed. */
function possibleValues(question: Question | undefined): unknown[] | null {
  if (question?.type === 'boolean') return [true, false]
  if (question?.items?.enum !== undefined) return question.items.enum.map((option) => [option])
  return question?.enum ?? null
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}
