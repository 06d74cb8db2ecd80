import type { Condition } from './condition.ts'
import type { CompiledCuestionario } from './document.ts'

/** When a question is asked, by the keys of the questions that decide it: «tipo es «Otro» y joven no es «Sí»». Null: always. */
export function condicionEnPalabras(c: CompiledCuestionario, clave: string): string | null {
  const rules = c.rules.get(clave) ?? []
  return rules.length === 0 ? null : rules.map(({ campo, condition }) => `${campo} ${wordsOf(condition)}`).join(' y ')
}

/** Keywords side by side must all hold. */
function wordsOf(condition: Condition): string {
  return Object.entries(condition)
    .map(([keyword, part]) => WORDS[keyword as keyof Condition](part as never))
    .join(' y ')
}

const WORDS: Record<keyof Condition, (part: never) => string> = {
  const: (value: unknown) => `es ${quoted(value)}`,
  enum: (values: unknown[]) => `es ${values.map(quoted).join(' o ')}`,
  not: (part: Condition) => `no ${'const' in part && Object.keys(part).length === 1 ? wordsOf(part) : `(${wordsOf(part)})`}`,
  anyOf: (parts: Condition[]) => `(${parts.map(wordsOf).join(' o ')})`,
  allOf: (parts: Condition[]) => `(${parts.map(wordsOf).join(' y ')})`,
  contains: (part: Condition) => `tiene un renglón que ${wordsOf(part)}`,
}

function quoted(value: unknown): string {
  return `«${typeof value === 'boolean' ? (value ? 'Sí' : 'No') : String(value)}»`
}
