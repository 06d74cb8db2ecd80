import type { EntityManager } from 'typeorm'
import type { ActoRow } from '../bitacora.queries.ts'
import { readRows } from '../../../../database/rows.ts'

/** Cortes with the number and the instant of the act that published each: answers tell no other hour. */
export const PUBLICADOS = `publicado as materialized (
  select k.numero, coalesce(a.n, 0)::int as n, coalesce((a.contenido::jsonb ->> 'en')::timestamptz, k.en) as en
  from publico.corte k left join bitacora.acto a on a.acto = 'corte.publicado' and a.objeto_id = k.numero::text)`

/** The acts on each of these objects, oldest first. */
export async function listActosDe(tx: EntityManager, objetos: readonly string[]): Promise<Map<string, { n: number; acto: string }[]>> {
  const rows = await readRows<{ n: number; acto: string; objeto: string }>(
    tx,
    'select n::int as n, acto, objeto_id as objeto from bitacora.acto where objeto_id = any($1) order by n',
    [[...new Set(objetos)].filter((id) => id !== '')],
  )
  const byObject = new Map<string, { n: number; acto: string }[]>()
  for (const { objeto, ...acto } of rows) byObject.set(objeto, [...(byObject.get(objeto) ?? []), acto])
  return byObject
}

/** These acts, whole. */
export async function listActosPorNumero(tx: EntityManager, numeros: readonly number[]): Promise<ActoRow[]> {
  return readRows<ActoRow>(
    tx,
    `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto where n = any($1::bigint[]) order by n`,
    [numeros],
  )
}

export interface CabezaRow {
  tipo: 'corte' | 'hora'
  numero: number
  en: Date
  n: number
  hash: string
  /** Whether the bitácora holds that hash at that act. */
  coincide: boolean
}

export function nombreCabeza({ tipo, numero }: Pick<CabezaRow, 'tipo' | 'numero'>): string {
  return tipo === 'corte' ? `Corte ${numero}` : `Cabeza de la hora ${numero}`
}

const HEADS = `select 'corte' as tipo, numero, en, cabecera from publico.corte union all select 'hora', numero, en, cabecera from publico.cabeza`

/** Every signed and published head, with the bitácora's entry there; the newest first. */
export async function listCabezas(tx: EntityManager): Promise<CabezaRow[]> {
  return readRows<CabezaRow>(
    tx,
    `select h.tipo, h.numero, h.en, (h.cabecera::jsonb -> 'bitacora' ->> 'n')::int as n, h.cabecera::jsonb -> 'bitacora' ->> 'hash' as hash,
       coalesce(encode(a.hash, 'hex') = h.cabecera::jsonb -> 'bitacora' ->> 'hash', false) as coincide
     from (${HEADS}) h left join bitacora.acto a on a.n = (h.cabecera::jsonb -> 'bitacora' ->> 'n')::bigint
     where jsonb_typeof(h.cabecera::jsonb -> 'bitacora') = 'object' order by n desc, h.tipo, h.numero desc`,
  )
}

/** Instant of the first act and number of the last. */
export async function findExtremos(tx: EntityManager): Promise<{ desde: string | null; ultimo: number }> {
  const [row] = await readRows<{ desde: string | null; ultimo: number }>(
    tx,
    `select (select contenido::jsonb ->> 'en' from bitacora.acto order by n limit 1) as desde,
       coalesce((select n from bitacora.acto order by n desc limit 1), 0)::int as ultimo`,
  )
  return row ?? { desde: null, ultimo: 0 }
}

export interface HechosDeCuenta {
  /** Kinds of acts with how many of each, the most frequent first. */
  actos: { acto: string; n: number }[]
  ultimo: string
  /** The newest of them, at most `CITADOS`. */
  numeros: number[]
}

/** Acts of an account that its row cites; the bitácora has the others. */
export const CITADOS = 20

/** Acts of each account by kind, the instant of its last one, and the newest numbers. */
export async function countActos(tx: EntityManager): Promise<Map<string, HechosDeCuenta>> {
  const rows = await readRows<{ cuenta: string | null; acto: string; n: number; ultimo: string; numeros: number[] }>(
    tx,
    `select contenido::jsonb ->> 'cuenta' as cuenta, acto, count(*)::int as n, max(contenido::jsonb ->> 'en') as ultimo,
       ((array_agg(n::int order by n desc))[1:${CITADOS}]) as numeros
     from bitacora.acto group by 1, 2 order by n desc, acto`,
  )
  const byCuenta = new Map<string, HechosDeCuenta>()
  for (const { cuenta, acto, n, ultimo, numeros } of rows) {
    if (cuenta === null) continue
    const known = byCuenta.get(cuenta) ?? { actos: [], ultimo, numeros: [] }
    byCuenta.set(cuenta, {
      actos: [...known.actos, { acto, n }],
      ultimo: known.ultimo > ultimo ? known.ultimo : ultimo,
      numeros: [...known.numeros, ...numeros].sort((a, b) => b - a).slice(0, CITADOS),
    })
  }
  return byCuenta
}
