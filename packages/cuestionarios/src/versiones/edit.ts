import type { Condition } from '../condition.ts'
import type { AlMenosUno, CuestionarioDocument, Question } from '../document.ts'

/** Editable parts of a document: schema and presentation. Every function returns a new document and leaves its argument as it was. */
export type Guion = Pick<CuestionarioDocument, 'schema' | 'uischema'>

interface Control {
  type: 'Control'
  scope: string
  rule?: { effect: 'SHOW'; condition: { scope: string; schema: Condition } }
}

interface Category {
  type: 'Category'
  label: string
  options: { clave: string; descripcion?: string }
  elements: Control[]
}

/** When a question is asked: only if another one was answered so. */
export interface Mostrar {
  campo: string
  schema: Condition
}

export interface DatosSeccion {
  titulo: string
  descripcion: string | null
}

/** A cuestionario that asks nothing yet. */
export function emptyGuion(): Guion {
  return {
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {} },
    uischema: { type: 'Categorization', elements: [] },
  }
}

export function addSection(guion: Guion, clave: string, datos: DatosSeccion): Guion {
  return withSections(guion, (all) => [...all, toCategory(clave, datos, [])])
}

export function updateSection(guion: Guion, clave: string, datos: DatosSeccion): Guion {
  return withSections(guion, (all) => all.map((each) => (each.options.clave === clave ? toCategory(clave, datos, each.elements) : each)))
}

/** Takes its questions along. */
export function removeSection(guion: Guion, clave: string): Guion {
  const gone = sectionsOf(guion).find((each) => each.options.clave === clave)?.elements ?? []
  const without = gone.reduce((each, { scope }) => removeQuestion(each, campoOf(scope)), guion)
  return withSections(without, (all) => all.filter((each) => each.options.clave !== clave))
}

/** Moves a section to a place, counted from 0; beyond the ends it is the first or the last. */
export function moveSection(guion: Guion, clave: string, at: number): Guion {
  return withSections(guion, (all) => moved(all, (each) => each.options.clave === clave, at))
}

/** Adds a question at the end of its section. */
export function addQuestion(guion: Guion, seccion: string, { clave, pregunta }: { clave: string; pregunta: Question }): Guion {
  const control: Control = { type: 'Control', scope: scopeOf(clave) }
  const placed = withSections(guion, (all) =>
    all.map((each) => (each.options.clave === seccion ? { ...each, elements: [...each.elements, control] } : each)),
  )
  return updateQuestion(placed, clave, pregunta)
}

export function updateQuestion(guion: Guion, clave: string, pregunta: Question): Guion {
  return withProperties(guion, (properties) => ({ ...properties, [clave]: pregunta }))
}

/** Rules that look at it stay, for `faults` to name. */
export function removeQuestion(guion: Guion, clave: string): Guion {
  const without = withControls(guion, (controls) => controls.filter(({ scope }) => scope !== scopeOf(clave)))
  return withProperties(without, ({ [clave]: _gone, ...rest }) => rest)
}

/** Moves a question to a place in a section, its own or another. */
export function moveQuestion(guion: Guion, clave: string, { seccion, at }: { seccion: string; at: number }): Guion {
  const all = sectionsOf(guion)
  const control = all.flatMap(({ elements }) => elements).find(({ scope }) => scope === scopeOf(clave))
  if (!control || !all.some((each) => each.options.clave === seccion)) return guion
  const without = withControls(guion, (controls) => controls.filter((each) => each !== control))
  return withSections(without, (sections) =>
    sections.map((each) => (each.options.clave === seccion ? { ...each, elements: inserted(each.elements, control, at) } : each)),
  )
}

/** Null: it is always asked. */
export function showWhen(guion: Guion, clave: string, mostrar: Mostrar | null): Guion {
  const { type, scope } = { type: 'Control' as const, scope: scopeOf(clave) }
  const rule = mostrar && { effect: 'SHOW' as const, condition: { scope: scopeOf(mostrar.campo), schema: mostrar.schema } }
  return withControls(guion, (controls) =>
    controls.map((each) => (each.scope === scope ? { type, scope, ...(rule ? { rule } : {}) } : each)),
  )
}

/** Condition that shows a question; null when it is always asked. */
export function shownWhen(guion: Guion, clave: string): Mostrar | null {
  const control = sectionsOf(guion)
    .flatMap(({ elements }) => elements)
    .find(({ scope }) => scope === scopeOf(clave))
  return control?.rule ? { campo: campoOf(control.rule.condition.scope), schema: control.rule.condition.schema } : null
}

/** Rules «at least one of», for the whole cuestionario. */
export function setAlMenosUno(guion: Guion, rules: readonly AlMenosUno[]): Guion {
  const { 'x-alMenosUno': _before, ...schema } = guion.schema
  return { ...guion, schema: rules.length === 0 ? schema : { ...schema, 'x-alMenosUno': rules } }
}

function withSections(guion: Guion, change: (all: Category[]) => Category[]): Guion {
  return { ...guion, uischema: { ...guion.uischema, elements: change(sectionsOf(guion)) } }
}

function withControls(guion: Guion, change: (controls: Control[]) => Control[]): Guion {
  return withSections(guion, (all) => all.map((each) => ({ ...each, elements: change(each.elements) })))
}

function withProperties(guion: Guion, change: (all: Record<string, Question>) => Record<string, Question>): Guion {
  return { ...guion, schema: { ...guion.schema, properties: change((guion.schema['properties'] ?? {}) as Record<string, Question>) } }
}

function sectionsOf(guion: Guion): Category[] {
  return (guion.uischema['elements'] ?? []) as Category[]
}

function toCategory(clave: string, { titulo, descripcion }: DatosSeccion, elements: Control[]): Category {
  return { type: 'Category', label: titulo, options: { clave, ...(descripcion ? { descripcion } : {}) }, elements }
}

function moved<T>(all: readonly T[], which: (each: T) => boolean, at: number): T[] {
  const item = all.find(which)
  return item === undefined ? [...all] : inserted(all.filter((each) => each !== item), item, at) // prettier-ignore
}

function inserted<T>(all: readonly T[], item: T, at: number): T[] {
  const place = Math.max(0, Math.min(at, all.length))
  return [...all.slice(0, place), item, ...all.slice(place)]
}

function scopeOf(campo: string): string {
  return `#/properties/${campo}`
}

function campoOf(scope: string): string {
  return scope.replace('#/properties/', '')
}
