import { Temporal } from 'temporal-polyfill'
import { alternativesOf, Values, type Ambito, type CandidaturasFilter } from './candidaturas.filter.ts'
import { COLUMNS, JOINS } from './candidaturas.row.ts'

/** By ballot, or by what has waited longest since it was validated. */
export const ORDENES = ['boleta', 'validada'] as const
export type Orden = (typeof ORDENES)[number]

/** Which page: after the position of the last row of the one before. */
export interface Pagina {
  orden: Orden
  despues: string | null
  limite: number
}

export interface Statement {
  text: string
  values: unknown[]
}

const SORT: Record<Orden, string> = { boleta: 'c.orden', validada: 'c.validada_en, c.id' }
const POSITION: Record<Orden, string> = {
  boleta: 'c.orden',
  validada: `coalesce(to_char(c.validada_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '') || '~' || c.id`,
}

const IN_ORDER = 'set local enable_sort = off'

/**
 * What is said before a page is asked for. Rows come in the order of an index and the first ones end the walk: left to itself the planner
 * takes the filters of one proceso for independent of it, expects a handful where there are thousands, and sorts them all. Not where few
 * rows are left before they are put in order, by the words of a search or by row-level security: those are found and sorted sooner.
 */
export function planning({ q }: CandidaturasFilter, { few }: { few: boolean }): string | null {
  return few || q !== null ? null : IN_ORDER
}

/** One page: each alternative gives its first rows in order, and what is sorted of all is never more than those. */
export function pageStatement(filter: CandidaturasFilter, ambito: Ambito, pagina: Pagina): Statement {
  const values = new Values()
  const alternatives = alternativesOf(filter, ambito, values)
  const after = AFTER[pagina.orden](pagina.despues, values)
  const sort = SORT[pagina.orden]
  const first = `order by ${sort} limit ${values.bind(pagina.limite, 'int')}`
  const arms = alternatives.flatMap(({ source, conditions }) =>
    after.map((later) => `(select c.* from ${source} where ${[...conditions, ...later].join(' and ')} ${first})`),
  )
  const text = `select ${COLUMNS}, ${POSITION[pagina.orden]} as posicion
    from (select * from (${arms.join(' union all ')}) c ${first}) c ${JOINS} order by ${sort}`
  return { text, values: values.list }
}

/** How many there are in all the pages. */
export function totalStatement(filter: CandidaturasFilter, ambito: Ambito): Statement {
  const values = new Values()
  const counts = alternativesOf(filter, ambito, values).map(
    ({ source, conditions }) => `(select count(*) from ${source} where ${conditions.join(' and ')})`,
  )
  return { text: `select (${counts.join(' + ')})::int as total`, values: values.list }
}

/** Alternatives for the rows after a position. Those that were never validated come last. */
const AFTER: Record<Orden, (despues: string | null, values: Values) => string[][]> = {
  boleta: (despues, values) => (despues === null ? [[]] : [[`c.orden > ${values.bind(despues, 'text')}`]]),
  validada: (despues, values) => {
    if (despues === null) return [[]]
    const [instant = '', id = ''] = despues.split('~')
    const bound = values.bind(id, 'uuid')
    if (instant === '') return [['c.validada_en is null', `c.id > ${bound}`]]
    return [[`(c.validada_en, c.id) > (${values.bind(instant, 'timestamptz')}, ${bound})`], ['c.validada_en is null']]
  },
}

const VALIDADA = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)?~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a position is one that a page of this order may have given. */
export function isPosition(orden: Orden, despues: string): boolean {
  if (orden === 'boleta') return true
  const [matched, instant] = VALIDADA.exec(despues) ?? []
  return matched !== undefined && (instant === undefined || isInstant(instant))
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochMilliseconds > 0
  } catch {
    return false
  }
}
