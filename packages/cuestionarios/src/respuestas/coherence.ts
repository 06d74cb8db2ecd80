import { unknownKeywords } from '../condition.ts'
import type { CompiledCuestionario, CuestionarioDocument, Question } from '../document.ts'
import type { Falla, Found } from '../falla.ts'
import { limitFaults } from '../limits.ts'
import { edadesFaults } from './edades.ts'
import { lateConditions, unreachable } from './reachability.ts'

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
  'x-edades',
  'x-grupo',
  'x-columnaIne',
  'x-presentacion',
  'x-fuente',
  'x-confianza',
]
// `required`, minLength and minItems are missing on purpose: a draft may be incomplete.
const ROOT_KEYWORDS = ['$schema', '$id', 'type', 'title', 'description', 'properties', 'additionalProperties', 'x-alMenosUno']
const CLAVE = /^[a-z][a-z0-9_]{0,59}$/

/** Every contradiction of a cuestionario that could be read, each with its place. */
export function incoherences(c: CompiledCuestionario, doc: CuestionarioDocument): Falla[] {
  const found = [
    ...keywordFaults('el esquema', doc.schema, ROOT_KEYWORDS).map((razon) => ({ razon })),
    ...[...c.questions].flatMap(([campo, question]) => questionFaults(campo, question).map((razon) => ({ campo, razon }))),
    ...sectionFaults(c),
    ...placementFaults(c),
    ...ruleFaults(c),
    ...alMenosUnoFaults(c),
    ...edadesFaults(c),
  ]
  const all: Found[] = found.length > 0 ? found : [...lateConditions(c), ...unreachable(c)]
  return all.map((each) => ({ campo: null, ...each, seccion: each.seccion ?? sectionHolding(c, each.campo) }))
}

/** Throws an Error with every contradiction of the document, in Spanish, for the author of the pack. */
export function assertCoherent(c: CompiledCuestionario, doc: CuestionarioDocument): void {
  const faults = incoherences(c, doc)
  if (faults.length > 0) throw new Error(`Cuestionario ${c.tipo} v${c.version}: ${faults.map(({ razon }) => razon).join('; ')}`)
}

function sectionHolding(c: CompiledCuestionario, campo: string | null | undefined): string | null {
  if (campo === null || campo === undefined) return null
  return c.secciones.find(({ campos }) => campos.includes(campo))?.clave ?? null
}

function questionFaults(campo: string, question: Question): string[] {
  return [
    ...(CLAVE.test(campo)
      ? []
      : [`la clave «${campo}» debe empezar con una letra y llevar sólo minúsculas sin acento, números y guiones bajos`]),
    ...keywordFaults(`«${campo}»`, question, QUESTION_KEYWORDS),
    ...limitFaults(campo, question),
    ...(question.title?.trim() ? [] : [`«${campo}» no tiene título`]),
    ...((question.type === 'array') === (question.items !== undefined) ? [] : [`«${campo}»: «items» va con las listas y sólo con ellas`]),
    ...(question.items === undefined ? [] : keywordFaults(`los renglones de «${campo}»`, question.items, TEXT_KEYWORDS)),
    ...(question.items === undefined ? [] : limitFaults(campo, question.items)),
  ]
}

function keywordFaults(place: string, schema: object, known: string[]): string[] {
  return Object.keys(schema)
    .filter((keyword) => !known.includes(keyword))
    .map((keyword) => `${place} usa «${keyword}», que no se conoce`)
}

function sectionFaults(c: CompiledCuestionario): Found[] {
  const claves = c.secciones.map((seccion) => seccion.clave)
  return [
    ...(claves.includes('') ? [{ razon: 'hay una sección sin clave' }] : []),
    ...repeated(claves).map((seccion) => ({ seccion, razon: `la sección «${seccion}» aparece dos veces` })),
    ...c.secciones
      .filter(({ titulo }) => titulo.trim() === '')
      .map(({ clave: seccion }) => ({ seccion, razon: `la sección «${seccion}» no tiene título` })),
    ...c.secciones
      .filter(({ campos }) => campos.length === 0)
      .map(({ clave: seccion }) => ({ seccion, razon: `la sección «${seccion}» no tiene preguntas` })),
  ]
}

function placementFaults(c: CompiledCuestionario): Found[] {
  const placed = c.secciones.flatMap((seccion) => seccion.campos)
  return [
    ...placed
      .filter((campo) => !c.questions.has(campo))
      .map((campo) => ({ campo, razon: `un control apunta a «${campo}», que no es una pregunta` })),
    ...repeated(placed).map((campo) => ({ campo, razon: `«${campo}» aparece en dos lugares` })),
    ...[...c.questions.keys()]
      .filter((campo) => !placed.includes(campo))
      .map((campo) => ({ campo, razon: `«${campo}» no está en ninguna sección` })),
  ]
}

function ruleFaults(c: CompiledCuestionario): Found[] {
  return [...c.rules].flatMap(([campo, rules]) =>
    rules.flatMap((rule) => [
      ...(c.questions.has(rule.campo) ? [] : [{ campo, razon: `la regla de «${campo}» mira a «${rule.campo}», que no es una pregunta` }]),
      ...unknownKeywords(rule.condition).map((keyword) => ({ campo, razon: `la regla de «${campo}» usa «${keyword}», que no se conoce` })),
    ]),
  )
}

function alMenosUnoFaults(c: CompiledCuestionario): Found[] {
  return c.alMenosUno.flatMap((rule) => [
    ...(c.secciones.some((seccion) => seccion.clave === rule.seccion)
      ? []
      : [{ razon: `«x-alMenosUno» nombra la sección «${rule.seccion}», que no existe` }]),
    ...(rule.campos.length > 0 && rule.mensaje !== '' ? [] : [{ razon: '«x-alMenosUno» necesita preguntas y un mensaje' }]),
    ...rule.campos
      .filter((campo) => !c.questions.has(campo))
      .map((campo) => ({ razon: `«x-alMenosUno» nombra «${campo}», que no es una pregunta` })),
  ])
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}
