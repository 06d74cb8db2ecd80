import type { DataSource } from 'typeorm'
import { ordenJusto, type OrdenPresentacion } from '@conoceles/domain'

/** How the list of a day is drawn, as the index says it. */
export interface OrdenDelDia {
  proceso: string
  orden: OrdenPresentacion
  sorteo: string | null
}

/** The first part of the whole list in the order of the day: what the visor makes of the index when nothing is filtered. */
export interface ListaDelDia {
  elementos: object[]
  total: number
  canceladas: number
  siguiente: null
  orden: OrdenPresentacion
  sorteo: string | null
}

const PAGE = 20

/** Contiendas keep their order, so that the first rows are of the first of them: no more are drawn. */
const FIRST_SQL = `with primeras as (select contienda from publico.candidatura where estatus <> 'sustituida'
    group by contienda order by min(orden) limit $1::int)
  select id, contienda, actor from publico.candidatura
  where estatus <> 'sustituida' and contienda in (select contienda from primeras) order by orden`
const TOTAL_SQL = `select count(*)::int as total, (count(*) filter (where estatus = 'cancelada'))::int as canceladas
  from publico.candidatura where estatus <> 'sustituida'`
const ROWS_SQL = `select fila from unnest($1::uuid[]) with ordinality as mostradas (id, lugar) join publico.candidatura using (id) order by lugar`

/** As whoever writes the list sees it. */
export async function readListaDelDia(source: Pick<DataSource, 'query'>, { proceso, orden, sorteo }: OrdenDelDia): Promise<ListaDelDia> {
  const first = (await source.query(FIRST_SQL, [PAGE])) as { id: string; contienda: string; actor: string }[]
  const mostradas = ordenJusto(first, { sorteo, proceso }).slice(0, PAGE)
  const rows = (await source.query(ROWS_SQL, [mostradas.flatMap((row) => first[row]?.id ?? [])])) as { fila: object }[]
  const [totals] = (await source.query(TOTAL_SQL)) as { total: number; canceladas: number }[]
  return { elementos: rows.map(({ fila }) => fila), ...{ total: 0, canceladas: 0, ...totals }, siguiente: null, orden, sorteo }
}
