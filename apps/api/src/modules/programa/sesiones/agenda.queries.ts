import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

const ON_AGENDA = `select id from captura.sesion s
  where exists (select 1 from jsonb_array_elements(s.puntos) p where p ->> 'entregable' = any($1)) order by fecha, id`

/** Sesiones on whose agenda any of these entregables was, in the order of their days. */
export async function findSesionesOf(tx: EntityManager, entregables: readonly string[]): Promise<string[]> {
  return (await readRows<{ id: string }>(tx, ON_AGENDA, [entregables])).map(({ id }) => id)
}
