import type { EntityManager } from 'typeorm'
import { Recordatorio } from './recordatorio.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** Whether this transaction is the one that writes due messages; the others leave it to it. */
export async function takeTurn(tx: EntityManager): Promise<boolean> {
  const [row] = await readRows<{ mine: boolean }>(tx, 'select pg_try_advisory_xact_lock(242, 618) as mine')
  return row?.mine ?? false
}

/**
 * The next one that nobody is sending and whose turn has come (machine time). Locked: two workers never see the same. One whose moment
 * is to come again, because the legal clock was moved back, waits for it.
 */
export function lockNext(
  tx: EntityManager,
  { ahora, now, tipos }: { ahora: Date; now: Date; tipos?: readonly Recordatorio['tipo'][] },
): Promise<Recordatorio | null> {
  const query = tx
    .createQueryBuilder(Recordatorio, 'r')
    .where(`r.estatus = 'pendiente' and r.proximoIntento <= :now and (r.tomadoHasta is null or r.tomadoHasta < :now)`, { now })
    .andWhere('r.desde <= :ahora', { ahora })
    .orderBy('r.proximoIntento', 'ASC')
    .addOrderBy('r.id', 'ASC')
    .limit(1)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
  if (tipos) query.andWhere('r.tipo = any(:tipos)', { tipos })
  return query.getOne()
}

/** Gives up messages that were not sent while they were worth while (legal time); those being sent now (machine time) go on. */
export async function expire(tx: EntityManager, { ahora, now, falla }: { ahora: Date; now: Date; falla: string | null }): Promise<void> {
  await tx.query(
    `update captura.recordatorio set estatus = 'caducado', falla = coalesce(falla, $3)
     where estatus = 'pendiente' and caduca_en <= $1 and (tomado_hasta is null or tomado_hasta < $2)`,
    [ahora, now, falla],
  )
}

/** Makes needless messages pending again: their evidence was annulled, or the account wants to hear of it again. */
export async function reopen(tx: EntityManager, claves: string[], now: Date): Promise<void> {
  await tx.query(
    `update captura.recordatorio set estatus = 'pendiente', proximo_intento = $2 where estatus = 'innecesario' and clave = any($1)`,
    [claves, now],
  )
}
