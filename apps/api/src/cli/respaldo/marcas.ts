import type { EntityManager } from 'typeorm'
import { MIGRATIONS_TABLE } from '../../database/owner.ts'
import { readRow, readRows } from '../../database/rows.ts'

/** Marks by which a restored database shows that it is the one that was saved. */
export interface Marcas {
  bitacora: { n: number; cabeza: string } | null
  corte: { numero: number; sha256: string } | null
  tablas: number
  renglones: number
}

const OURS = `schemaname not in ('pg_catalog', 'information_schema')`

export async function readMarcas(tx: EntityManager): Promise<Marcas> {
  const [bitacora] = await readRows<{ n: number; cabeza: string }>(
    tx,
    `select n::int as n, encode(hash, 'hex') as cabeza from bitacora.acto order by n desc limit 1`,
  )
  const [corte] = await readRows<{ numero: number; sha256: string }>(
    tx,
    'select numero, sha256 from publico.corte order by numero desc limit 1',
  )
  const tablas = await readRows<{ name: string }>(
    tx,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where ${OURS}`,
  )
  let renglones = 0
  for (const { name } of tablas) renglones += (await readRow<{ n: number }>(tx, `select count(*)::int as n from ${name}`)).n
  return { bitacora: bitacora ?? null, corte: corte ?? null, tablas: tablas.length, renglones }
}

export async function readMigracion(tx: EntityManager): Promise<string> {
  return (await readRow<{ name: string }>(tx, `select name from ${MIGRATIONS_TABLE} order by timestamp desc limit 1`)).name
}

export async function readServidor(tx: EntityManager): Promise<number> {
  return (await readRow<{ major: number }>(tx, `select current_setting('server_version_num')::int / 10000 as major`)).major
}
