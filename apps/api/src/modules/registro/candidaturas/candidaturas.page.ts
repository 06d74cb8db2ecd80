import { ESTATUS_CAPTURA } from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { alternativesOf, Values, type Ambito, type CandidaturasFilter } from './candidaturas.filter.ts'
import { COLUMNS, JOINS, NAME } from './candidaturas.row.ts'

/** By ballot, by the longest wait since validation, by the term that ends first, or by a column; with a minus sign, the other way round. */
const CAMPOS = ['boleta', 'validada', 'vence', 'nombre', 'actor', 'captura'] as const
type Campo = (typeof CAMPOS)[number]
export const ORDENES = [...CAMPOS, '-boleta', '-validada', '-vence', '-nombre', '-actor', '-captura'] as const
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

/** Orders in which an index gives the rows; any other is sorted. */
const INDEXED = ['boleta', 'validada', 'vence'] as const
type Indexed = (typeof INDEXED)[number]
const indexedOf = (orden: Orden) => INDEXED.find((each) => each === orden)

const SORT: Record<Indexed, string> = { boleta: 'c.orden', validada: 'c.validada_en, c.id', vence: 'c.captura_vence, c.id' }
/** Text by which the rows of an order that no index gives are sorted. */
const VALUE: Record<Campo, string> = {
  boleta: 'c.orden',
  validada: `coalesce(to_char(c.validada_en at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`,
  vence: `coalesce(c.captura_vence::text, '')`,
  nombre: `(select ${NAME} from captura.persona p where p.id = c.persona_id)`,
  actor: '(select a.nombre from captura.actor_politico a where a.id = c.actor_id)',
  captura: `array_position(array['${ESTATUS_CAPTURA.join("', '")}'], c.estatus_captura) || to_char(c.secciones_completas, '000')`,
}
const POSITION: Record<Indexed, string> = {
  boleta: VALUE.boleta,
  validada: `${VALUE.validada} || '~' || c.id`,
  vence: `${VALUE.vence} || '~' || c.id`,
}

const IN_ORDER = 'set local enable_sort = off'

/**
 * Setting for the planner before a page is read. Rows come in the order of an index and the first ones end the walk. By itself the planner
 * takes the filters of one proceso as independent, expects a handful where there are thousands, and sorts them all.
 *
 * Not used where the words of a search or row-level security leave few rows, or no index gives the order: those are found and sorted sooner.
 */
export function planning({ q }: CandidaturasFilter, { few, orden }: { few: boolean; orden: Orden }): string | null {
  return few || q !== null || indexedOf(orden) === undefined ? null : IN_ORDER
}

/** One page: each alternative gives its first rows in order, and no more than those are sorted together. */
export function pageStatement(filter: CandidaturasFilter, ambito: Ambito, pagina: Pagina): Statement {
  const indexed = indexedOf(pagina.orden)
  if (indexed === undefined) return sortedStatement(filter, ambito, pagina)
  const values = new Values()
  const alternatives = alternativesOf(filter, ambito, values)
  const after = AFTER[indexed](pagina.despues, values)
  const sort = SORT[indexed]
  const first = `order by ${sort} limit ${values.bind(pagina.limite, 'int')}`
  const arms = alternatives.flatMap(({ source, conditions }) =>
    after.map((later) => `(select c.* from ${source} where ${[...conditions, ...later].join(' and ')} ${first})`),
  )
  const text = `select ${COLUMNS}, ${POSITION[indexed]} as posicion
    from (select * from (${arms.join(' union all ')}) c ${first}) c ${JOINS} order by ${sort}`
  return { text, values: values.list }
}

/** One page of an order that no index gives: the rows of the filter are sorted as Spanish sorts them. */
function sortedStatement(filter: CandidaturasFilter, ambito: Ambito, { orden, despues, limite }: Pagina): Statement {
  const campo = CAMPOS.find((each) => orden.endsWith(each)) ?? 'boleta'
  const [direction, sign] = orden.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const values = new Values()
  const arms = alternativesOf(filter, ambito, values).map(
    ({ source, conditions }) =>
      `(select c.*, (${VALUE[campo]}) collate "es-x-icu" as valor from ${source} where ${conditions.join(' and ')})`,
  )
  const [value, id] = partsOf(despues ?? '')
  const later = despues === null ? '' : `where (c.valor, c.id) ${sign} (${values.bind(value, 'text')}, ${values.bind(id, 'uuid')})`
  const sort = `order by c.valor ${direction}, c.id ${direction}`
  const text = `select ${COLUMNS}, c.valor || '~' || c.id as posicion from (
      select * from (${arms.join(' union all ')}) c ${later} ${sort} limit ${values.bind(limite, 'int')}
    ) c ${JOINS} ${sort}`
  return { text, values: values.list }
}

/** Value and id of a position. A value may hold the sign between them; an id does not. */
function partsOf(posicion: string): [value: string, id: string] {
  const at = posicion.lastIndexOf('~')
  return [posicion.slice(0, Math.max(at, 0)), posicion.slice(at + 1)]
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
const AFTER: Record<Indexed, (despues: string | null, values: Values) => string[][]> = {
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
const ANY = new RegExp(`~${UUID}$`)
const VENCE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})?~${UUID}$`)

/** Whether a position is one that a page of this order may have given. */
export function isPosition(orden: Orden, despues: string): boolean {
  const indexed = indexedOf(orden)
  if (indexed === undefined) return ANY.test(despues)
  if (indexed === 'boleta') return true
  const [matched, value] = (indexed === 'validada' ? VALIDADA : VENCE).exec(despues) ?? []
  return matched !== undefined && (value === undefined || exists(indexed === 'validada' ? value : `${value}T00:00:00Z`))
}

function exists(instant: string): boolean {
  try {
    return Temporal.Instant.from(instant).epochMilliseconds > 0
  } catch {
    return false
  }
}
