import type { Asked } from '../../../database/reader.ts'
import { groupBy, ordenJusto, type OrdenPresentacion } from '@conoceles/domain'
import type { OrdenDelDia } from '../../engine/ultimo-corte.queries.ts'
import { readRows } from '../../../database/rows.ts'

/** Candidaturas in the order of the day: the first of the whole list, as the visor makes it of the index, or all of one contienda. */
export interface ListaDelDia {
  elementos: object[]
  total: number
  canceladas: number
  siguiente: null
  orden: OrdenPresentacion
  sorteo: string | null
}

/** Rows shown of the whole list; a contienda is told whole. */
const PAGE = 20

/** Contiendas keep their order, so that the first rows are of the first of them: no more are drawn. */
const DRAWN_SQL = `select id, contienda, actor from publico.candidatura
  where estatus <> 'sustituida' and contienda in (select contienda from publico.candidatura
    where estatus <> 'sustituida' group by contienda order by min(orden) limit $1::int) order by orden`
const ROWS_SQL = `select fila from unnest($1::uuid[]) with ordinality as mostradas (id, lugar) join publico.candidatura using (id) order by lugar`
const TOTAL_SQL = `select count(*)::int as total, (count(*) filter (where estatus = 'cancelada'))::int as canceladas
  from publico.candidatura where estatus <> 'sustituida'`
const CONTIENDAS_SQL = `select contienda, actor, estatus, fila from publico.candidatura
  where estatus <> 'sustituida' and contienda = any($1::text[]) order by orden`

interface DrawnRow {
  id: string
  contienda: string
  actor: string
}

interface ContiendaRow {
  contienda: string
  actor: string
  estatus: string
  fila: object
}

/** First rows of the whole list. `source`: the transaction that writes it sees its own changes. */
export async function readListaDelDia(source: Asked, at: OrdenDelDia): Promise<ListaDelDia> {
  const drawn = await readRows<DrawnRow>(source, DRAWN_SQL, [PAGE])
  const shown = ordenJusto(drawn, at).slice(0, PAGE)
  const rows = await readRows<{ fila: object }>(source, ROWS_SQL, [shown.flatMap((row) => drawn[row]?.id ?? [])])
  const [counted] = await readRows<{ total: number; canceladas: number }>(source, TOTAL_SQL)
  const elementos = rows.map(({ fila }) => fila)
  return toLista(elementos, { total: 0, canceladas: 0, ...counted }, at)
}

/** Everybody in each of some contiendas, by clave: also those where nobody is. */
export async function readContiendasDelDia(source: Asked, at: OrdenDelDia, claves: readonly string[]): Promise<Map<string, ListaDelDia>> {
  const rows = groupBy(await readRows<ContiendaRow>(source, CONTIENDAS_SQL, [claves]), ({ contienda }) => contienda)
  return new Map(claves.map((clave) => [clave, contiendaDelDia(rows.get(clave) ?? [], at)]))
}

function contiendaDelDia(rows: readonly ContiendaRow[], at: OrdenDelDia): ListaDelDia {
  const elementos = ordenJusto(rows, at).flatMap((row) => rows[row]?.fila ?? [])
  const canceladas = rows.filter(({ estatus }) => estatus === 'cancelada').length
  return toLista(elementos, { total: rows.length, canceladas }, at)
}

function toLista(elementos: object[], counted: { total: number; canceladas: number }, { orden, sorteo }: OrdenDelDia): ListaDelDia {
  return { elementos, ...counted, siguiente: null, orden, sorteo }
}
