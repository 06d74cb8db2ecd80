import { cumpleCondicion } from '../condition.ts'
import type { ConditionalRule } from '../condition.ts'
import type { CompiledCuestionario, Question } from '../document.ts'
import type { Found } from '../falla.ts'

/** Questions that would appear above the one whose answer shows them. A rule that a blank fulfils may look at a later one: it only hides. */
export function lateConditions(c: CompiledCuestionario): Found[] {
  const order = c.secciones.flatMap(({ campos }) => campos)
  return [...c.rules].flatMap(([campo, rules]) =>
    rules
      .filter((rule) => order.indexOf(rule.campo) >= order.indexOf(campo) && !cumpleCondicion(rule.condition, undefined))
      .map((rule) => ({ campo, razon: `la pregunta «${campo}» depende de «${rule.campo}», que no está antes` })),
  )
}

/** Questions that no combination of respuestas makes visible: grows the set of reachable ones until nothing more enters. */
export function unreachable(c: CompiledCuestionario): Found[] {
  const reachable = new Set<string>()
  const enters = (campo: string): boolean =>
    !reachable.has(campo) && (c.rules.get(campo) ?? []).every((rule) => canHold(c, rule, reachable))
  for (let next = [...c.questions.keys()].filter(enters); next.length > 0; next = [...c.questions.keys()].filter(enters)) {
    next.forEach((campo) => reachable.add(campo))
  }
  return [...c.questions.keys()]
    .filter((campo) => !reachable.has(campo))
    .map((campo) => ({ campo, razon: `ninguna respuesta hace visible la pregunta «${campo}»` }))
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
