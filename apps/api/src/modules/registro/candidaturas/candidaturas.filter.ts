import { searchWords, type Calidad, type EstatusCandidatura, type EstatusCaptura, type Sexo } from '@conoceles/domain'
import { keysOf } from '@conoceles/domain/typed'

/** How the term of captura of a candidatura stands. */
export const PLAZOS = ['vencida', 'corriendo', 'sin_entrega'] as const
export type Plazo = (typeof PLAZOS)[number]

/** Filters of the directory; null: anything. */
export interface CandidaturasFilter {
  q: string | null
  cargo: string | null
  distrito: string | null
  municipio: string | null
  comunidad: string | null
  actor: string | null
  acuerdo: string | null
  calidad: Calidad | null
  sexo: Sexo | null
  grupo: string | null
  estatus: EstatusCandidatura | null
  estatusCaptura: EstatusCaptura | null
  plazo: Plazo | null
}

const ALL: CandidaturasFilter = {
  q: null,
  cargo: null,
  distrito: null,
  municipio: null,
  comunidad: null,
  actor: null,
  acuerdo: null,
  calidad: null,
  sexo: null,
  grupo: null,
  estatus: null,
  estatusCaptura: null,
  plazo: null,
}

/** Fills the missing filters with null: anything. */
export function toFilter(asked: Partial<CandidaturasFilter>): CandidaturasFilter {
  return { ...ALL, ...asked }
}

/** The proceso that is asked about, and its legal day. */
export interface Ambito {
  procesoId: string
  hoy: string
}

/** Typed values of a statement: an untyped literal makes some indexes lose their scope. */
export class Values {
  readonly list: unknown[] = []

  bind(value: unknown, type: 'text' | 'uuid' | 'date' | 'int' | 'timestamptz'): string {
    return `$${this.list.push(value)}::${type}`
  }
}

type Fragment = (value: string) => string

const SCOPED = (table: string, alias: string) => `select ${alias}.id from captura.${table} ${alias} where ${alias}.proceso_id = $1::uuid`
const DEMARCACION = (tipo: string) => (value: string) =>
  `c.demarcacion_id = (${SCOPED('demarcacion', 'd')} and d.clave = ${value} and d.tipo = '${tipo}')`
const ACTOR = (value: string) => `(${SCOPED('actor_politico', 'a')} and a.clave = ${value})`

/**
 * Every condition there is. Each compares a column of the row itself, so that an index which ends in the position serves it. A value of one
 * proceso is compared with a subquery. From the value itself the planner would expect next to nothing and sort all that it finds.
 */
const EQUALS = {
  cargo: (value) => `c.cargo_id = (${SCOPED('cargo', 'g')} and g.clave = ${value})`,
  distrito: DEMARCACION('distrito'),
  municipio: DEMARCACION('municipio'),
  comunidad: DEMARCACION('comunidad'),
  acuerdo: (value) => `c.acuerdo_id = (${SCOPED('acuerdo', 'u')} and u.id = ${value}::uuid)`,
  calidad: (value) => `c.calidad = ${value}`,
  sexo: (value) => `c.sexo = ${value}`,
  grupo: (value) => `c.accion_afirmativa = ${value}`,
  estatus: (value) => `c.estatus = ${value}`,
  estatusCaptura: (value) => `c.estatus_captura = ${value}`,
} satisfies Partial<Record<keyof CandidaturasFilter, Fragment>>

const PLAZO: Record<Plazo, (hoy: () => string) => string> = {
  vencida: (hoy) => `c.captura_vence < ${hoy()}`,
  corriendo: (hoy) => `c.captura_vence >= ${hoy()}`,
  sin_entrega: () => 'c.captura_vence is null',
}

/** How the term stands, as a value of the row; `hoy` is a bound date. */
export const plazoSql = (hoy: string) =>
  `case when c.captura_vence is null then 'sin_entrega' when c.captura_vence < ${hoy} then 'vencida' else 'corriendo' end`

