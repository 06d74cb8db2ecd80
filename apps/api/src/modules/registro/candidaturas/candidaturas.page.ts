import { Temporal } from 'temporal-polyfill'
import { alternativesOf, Values, type Ambito, type CandidaturasFilter } from './candidaturas.filter.ts'
import { COLUMNS, JOINS } from './candidaturas.row.ts'

/** By ballot, by the longest wait since validation, or by the term that ends first. */
export const ORDENES = ['boleta', 'validada', 'vence'] as const
export type Orden = (typeof ORDENES)[number]

/** Limits of a page: it begins after the position of the last row of the one before. */
export interface Pagina {
  orden: Orden
  despues: string | null
  limite: number
}

export interface Statement {
  text: string
  values: unknown[]
}

const SORT: Record<Orden, string> = { boleta: 'c.orden', validada: 'c.validada_en, c.id', vence: 'c.captura_vence, c.id' }
const POSITION: Record<Orden, string> = {
  boleta: 'c.orden',
  validada: `coalesce(to_char(c.validada_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '') || '~' || c.id`,
  vence: `coalesce(c.captura_vence::text, '') || '~' || c.id`,
}

const IN_ORDER = 'set local enable_sort = off'

/**
 * Setting for the planner before a page is read. Rows come in the order of an index and the first ones end the walk. By itself the planner
 * takes the filters of one proceso as independent, expects a handful where there are thousands, and sorts them all.
 *
 * Not used where the words of a search or row-level security leave few rows: those are found and sorted sooner.
 */
export function planning({ q }: CandidaturasFilter, { few }: { few: boolean }): string | null {
  return few || q !== null ? null : IN_ORDER
}

/** One page: each alternative gives its first rows in order, and no more than those are sorted together. */
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

/** Alternatives for the rows after a position. Those without the value come last. */
const AFTER: Record<Orden, (despues: string | null, values: Values) => string[][]> = {
  boleta: (despues, values) => (despues === null ? [[]] : [[`c.orden > ${values.bind(despues, 'text')}`]]),
  validada: afterValue('c.validada_en', 'timestamptz'),
  vence: afterValue('c.captura_vence', 'date'),
}

function afterValue(column: string, type: 'timestamptz' | 'date') {
  return (despues: string | null, values: Values): string[][] => {
    if (despues === null) return [[]]
    const [value = '', id = ''] = despues.split('~')
    const bound = values.bind(id, 'uuid')
    if (value === '') return [[`${column} is null`, `c.id > ${bound}`]]
    return [[`(${column}, c.id) > (${values.bind(value, type)}, ${bound})`], [`${column} is null`]]
  }
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const VALIDADA = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z)?~${UUID}$`)
const VENCE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})?~${UUID}$`)

/** Whether a position is one that a page of this order may have given. */
export function isPosition(orden: Orden, despues: string): boolean {
  if (orden === 'boleta') return true
  const [matched, value] = (orden === 'validada' ? VALIDADA : VENCE).exec(despues) ?? []
  return matched !== undefined && (value === undefined || exists(orden === 'validada' ? value : `${value}T00:00:00Z`))
}

function exists(instant: string): boolean {
  try {
    return Temporal.Instant.from(instant).epochMilliseconds > 0
  } catch {
    return false
  }
}
