import { Not, type EntityManager } from 'typeorm'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'
import { openEnlace, sealEnlace } from './enlace.ts'
import { TextoCodificacion } from './texto.entity.ts'

/** Seals with the key in force whose some of the texts that are being coded are; answers how many. */
export async function resealTextos(tx: EntityManager, llavero: Llavero, limite: number): Promise<number> {
  const rows = await tx.find(TextoCodificacion, {
    where: { kid: Not(llavero.kid) },
    order: { id: 'ASC' },
    take: limite,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  })
  for (const row of rows) {
    const { kid, enlace } = sealEnlace(llavero, row.id, openEnlace(llavero, row))
    await tx.update(TextoCodificacion, { id: row.id }, { kid, enlace })
  }
  return rows.length
}
