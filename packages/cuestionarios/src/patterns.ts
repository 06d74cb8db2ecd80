import type { CuestionarioDocument, Question } from './document.ts'

export interface Patron {
  campo: string
  /** Read as Ajv reads it: with the flag `u`. */
  patron: string
}

/** Every pattern that respuestas are judged by; those that cannot be read are contradictions, which `faults` tells. */
export function patronesDe({ schema }: Pick<CuestionarioDocument, 'schema'>): Patron[] {
  const questions = Object.entries((schema['properties'] ?? {}) as Record<string, Question>)
  const all = questions.flatMap(([campo, { pattern, items }]) =>
    [pattern, items?.pattern].flatMap((patron) => (patron === undefined ? [] : [{ campo, patron }])),
  )
  return all.filter(({ patron }) => isPattern(patron))
}

export function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
