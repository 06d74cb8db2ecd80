import type { EntityManager } from 'typeorm'
import { prepared } from '../../database/statements.ts'
import { readRows, changeRows } from '../../database/rows.ts'

export interface EstatusRow {
  pendientes: number
  numero: number | null
  en: Date | null
  sha256: string | null
}

export async function findEstatus(tx: EntityManager, hoy: string): Promise<EstatusRow> {
  const [row] = await readRows<EstatusRow>(
    tx,
    `select (select count(distinct candidatura_id)::int from captura.publicacion_pendiente
         where no_antes is null or no_antes <= $1::date) as pendientes, c.numero, c.en, c.sha256
     from (select 1) one left join lateral (select numero, en, sha256 from publico.corte order by numero desc limit 1) c on true`,
    [hoy],
  )
  return row ?? { pendientes: 0, numero: null, en: null, sha256: null }
}

const ENQUEUE = prepared(
  'pendientes',
  'insert into captura.publicacion_pendiente (candidatura_id, desde) select id, clock_timestamp() from unnest($1::uuid[]) id on conflict do nothing',
)

/**
 * Written in the transaction of the act that may have changed public data. Each act leaves a row of its own. If an act relied on another
 * act's row, it would be forgotten when the publisher takes that row before the act ends.
 */
export async function enqueue(tx: EntityManager, candidaturaIds: readonly string[]): Promise<void> {
  await tx.query(ENQUEUE, [candidaturaIds])
}

/** Queues candidaturas for the day after `ultimoDia`, when something of theirs ends by itself; null: nothing does. */
export async function enqueueOn(tx: EntityManager, candidaturaIds: readonly string[], ultimoDia: string | null): Promise<void> {
  if (ultimoDia === null) return
  await tx.query(
    `insert into captura.publicacion_pendiente (candidatura_id, desde, no_antes)
     select id, clock_timestamp(), $2::date + 1 from unnest($1::uuid[]) id on conflict do nothing`,
    [candidaturaIds, ultimoDia],
  )
}

/** Takes what waits, with the time of its oldest act that waited for no day of its own; null: none did. */
export async function takePendientes(tx: EntityManager, hoy: string): Promise<{ ids: string[]; desde: Date | null }> {
  const [rows] = await changeRows<{ id: string; desde: Date | null }>(
    tx,
    `delete from captura.publicacion_pendiente where no_antes is null or no_antes <= $1::date
     returning candidatura_id as id, case when no_antes is null then desde end as desde`,
    [hoy],
  )
  const times = rows.flatMap(({ desde }) => desde ?? []).sort((one, other) => one.getTime() - other.getTime())
  return { ids: [...new Set(rows.map(({ id }) => id))], desde: times[0] ?? null }
}

/** Whether something waits for no day of its own. */
export async function hasPendientes(tx: EntityManager): Promise<boolean> {
  const [row] = await readRows<{
    hay: boolean
  }>(tx, 'select exists (select 1 from captura.publicacion_pendiente where no_antes is null) as hay')
  return row?.hay ?? false
}
