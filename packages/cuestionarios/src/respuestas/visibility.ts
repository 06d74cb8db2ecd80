import { cumpleCondicion } from '../condition.ts'
import type { CompiledCuestionario, Respuestas } from '../document.ts'

/**
 * Whether a question is asked, given the respuestas of all sections and the age to which the cuestionario is bound. The respuesta of a hidden question does not count for
 * the rules of others, so a chain closes from its first link. An unknown `campo` is not visible.
 */
export function esVisible(c: CompiledCuestionario, campo: string, respuestas: Respuestas): boolean {
  return visibleCampos(c, respuestas).has(campo)
}

/**
 * The respuestas without those to hidden questions. If two questions hide each other and both are answered, the one that comes
 * later in the cuestionario stays. Keys that are no question are kept. Code that publishes or counts respuestas must pass them through here:
 * a section saved before another one changed may hold a respuesta that is no longer asked.
 */
export function sinOcultas(c: CompiledCuestionario, respuestas: Respuestas): Respuestas {
  const kept = new Map(Object.entries(respuestas).filter(([campo]) => !c.fueraDeEdad.has(campo)))
  // The rules stand in the order of the cuestionario.
  const ordered = [...c.rules.keys()].filter((campo) => kept.has(campo))
  for (let changed = true; changed;) {
    changed = false
    for (const campo of ordered) {
      if (kept.has(campo) && !fulfilsRules(c, campo, kept)) changed = kept.delete(campo)
    }
  }
  return Object.fromEntries(kept)
}

/** Keys of all visible questions: `esVisible` for many questions at the price of one. */
export function visibleCampos(c: CompiledCuestionario, respuestas: Respuestas): Set<string> {
  const kept = new Map(Object.entries(sinOcultas(c, respuestas)))
  return new Set([...c.questions.keys()].filter((campo) => fulfilsRules(c, campo, kept)))
}

/** The respuestas of all sections with those of one section replaced by newer ones. */
export function withSection(c: CompiledCuestionario, seccion: string, parts: { respuestas: Respuestas; todas: Respuestas }): Respuestas {
  const campos = new Set(sectionOf(c, seccion).campos)
  const others = Object.entries(parts.todas).filter(([campo]) => !campos.has(campo))
  return Object.fromEntries([...others, ...Object.entries(parts.respuestas)])
}

export function sectionOf(c: CompiledCuestionario, clave: string): CompiledCuestionario['secciones'][number] {
  const seccion = c.secciones.find((each) => each.clave === clave)
  if (seccion === undefined) throw new Error(`El cuestionario ${c.tipo} no tiene la sección «${clave}»`)
  return seccion
}

function fulfilsRules(c: CompiledCuestionario, campo: string, respuestas: ReadonlyMap<string, unknown>): boolean {
  return (
    !c.fueraDeEdad.has(campo) && (c.rules.get(campo) ?? []).every((rule) => cumpleCondicion(rule.condition, respuestas.get(rule.campo)))
  )
}
