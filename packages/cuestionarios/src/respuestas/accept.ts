import { checkRespuestas, type RespuestaError } from './check.ts'
import { cleanRespuestas } from './clean.ts'
import type { CompiledCuestionario, Respuestas } from '../document.ts'

export interface Aceptadas {
  respuestas: Respuestas
  rechazadas: RespuestaError[]
}

/**
 * The respuestas of a section that can be kept, each judged by itself, and the errors of the others. A refused respuesta leaves the stored one of
 * its question where it is; one that the age of the persona leaves out is refused. `todas`: stored respuestas of all sections, this one among them. Throws on an unknown section. For the server, as
 * `checkRespuestas`.
 */
// eslint-disable-next-line max-params -- the answers of a section, and the rest that its rules read
export function acceptRespuestas(c: CompiledCuestionario, seccion: string, respuestas: Respuestas, todas: Respuestas): Aceptadas {
  const rechazadas = new Map(unasked(c, respuestas))
  let kept = new Map(Object.entries(respuestas))
  for (;;) {
    const errors = checkRespuestas(c, seccion, Object.fromEntries(kept), todas)
    if (errors.length === 0) break
    for (const error of errors) {
      const { field } = error
      // A stored respuesta may be refused too, after its question changed.
      const stored = rechazadas.has(field) || !c.questions.has(field) ? undefined : todas[field]
      if (!rechazadas.has(field)) rechazadas.set(field, error)
      kept = new Map([...kept].filter(([campo]) => campo !== field))
      if (stored !== undefined) kept.set(field, stored)
    }
  }
  return { respuestas: cleanRespuestas(c, seccion, Object.fromEntries(kept), todas), rechazadas: [...rechazadas.values()] }
}

function unasked({ fueraDeEdad }: CompiledCuestionario, respuestas: Respuestas): [string, RespuestaError][] {
  return Object.entries(respuestas)
    .filter(([field, value]) => fueraDeEdad.has(field) && value !== null && value !== '')
    .map(([field]) => [field, { field, reasons: ['No se pregunta, por la fecha de nacimiento'] }])
}
