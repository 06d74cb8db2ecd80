import { isKeyword, type Condition, type Parts } from './condition.ts'
import type { CompiledCuestionario, Edades } from './document.ts'

/** When a question is asked, by the keys of the questions that decide it: «tipo es «Otro» y joven no es «Sí»». Null: always. */
export function condicionEnPalabras(c: CompiledCuestionario, clave: string): string | null {
  const rules = (c.rules.get(clave) ?? []).map(({ campo, condition }) => `${campo} ${wordsOf(condition)}`)
  const all = [...rules, ...edadesEnPalabras(c.questions.get(clave)?.['x-edades'])]
  return all.length === 0 ? null : all.join(' y ')
}

function edadesEnPalabras({ desde, hasta }: Edades = {}): string[] {
  if (desde === undefined && hasta === undefined) return []
  const own = desde === undefined ? `${hasta} años o menos` : hasta === undefined ? `${desde} años o más` : `de ${desde} a ${hasta} años`
  return [`tiene ${own} el día de la elección`]
}

/** Keywords side by side must all hold. */
function wordsOf(condition: Condition): string {
  const parts = condition as Parts
  return Object.keys(parts)
    .filter(isKeyword)
    .map((keyword) => wordOf(keyword, parts[keyword]))
    .join(' y ')
}

type Words = { [K in keyof Parts]: (part: Parts[K]) => string }

const WORDS: Words = {
  const: (value) => `es ${quoted(value)}`,
  enum: (values) => `es ${values.map(quoted).join(' o ')}`,
  not: (part) => `no ${'const' in part && Object.keys(part).length === 1 ? wordsOf(part) : `(${wordsOf(part)})`}`,
  anyOf: (parts) => `(${parts.map(wordsOf).join(' o ')})`,
  allOf: (parts) => `(${parts.map(wordsOf).join(' y ')})`,
  contains: (part) => `tiene un renglón que ${wordsOf(part)}`,
}

function wordOf<K extends keyof Parts>(keyword: K, part: Parts[K]): string {
  return WORDS[keyword](part)
}

function quoted(value: unknown): string {
  return `«${typeof value === 'boolean' ? (value ? 'Sí' : 'No') : String(value)}»`
}
