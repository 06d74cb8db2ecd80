import { camposPerdidos, carryOver, type Traslado, type Traslados } from './carry-over.ts'
import { checkRespuestas } from '../respuestas/check.ts'
import { cleanRespuestas } from '../respuestas/clean.ts'
import type { CompiledCuestionario, Respuestas } from '../document.ts'
import { faltantesDe } from '../respuestas/faltantes.ts'
import { visibleCampos } from '../respuestas/visibility.ts'

/** One section of the later version after the answers passed. */
export interface SeccionTrasladada {
  clave: string
  respuestas: Respuestas
  /** Whether something obligatory is missing now. */
  completa: boolean
  /** Whether nobody has to look again: nothing obligatory is missing, no answer was lost and none came from another section. */
  intacta: boolean
}

/**
 * Carries the answers of a version to the next, section by section. Answers that the later version would refuse (a text over its new maximum, an
 * option that is gone) do not pass and are asked again. `antes`: all answers of the earlier version. For the server, as `checkRespuestas`.
 */
export function carrySections(
  { antes, despues, traslados }: { antes: CompiledCuestionario; despues: CompiledCuestionario; traslados: Traslados },
  respuestas: Respuestas,
): SeccionTrasladada[] {
  const carried = carryOver(traslados, respuestas)
  const accepted = Object.assign({}, ...despues.secciones.map(({ clave }) => acceptedOf(despues, clave, carried))) as Respuestas
  const visible = visibleCampos(despues, accepted)
  const lost = camposPerdidos(traslados, respuestas)
  const isLost = (campo: string) => visible.has(campo) && (lost.has(campo) || (hasValue(carried, campo) && !Object.hasOwn(accepted, campo)))
  return despues.secciones.map(({ clave, campos }) => {
    const kept = pick(accepted, campos)
    const own = cleanRespuestas(despues, clave, kept, accepted)
    const before = antes.secciones.find((each) => each.clave === clave)?.campos ?? []
    const completa = faltantesDe(despues, clave, own, accepted).length === 0
    const came = Object.keys(own).some((campo) => !before.includes(sourceOf(campo, traslados[campo])))
    const intacta = completa && !came && !campos.some(isLost)
    // Nobody opens this section again: an answer that another one hides for now is needed when it shows.
    return { clave, respuestas: intacta ? kept : own, completa, intacta }
  })
}

function sourceOf(campo: string, traslado: Traslado | undefined): string {
  return traslado?.modo === 'mapeada' ? (traslado.de ?? campo) : campo
}

function hasValue(respuestas: Respuestas, campo: string): boolean {
  return (respuestas[campo] ?? null) !== null
}

function acceptedOf(c: CompiledCuestionario, clave: string, carried: Respuestas): Respuestas {
  const own = pick(carried, c.secciones.find((each) => each.clave === clave)?.campos ?? [])
  const refused = new Set(checkRespuestas(c, clave, own, carried).map(({ field }) => field))
  return Object.fromEntries(Object.entries(own).filter(([campo, value]) => value !== null && !refused.has(campo)))
}

function pick(respuestas: Respuestas, campos: readonly string[]): Respuestas {
  return Object.fromEntries(Object.entries(respuestas).filter(([campo]) => campos.includes(campo)))
}
