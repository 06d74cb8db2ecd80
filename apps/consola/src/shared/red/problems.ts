import { NO_CONNECTION, UNREADABLE, type Problem } from '@conoceles/api-client'
export type { Problem } from '@conoceles/api-client'
import { t } from '../../messages/index.ts'

const WAIT_AND_RETRY = [0, 408, 429, 500, 502, 503, 504]

/** Whether the same request may work a little later. */
export function isTransient(problem: Problem): boolean {
  return WAIT_AND_RETRY.includes(problem.status)
}

/** The sentence to show for a problem: the API's own, or ours when it did not answer. */
export function problemText(problem: Problem): string {
  if (problem.code === NO_CONNECTION) return t('comun.sinConexion')
  if (problem.code === UNREADABLE || problem.title === '') return t('comun.respuestaIlegible')
  return problem.detail === undefined ? problem.title : `${problem.title} ${problem.detail}`
}

/** The sentence for a form: the reasons of one of its fields when the API gave them, else all that it gave. */
export function refusalOf(problem: Problem | null, field: string): string | null {
  if (problem === null) return null
  const all = problem.errors.flatMap((error) => error.reasons).join(' ')
  return fieldReasons(problem, field) ?? (all === '' ? problemText(problem) : all)
}

function fieldReasons(problem: Problem | null, field: string): string | undefined {
  const reasons = problem?.errors.find((error) => error.field === field)?.reasons
  return reasons === undefined || reasons.length === 0 ? undefined : reasons.join(' ')
}
