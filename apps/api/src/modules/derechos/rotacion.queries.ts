import { Not, type EntityManager } from 'typeorm'
import { rewrapDataKey } from '../cuestionarios/index.ts'
import type { Llavero } from '../../shared/llavero.ts'
import { placeOf } from './archivos.service.ts'
import { PruebaDerecho } from './prueba-derecho.entity.ts'

/** Wraps the keys of some identity proofs with the key in force; answers how many. */
export async function rewrapPruebas(tx: EntityManager, llavero: Llavero, limite: number): Promise<number> {
  const rows = await tx.find(PruebaDerecho, {
    select: { solicitudId: true, kid: true, envuelta: true },
    where: { kid: Not(llavero.kid) },
    order: { solicitudId: 'ASC' },
    take: limite,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  })
  for (const { solicitudId, ...wrapped } of rows)
    await tx.update(PruebaDerecho, { solicitudId }, rewrapDataKey(llavero, placeOf(solicitudId), wrapped))
  return rows.length
}
