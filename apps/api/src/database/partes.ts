import type { EntityManager } from 'typeorm'
import { readRows } from './rows.ts'

const FILAS = 5_000

/** The rows of a question of a transaction part by part, so that those of a large proceso are not all in memory at once. */
export async function* porPartes<T>(tx: EntityManager, sql: string): AsyncGenerator<T[]> {
  await tx.query(`declare partes no scroll cursor for ${sql}`)
  for (;;) {
    const rows = await readRows<T>(tx, `fetch ${FILAS} from partes`)
    if (rows.length > 0) yield rows
    if (rows.length < FILAS) break
  }
  await tx.query('close partes')
}
