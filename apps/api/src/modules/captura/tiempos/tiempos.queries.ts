import type { EntityManager } from 'typeorm'
import { readRow, readRows } from '../../../database/rows.ts'

/** Waits of the first reviews of what was sent, in minutes; null where there is none. */
export interface TiemposRow {
  revisiones: number
  mediana: number | null
  p90: number | null
}

export interface TiemposDiaRow extends TiemposRow {
  dia: string
}

/**
 * The bitácora's entries are the record: from the last sending of a candidatura to the first time that the institute verified or observed it.
 * $1: since when, by the legal clock.
 */
const REVISADAS = `with hecha as materialized (
    select a.n, a.objeto_id, (a.contenido::jsonb ->> 'en')::timestamptz as en, a.contenido::jsonb ->> 'cuenta' as cuenta
    from bitacora.acto a where a.acto in ('candidatura.verificada', 'candidatura.observada')
      and (a.contenido::jsonb ->> 'en')::timestamptz >= $1),
  revision as (
    select h.en, h.cuenta, extract(epoch from h.en - e.en) / 60 as minutos
    from hecha h join lateral (select v.n, (v.contenido::jsonb ->> 'en')::timestamptz as en from bitacora.acto v
      where v.objeto_id = h.objeto_id and v.acto = 'candidatura.validada' and v.n < h.n order by v.n desc limit 1) e on h.en >= e.en
    where not exists (select 1 from bitacora.acto o where o.objeto_id = h.objeto_id and o.n > e.n and o.n < h.n
      and o.acto in ('candidatura.verificada', 'candidatura.observada')))`

const MEASURED = `count(*)::int as revisiones, round(percentile_cont(0.5) within group (order by minutos))::int as mediana,
  round(percentile_cont(0.9) within group (order by minutos))::int as p90`

/** Those that one account made, or everybody's. */
export function readTiempos(tx: EntityManager, desde: Date, cuenta: string | null): Promise<TiemposRow> {
  return readRow<TiemposRow>(tx, `${REVISADAS} select ${MEASURED} from revision where $2::text is null or cuenta = $2`, [desde, cuenta])
}

/** Everybody's, on each legal day that has any. */
export function listTiemposPorDia(tx: EntityManager, desde: Date, zona: string): Promise<TiemposDiaRow[]> {
  return readRows<TiemposDiaRow>(
    tx,
    `${REVISADAS} select (en at time zone $2)::date::text as dia, ${MEASURED} from revision group by 1 order by 1`,
    [desde, zona],
  )
}
