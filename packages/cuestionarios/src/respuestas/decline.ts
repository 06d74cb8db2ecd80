import type { CompiledCuestionario, Question, Respuestas } from '../document.ts'
import { sinOcultas, visibleCampos } from './visibility.ts'

/** Option by which a persona declines to answer a question. Source: cuestionario de identidad del INE. */
export const PREFIERO_NO_CONTESTAR = 'Prefiero no contestar'

/**
 * Answers that decline every obligatory question that is asked, blank, and may be declined. Questions that another one asks once it is declined are
 * among them; those that it hides are not. `todas`: respuestas of all sections.
 */
export function declineFaltantes(c: CompiledCuestionario, todas: Respuestas): Respuestas {
  let declined: Respuestas = {}
  for (;;) {
    const all = { ...todas, ...declined }
    const visible = visibleCampos(c, all)
    const next = [...c.questions].find(([campo, question]) => visible.has(campo) && isBlank(all[campo]) && isDeclinable(question))
    if (next === undefined) return pick(sinOcultas(c, all), declined)
    const [campo] = next
    declined = { ...declined, [campo]: PREFIERO_NO_CONTESTAR }
  }
}

function isDeclinable(question: Question): boolean {
  return question['x-obligatorio'] === true && question.enum?.includes(PREFIERO_NO_CONTESTAR) === true
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function pick(all: Respuestas, keys: Respuestas): Respuestas {
  return Object.fromEntries(Object.entries(all).filter(([campo]) => Object.hasOwn(keys, campo)))
}
