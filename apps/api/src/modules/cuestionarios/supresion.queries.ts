import type { EntityManager } from 'typeorm'

/** What is left of a suppression. */
export interface Suprimidas {
  /** Data keys that were destroyed; whoever had none is noted all the same. */
  llaves: number
}

/**
 * Destroys the data keys of these personas and what they opened: answers in every state, and, unreadable from here on, the forms that lie under
 * the same key. Past cortes keep verifying, as they hold hashes; what was already counted stands. `motivo`: a folio or an acuerdo, never data.
 * The only way to do it, for whoever attends to a cancelación and for the end of a proceso.
 */
export async function suprimirIdentidad(
  tx: EntityManager,
  { candidaturas, motivo, en }: { candidaturas: readonly string[]; motivo: string; en: Date },
): Promise<Suprimidas> {
  const [row] = (await tx.query('select identidad.suprimir($1, $2, $3) as llaves', [candidaturas, motivo, en])) as { llaves: number }[]
  return { llaves: row?.llaves ?? 0 }
}
