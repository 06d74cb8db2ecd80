import type { EntityManager } from 'typeorm'
import { keysOf } from '@conoceles/domain/typed'
import { alternativesOf, conditionOf, plazoSql, Values, type Ambito, type CandidaturasFilter } from './candidaturas.filter.ts'
import type { Statement } from './candidaturas.page.ts'
import { readRows } from '../../../database/rows.ts'

/** Counts of the directory, by the filter to which they belong. */
const FACETAS = {
  cargo: 'cargos',
  actor: 'actores',
  estatus: 'estatus',
  estatusCaptura: 'estatusCaptura',
  calidad: 'calidades',
  plazo: 'plazos',
} as const
type Faceta = keyof typeof FACETAS
const NAMES = keysOf(FACETAS)

export type Conteos = Record<(typeof FACETAS)[Faceta], { clave: string; cuantas: number }[]> & { total: number }

export async function countFacetas(tx: EntityManager, filter: CandidaturasFilter, ambito: Ambito): Promise<Conteos> {
  const { text, values } = conteosStatement(filter, ambito)
  const rows = await readRows<{ faceta: string; clave: string; cuantas: number }>(tx, text, values)
  const of = (faceta: string) => rows.filter((row) => row.faceta === faceta).map(({ clave, cuantas }) => ({ clave, cuantas }))
  const lists = Object.fromEntries(NAMES.map((name) => [FACETAS[name], of(name)])) as Omit<Conteos, 'total'>
  return { ...lists, total: of('total')[0]?.cuantas ?? 0 }
}

/**
 * One walk over the rows that the other filters leave. Each row carries whether it meets each facet's own filter, and each facet counts the
 * rows that meet those of all the others.
 */
export function conteosStatement(filter: CandidaturasFilter, ambito: Ambito): Statement {
  const values = new Values()
  const others = { ...filter, ...Object.fromEntries(NAMES.map((name) => [name, null])) }
  const alternatives = alternativesOf(others, ambito, values)
  const active = NAMES.filter((name) => filter[name] !== null)
  const meets = active.map((name) => `(${conditionOf(name, filter, { hoy: ambito.hoy, values })}) is true as meets_${name}`)
  const hoy = values.bind(ambito.hoy, 'date')
  const columns = [
    'c.cargo_id',
    'c.actor_id',
    'c.partido_origen_id',
    'c.estatus',
    'c.estatus_captura',
    'c.calidad',
    `${plazoSql(hoy)} as plazo`,
  ]
  const base = alternatives.map(
    ({ source, conditions }) => `select ${[...columns, ...meets].join(', ')} from ${source} where ${conditions.join(' and ')}`,
  )
  const where = (except: Faceta | null) =>
    ['true', ...active.filter((name) => name !== except).map((name) => `meets_${name}`)].join(' and ')
  const counts = NAMES.map((name) => COUNT[name](where(name)).replace('select', `select '${name}' as faceta,`))
  const total = `select 'total' as faceta, '' as clave, count(*)::int as cuantas from base where ${where(null)}`
  return { text: `with base as materialized (${base.join(' union all ')}) ${[...counts, total].join(' union all ')}`, values: values.list }
}

const plain = (column: string) => (where: string) =>
  `select ${column} as clave, count(*)::int as cuantas from base where ${where} group by ${column}`

const COUNT: Record<Faceta, (where: string) => string> = {
  cargo: (where) =>
    `select g.clave, f.cuantas from (select cargo_id, count(*)::int as cuantas from base where ${where} group by cargo_id) f
     join captura.cargo g on g.id = f.cargo_id`,
  // Counts each candidatura once for its actor and once for its party of origin, where they differ.
  actor: (where) =>
    `select a.clave, sum(f.cuantas)::int as cuantas from (
       select actor_id, count(*) as cuantas from base where ${where} group by actor_id
       union all select partido_origen_id, count(*) from base where ${where} and partido_origen_id <> actor_id group by partido_origen_id) f
     join captura.actor_politico a on a.id = f.actor_id group by a.clave`,
  estatus: plain('estatus'),
  estatusCaptura: plain('estatus_captura'),
  calidad: plain('calidad'),
  plazo: plain('plazo'),
}
