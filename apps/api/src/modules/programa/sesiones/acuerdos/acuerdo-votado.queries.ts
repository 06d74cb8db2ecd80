import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'

/** Ids of the sesiones whose newest record names this acuerdo. */
export async function findVoting(tx: EntityManager, acuerdoId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    `select c.sesion_id as id from captura.celebracion c
     where c.numero = (select max(m.numero) from captura.celebracion m where m.sesion_id = c.sesion_id)
       and c.puntos @> jsonb_build_array(jsonb_build_object('acuerdo', jsonb_build_object('id', $1::text)))`,
    [acuerdoId],
  )
  return rows.map(({ id }) => id)
}
