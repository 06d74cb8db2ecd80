import type { Problem } from '@conoceles/api-client'
import type { Respuestas, SeccionGuardada } from '../../api-types.ts'
import { isBlank, sameRespuesta } from '../captura/respuestas.ts'

/** An answer that the server did not keep, as it was sent, and why. */
export interface Refused {
  campo: string
  valor: unknown
  razones: string[]
}

interface Written {
  base: Respuestas
  respuestas: Respuestas
}

/** Those that nobody changed since: only they are still true. */
export function standing(refused: readonly Refused[], respuestas: Respuestas): Refused[] {
  return refused.filter(({ campo, valor }) => sameRespuesta(valor, respuestas[campo]))
}

/** The answers with those of the server in the place of the refused ones: as they can be sent, and as the server has them afterwards. */
export function withoutRefused(refused: readonly Pick<Refused, 'campo'>[], { base, respuestas }: Written): Respuestas {
  const campos = refused.map(({ campo }) => campo)
  const left = Object.entries(respuestas).filter(([campo]) => !campos.includes(campo))
  const stored = campos.filter((campo) => !isBlank(base[campo])).map((campo): [string, unknown] => [campo, base[campo]])
  return Object.fromEntries([...left, ...stored])
}

/** Refusals of a save that kept the rest. */
export function refusedOf({ rechazadas }: SeccionGuardada, sent: Respuestas): Refused[] {
  return rechazadas.map(({ campo, razones }) => ({ campo, razones, valor: sent[campo] }))
}

/** Refusals of a save that kept nothing. */
export function refusedBy({ errors }: Problem, sent: Respuestas): Refused[] {
  const found = errors.map(({ field, reasons }) => ({ campo: field.replace(/^respuestas\./, ''), razones: reasons }))
  return found.map((each) => ({ ...each, valor: sent[each.campo] }))
}

/** Whether an answer of the server is what this machine wrote or had read: then nobody else's text is in it. */
export function isOwn(actual: Respuestas, { base, sent }: { base: Respuestas; sent: Respuestas }): boolean {
  const campos = new Set([...Object.keys(actual), ...Object.keys(sent)])
  return [...campos].every((campo) => [sent, base].some((known) => sameRespuesta(actual[campo], known[campo])))
}
