import type { DataSource } from 'typeorm'
import { ordenJusto, type OrdenPresentacion } from '@conoceles/domain'

/** How the lists of a day are drawn, as the index says it. */
export interface OrdenDelDia {
  proceso: string
  orden: OrdenPresentacion
  sorteo: string | null
}

/** Candidaturas in the order of the day: the first of the whole list, as the visor makes it of the index, or all of one contienda. */
export interface ListaDelDia {
  elementos: object[]
  total: number
  canceladas: number
  siguiente: null
  orden: OrdenPresentacion
  sorteo: string | null
}

/** Of the whole list; a contienda is told whole. */
const PAGE = 20

/** Contiendas keep their order, so that the first rows are of the first of them: no more are drawn. */
const FIRST_SQL = `select contienda from publico.candidatura where estatus <> 'sustituida' group by contienda order by min(orden) limit $1::int`
const DRAWN_SQL = `select id, contienda, actor from publico.candidatura
  where estatus <> 'sustituida' and contienda = any($1::text[]) order by orden`
const ROWS_SQL = `select fila from unnest($1::uuid[]) with ordinality as mostradas (id, lugar) join publico.candidatura using (id) order by lugar`
const TOTAL_SQL = `select count(*)::int as total, (count(*) filter (where estatus = 'cancelada'))::int as canceladas
  from publico.candidatura where estatus <> 'sustituida'`

type Source = Pick<DataSource, 'query'>

/** As whoever writes the list sees it. */
export async function readListaDelDia(source: Source, at: OrdenDelDia, contienda: string | null = null): Promise<ListaDelDia> {
  const contiendas = contienda === null ? await firstContiendas(source) : [contienda]
  const drawn = (await source.query(DRAWN_SQL, [contiendas])) as { id: string; contienda: string; actor: string }[]
  const shown = ordenJusto(drawn, at).slice(0, contienda === null ? PAGE : undefined)
  const rows = (await source.query(ROWS_SQL, [shown.flatMap((row) => drawn[row]?.id ?? [])])) as { fila: object }[]
  const totals = `${TOTAL_SQL}${contienda === null ? '' : ' and contienda = $1::text'}`
  const [counted] = (await source.query(totals, contienda === null ? [] : [contienda])) as { total: number; canceladas: number }[]
  const { orden, sorteo } = at
  return { elementos: rows.map(({ fila }) => fila), ...{ total: 0, canceladas: 0, ...counted }, siguiente: null, orden, sorteo }
}

async function firstContiendas(source: Source): Promise<string[]> {
  return ((await source.query(FIRST_SQL, [PAGE])) as { contienda: string }[]).map(({ contienda }) => contienda)
}
