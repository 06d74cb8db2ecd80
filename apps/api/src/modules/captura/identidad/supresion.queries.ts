import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/** Count of a suppression. */
export interface Suprimidas {
  /** Data keys that were destroyed; a candidatura without any is noted all the same. */
  llaves: number
}

/**
 * Destroys the data keys of these personas and all that they open: answers in every state, and the forms under the same key. Past cortes
 * keep verifying, as they hold hashes; earlier counts stand. `motivo`: a folio or an acuerdo, never data.
 *
 * It is the only way to do it, for a cancelación and for the end of a proceso.
 */
export async function suprimirIdentidad(
  tx: EntityManager,
  { candidaturas, motivo, en }: { candidaturas: readonly string[]; motivo: string; en: Date },
): Promise<Suprimidas> {
  const [row] = await readRows<{ llaves: number }>(tx, 'select identidad.suprimir($1, $2, $3) as llaves', [candidaturas, motivo, en])
  return { llaves: row?.llaves ?? 0 }
}
