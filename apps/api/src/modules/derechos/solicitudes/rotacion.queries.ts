import { Not, type EntityManager } from 'typeorm'
import { rewrapDataKey } from '../../captura/index.ts'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'
import { placeOf } from './documentos/documentos.queries.ts'
import { PruebaDerecho } from './prueba-derecho.entity.ts'

/** Wraps the keys of some documents of requests with the key in force; answers how many. */
export async function rewrapPruebas(tx: EntityManager, llavero: Llavero, limite: number): Promise<number> {
  const rows = await tx.find(PruebaDerecho, {
    select: { id: true, solicitudId: true, clase: true, kid: true, envuelta: true },
    where: { kid: Not(llavero.kid) },
    order: { id: 'ASC' },
    take: limite,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  })
  for (const row of rows) {
    const { id, kid, envuelta } = row
    await tx.update(PruebaDerecho, { id }, rewrapDataKey(llavero, placeOf(row), { kid, envuelta }))
  }
  return rows.length
}
