import { Not, type EntityManager } from 'typeorm'
import { rewrapDataKey } from '../../captura/index.ts'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'
import { Archivo } from './archivo.entity.ts'
import { placeOf } from './archivos.service.ts'

/** Wraps the keys of some pieces of uploaded files with the key in force; answers how many. */
export async function rewrapArchivos(tx: EntityManager, llavero: Llavero, limite: number): Promise<number> {
  const rows = await tx.find(Archivo, {
    select: { importacionId: true, parte: true, kid: true, envuelta: true },
    where: { kid: Not(llavero.kid) },
    order: { importacionId: 'ASC', parte: 'ASC' },
    take: limite,
    lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
  })
  for (const { importacionId, parte, ...wrapped } of rows) {
    await tx.update(Archivo, { importacionId, parte }, rewrapDataKey(llavero, placeOf(importacionId, parte), wrapped))
  }
  return rows.length
}
