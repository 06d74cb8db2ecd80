import { carryOver, type Traslados } from './carry-over.ts'
import { checkRespuestas } from './check.ts'
import { cleanRespuestas } from './clean.ts'
import type { CompiledCuestionario, Respuestas } from './document.ts'
import { faltantesDe } from './faltantes.ts'
import { visibleCampos } from './visibility.ts'

/** One section of the later version after the answers passed. */
export interface SeccionTrasladada {
  clave: string
  respuestas: Respuestas
  /** Whether something obligatory is missing now. */
  completa: boolean
  /** Whether nobody has to look again: all that was answered passed as it was, is still valid, and nothing is asked anew. */
  intacta: boolean
}

/**
 * What the answers of a version become in the next, section by section. What the later version would refuse (a text over its new maximum, an
 * option that is gone) does not pass and is asked again. `antes`: all answers of the earlier version. For the server, as `checkRespuestas`.
 */
export function carrySections(
  { antes, despues, traslados }: { antes: CompiledCuestionario; despues: CompiledCuestionario; traslados: Traslados },
  respuestas: Respuestas,
): SeccionTrasladada[] {
  const carried = carryOver(traslados, respuestas)
  const accepted = Object.assign({}, ...despues.secciones.map(({ clave }) => acceptedOf(despues, clave, carried))) as Respuestas
  const visible = visibleCampos(despues, accepted)
  return despues.secciones.map(({ clave, campos }) => {
    const own = cleanRespuestas(despues, clave, pick(accepted, campos), accepted)
    const before = pick(respuestas, antes.secciones.find((each) => each.clave === clave)?.campos ?? [])
    const asked = campos.some((campo) => visible.has(campo) && traslados[campo]?.modo === 'preguntar')
    const completa = faltantesDe(despues, clave, own, accepted).length === 0
    return { clave, respuestas: own, completa, intacta: !asked && completa && isSame(own, before) }
  })
}

function acceptedOf(c: CompiledCuestionario, clave: string, carried: Respuestas): Respuestas {
  const own = pick(carried, c.secciones.find((each) => each.clave === clave)?.campos ?? [])
  const refused = new Set(checkRespuestas(c, clave, own, carried).map(({ field }) => field))
  return Object.fromEntries(Object.entries(own).filter(([campo, value]) => value !== null && !refused.has(campo)))
}

function pick(respuestas: Respuestas, campos: readonly string[]): Respuestas {
  return Object.fromEntries(Object.entries(respuestas).filter(([campo]) => campos.includes(campo)))
}

function isSame(one: Respuestas, other: Respuestas): boolean {
  const text = (answers: Respuestas) => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) === text(other)
}
