import type { EntityManager } from 'typeorm'
import type { EstatusCaptura } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** A candidatura as an act on several names it. */
export interface ElegidaRow {
  id: string
  clave: string
  nombre: string
  cargoNombre: string
  lugar: string
  version: number
  estatusCaptura: EstatusCaptura
}

/** In the order of the ballots; those that the reader may not see are absent. */
export async function readElegidas(tx: EntityManager, ids: readonly string[]): Promise<ElegidaRow[]> {
  return readRows<ElegidaRow>(
    tx,
    `select c.id, c.clave, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.nombre as "cargoNombre",
       d.nombre as lugar, c.version, c.estatus_captura as "estatusCaptura"
     from captura.candidatura c
     join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     where c.id = any($1) order by c.orden`,
    [ids],
  )
}
