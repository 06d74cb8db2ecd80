import type { EntityManager } from 'typeorm'
import { prepared } from '../../../database/statements.ts'
import { readRows } from '../../../database/rows.ts'

const NOTE = prepared(
  'apertura',
  `insert into captura.apertura (cuenta_id, candidatura_id, abierta_en) values ($1, $2, $3)
   on conflict (cuenta_id, candidatura_id) do update set abierta_en = excluded.abierta_en`,
)

/** Notes that a reviewer has a candidatura before her. */
export async function noteApertura(tx: EntityManager, opened: { cuenta: string; candidatura: string; now: Date }): Promise<void> {
  await tx.query(NOTE, [opened.cuenta, opened.candidatura, opened.now])
}

/** Those that a reviewer opened since they were validated last. */
export async function findAbiertas(tx: EntityManager, cuenta: string, candidaturas: readonly string[]): Promise<Set<string>> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select c.id from captura.candidatura c join captura.apertura a on a.candidatura_id = c.id
     where a.cuenta_id = $1 and c.id = any($2) and a.abierta_en >= c.validada_en`,
    [cuenta, candidaturas],
  )
  return new Set(rows.map(({ id }) => id))
}
