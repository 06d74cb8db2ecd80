import type { Respuestas } from '../../api-types.ts'
import { isBlank, sameRespuesta } from '../captura/respuestas.ts'

/** Answers written over those of the server. */
interface Written {
  base: Respuestas
  respuestas: Respuestas
  attempt: object | null
  aparte?: Respuestas
}

/** The draft with the answers to these questions alone, and those to others put aside; the same where it answers no others. */
export function putAside<T extends Written>(draft: T, campos: readonly string[]): T {
  const { respuestas, base, aparte } = draft
  const asked = ([campo]: [string, unknown]) => campos.includes(campo)
  const others = Object.entries(respuestas).filter((each) => !asked(each))
  if (others.length === 0) return draft
  const written = others.filter(([campo, respuesta]) => !isBlank(respuesta) && !sameRespuesta(respuesta, base[campo]))
  const only = (all: Respuestas) => Object.fromEntries(Object.entries(all).filter(asked)) as Respuestas
  const left = { ...draft, respuestas: only(respuestas), base: only(base), attempt: null }
  return written.length === 0 ? left : { ...left, aparte: { ...aparte, ...(Object.fromEntries(written) as Respuestas) } }
}
