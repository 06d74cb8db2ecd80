import type { EntityManager } from 'typeorm'
import type { ConteoAvance } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

const CONTEOS = `
  with extemporanea as materialized (select captura.extemporaneas_de($1) as id)
  select g.clave as cargo, a.clave as actor,
    count(*) filter (where c.estatus = 'sustituida')::int as sustituidas,
    count(*) filter (where c.estatus = 'cancelada')::int as canceladas,
    count(*) filter (where c.estatus = 'aprobada' and e.id is not null
      and c.estatus_captura not in ('sin_captura', 'en_captura'))::int as extemporaneas,
    count(*) filter (where c.estatus = 'aprobada' and c.captura_vence < $2::date and c.estatus_captura in ('sin_captura', 'en_captura'))::int as vencidas,
    json_build_object(
      'sin_captura', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'sin_captura'),
      'en_captura', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'en_captura'),
      'completa', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'completa'),
      'validada', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'validada'),
      'observada', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'observada'),
      'en_correccion', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'en_correccion'),
      'verificada', count(*) filter (where c.estatus = 'aprobada' and c.estatus_captura = 'verificada')) as "porEstatus"
  from captura.candidatura c
  join captura.cargo g on g.id = c.cargo_id join captura.actor_politico a on a.id = c.actor_id
  left join extemporanea e on e.id = c.id
  where c.proceso_id = $1
  group by g.clave, a.clave`

/** Counts all candidaturas of the proceso by cargo and by actor. `hoy`: legal day that terms are measured against. */
export async function countAvance(tx: EntityManager, { procesoId, hoy }: { procesoId: string; hoy: string }): Promise<ConteoAvance[]> {
  return readRows<ConteoAvance>(tx, CONTEOS, [procesoId, hoy])
}

/** Acts that the publisher has not looked at yet: public data may still change by them. */
export async function countPorPublicar(tx: EntityManager, hoy: string): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    tx,
    `select count(distinct candidatura_id)::int as n from captura.publicacion_pendiente where no_antes is null or no_antes <= $1::date`,
    [hoy],
  )
  return row?.n ?? 0
}
