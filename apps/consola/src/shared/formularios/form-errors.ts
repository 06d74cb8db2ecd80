import type { FieldError } from '@conoceles/ui'
import { problemText, type Problem } from '../red/problems.ts'

/** An error when a field was left blank. */
export function missing(value: string | null | undefined, id: string, text: string): FieldError[] {
  return value === null || value === undefined || value.trim() === '' ? [{ id, text }] : []
}

/** Whether the API refuses what was typed, rather than the act: the form has to be mended. */
export function refusesForm(problem: Problem | null): problem is Problem {
  return problem !== null && (problem.errors.length > 0 || problem.status === 422)
}

/** The refusal of the API as lines of an error summary: each reason leads to its field where the form has it. */
export function fieldErrorsOf(problem: Problem | null, ids: Readonly<Record<string, string>>): FieldError[] {
  if (problem === null) return []
  const found = problem.errors.flatMap(({ field, reasons }) => reasons.map((text) => ({ id: ids[field] ?? null, text })))
  return found.length > 0 ? found : [{ id: null, text: problemText(problem) }]
}

/** The text beside a field; several are said one after the other. */
export function errorFor(errors: readonly FieldError[], id: string): string | undefined {
  const own = errors.filter((error) => error.id === id).map(({ text }) => text)
  return own.length === 0 ? undefined : own.join(' ')
}
