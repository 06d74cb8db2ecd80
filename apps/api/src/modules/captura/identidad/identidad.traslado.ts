import { carryOver, type Respuestas } from '@conoceles/cuestionarios'
import type { Paso } from '../vigentes/vigentes.ts'

/** An answer as it was given; null is a blank that somebody saved. */
export interface Dada {
  pregunta: string
  valor: unknown
  /** Version under which it was given; null: the first. */
  cuestionarioId: string | null
}

/**
 * Turns answers of several versions into answers to the last of `pasos`: a later answer replaces one that was carried over. Encrypted
 * answers are carried over when read, and never rewritten unseen. Without `pasos` each answer stays under its question.
 */
export function alDia(dadas: readonly Dada[], pasos: readonly Paso[]): Respuestas {
  const places = dadas.map(({ cuestionarioId }) =>
    Math.max(
      0,
      pasos.findIndex(({ id }) => id === cuestionarioId),
    ),
  )
  const ownOf = (at: number) => Object.fromEntries(dadas.filter((_, i) => places[i] === at).map(({ pregunta, valor }) => [pregunta, valor]))
  const all = pasos
    .slice(1)
    .reduce<Respuestas>((before, { traslados }, i) => ({ ...carryOver(traslados, before), ...ownOf(i + 1) }), ownOf(0))
  return Object.fromEntries(Object.entries(all).filter(([, valor]) => valor !== null))
}
