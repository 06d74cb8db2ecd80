import type { EntityManager } from 'typeorm'
import { Recordatorio, type EstatusRecordatorio } from './recordatorio.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** Newest first; `despues` is the id of the last one of the page before. */
export function listPage(
  tx: EntityManager,
  { despues, estatus, limite }: { despues: string | null; estatus: EstatusRecordatorio | null; limite: number },
): Promise<Recordatorio[]> {
  const query = tx.createQueryBuilder(Recordatorio, 'r').orderBy('r.desde', 'DESC').addOrderBy('r.id', 'DESC').limit(limite)
  if (estatus) query.andWhere('r.estatus = :estatus', { estatus })
  if (despues) query.andWhere('(r.desde, r.id) < (select p.desde, p.id from captura.recordatorio p where p.id = :despues)', { despues })
  return query.getMany()
}

/** Counts waiting messages, and those that could not leave since a day: waiting after a failure, or given up. */
export async function countWaiting(tx: EntityManager, since: Date): Promise<{ enEspera: number; conFalla: number }> {
  const [row] = await readRows<{ enEspera: number; conFalla: number }>(
    tx,
    `select count(*) filter (where estatus = 'pendiente')::int as "enEspera",
       count(*) filter (where (estatus = 'pendiente' or (estatus = 'caducado' and caduca_en > $1)) and falla is not null)::int as "conFalla"
     from captura.recordatorio where estatus in ('pendiente', 'caducado')`,
    [since],
  )
  return row ?? { enEspera: 0, conFalla: 0 }
}
