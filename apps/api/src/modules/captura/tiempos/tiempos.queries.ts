import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/** Waits of the first reviews of what was sent, in minutes; null where there is none. */
export interface TiemposRow {
  /** Legal day of the reviews; null: of all days together. */
  dia: string | null
  revisiones: number
  mediana: number | null
  p90: number | null
}

/** Since when, by the legal clock, and whose; without an account, everybody's. */
interface Asked {
  desde: Date
  cuenta: string | null
  zona: string
}

/**
 * The bitácora's entries are the record: from the last sending of a candidatura to the first time that the institute verified or observed it.
 * PostgreSQL parses the JSON of each entry once: hence the limits.
 */
const TIEMPOS = `with hecha as materialized (
    select a.n, a.objeto_id, p.en from bitacora.acto a
    cross join lateral (select (c ->> 'en')::timestamptz as en, c ->> 'cuenta' as cuenta
      from (select a.contenido::jsonb as c offset 0) j offset 0) p
    where a.acto in ('candidatura.verificada', 'candidatura.observada') and p.en >= $1 and ($2::text is null or p.cuenta = $2)),
  revision as (
    select h.en, extract(epoch from h.en - e.en) / 60 as minutos
    from hecha h join lateral (select v.n, (v.contenido::jsonb ->> 'en')::timestamptz as en from bitacora.acto v
      where v.objeto_id = h.objeto_id and v.acto = 'candidatura.validada' and v.n < h.n order by v.n desc limit 1) e on h.en >= e.en
    where not exists (select 1 from bitacora.acto o where o.objeto_id = h.objeto_id and o.n > e.n and o.n < h.n
      and o.acto in ('candidatura.verificada', 'candidatura.observada')))
  select (en at time zone $3)::date::text as dia, count(*)::int as revisiones,
    round(percentile_cont(0.5) within group (order by minutos))::int as mediana,
    round(percentile_cont(0.9) within group (order by minutos))::int as p90
  from revision group by grouping sets (((en at time zone $3)::date), ()) order by 1`

/** All days together, and each day that has any review. */
export async function readTiempos(tx: EntityManager, { desde, cuenta, zona }: Asked): Promise<{ total: TiemposRow; dias: TiemposRow[] }> {
  const rows = await readRows<TiemposRow>(tx, TIEMPOS, [desde, cuenta, zona])
  const total = rows.find(({ dia }) => dia === null) ?? NONE
  return { total, dias: rows.filter(({ dia }) => dia !== null) }
}

const NONE: TiemposRow = { dia: null, revisiones: 0, mediana: null, p90: null }