/** Source of the rows `c`, and the conditions that they have to meet. */
export interface Alternative {
  source: string
  conditions: string[]
}

/**
 * The filter as alternatives that exclude each other, each served by one index: the actor or the party of origin, words of the name or the
 * very clave. $1 is the proceso.
 */
export function alternativesOf(filter: CandidaturasFilter, { procesoId, hoy }: Ambito, values: Values): Alternative[] {
  const always = [`c.proceso_id = ${values.bind(procesoId, 'uuid')}`, ...equalsOf(filter, values)]
  if (filter.plazo !== null) always.push(PLAZO[filter.plazo](() => values.bind(hoy, 'date')))
  const actor = filter.actor === null ? [[]] : actorAlternatives(values.bind(filter.actor, 'text'))
  return textAlternatives(filter.q, values).flatMap(({ source, conditions }) => {
    // Found by its words already, a row needs no index for the rest.
    const ofActor = source === TABLE ? actor : eitherOf(actor)
    return ofActor.map((each) => ({ source, conditions: [...always, ...each, ...conditions] }))
  })
}

const eitherOf = (alternatives: string[][]) =>
  alternatives.length === 1 ? alternatives : [[`(${alternatives.map((each) => each.join(' and ')).join(' or ')})`]]

function equalsOf(filter: CandidaturasFilter, values: Values): string[] {
  return keysOf(EQUALS).flatMap((name) => {
    const value = filter[name]
    return value === null ? [] : [EQUALS[name](values.bind(value, 'text'))]
  })
}

function actorAlternatives(value: string): string[][] {
  return [[`c.actor_id = ${ACTOR(value)}`], [`c.partido_origen_id = ${ACTOR(value)}`, `c.actor_id <> ${ACTOR(value)}`]]
}

/** One filter as a condition on a row. */
export function conditionOf(
  name: 'actor' | 'plazo' | keyof typeof EQUALS,
  filter: CandidaturasFilter,
  { hoy, values }: { hoy: string; values: Values },
): string {
  if (name === 'plazo') return filter.plazo === null ? 'true' : PLAZO[filter.plazo](() => values.bind(hoy, 'date'))
  const value = filter[name]
  if (value === null) return 'true'
  const bound = values.bind(value, 'text')
  return name === 'actor' ? `c.actor_id = ${ACTOR(bound)} or c.partido_origen_id = ${ACTOR(bound)}` : EQUALS[name](bound)
}

const TABLE = 'captura.candidatura c'

/** Each word begins a word of name, nickname or folio; or all of it is the clave. Signs alone ask for nothing. */
function textAlternatives(q: string | null, values: Values): Alternative[] {
  const words = [...new Set(searchWords(q ?? ''))]
  if (q === null || words.length === 0) return [{ source: TABLE, conditions: [] }]
  const clave = values.bind(q.trim(), 'text')
  // One set, for any number of words: a join for each would cost the planner more than the search.
  const found = words.map((word) => havingWord(word, values)).join(' intersect ')
  return [
    // `offset 0`: the words are looked up once and first. The planner takes the filters of a proceso as independent and expects a row or
    // none. It would look the words up again for every row that the filters leave.
    { source: `(select c.* from ${TABLE} where c.id in (${found}) offset 0) c`, conditions: [`c.clave <> ${clave}`] },
    { source: TABLE, conditions: [`c.clave = ${clave}`] },
  ]
}

/** A number is a folio: all of it, for its beginning is another fórmula's. */
function havingWord(word: string, values: Values): string {
  const from = values.bind(word, 'text')
  const match = /^\d+$/.test(word)
    ? `w.palabra = ${from}`
    : `w.palabra >= ${from} and w.palabra < ${values.bind(`${word}\u{10ffff}`, 'text')}`
  return `select w.candidatura_id from captura.palabra w where w.proceso_id = $1::uuid and ${match}`
}
