import pg from 'pg'
import { roleUrl, type DatabaseRole } from '../../apps/api/src/database/pools.ts'
import type { TestApp } from './app.ts'

/** Settings that an act leaves for row-level security. */
export interface Ajustes {
  rol?: string
  actor?: string
  candidatura?: string
  cuenta?: string
}

export const REFUSED = '42501'

/** A bare connection of a database role, with no code of the application between. */
export async function connectAs({ url, deps }: TestApp, role: DatabaseRole): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: roleUrl(url, role, deps.secretos.password(role)) })
  await client.connect()
  return client
}

/** Rows, or the code with which PostgreSQL refused, inside a transaction that is rolled back. */
export async function attempt(
  client: pg.Client,
  query: { text: string; values?: unknown[] },
  ajustes: Ajustes = {},
): Promise<pg.QueryResult | string> {
  await client.query('begin')
  try {
    for (const [name, value] of Object.entries(ajustes)) await client.query('select set_config($1, $2, true)', [`app.${name}`, value])
    return await client.query(query.text, query.values ?? [])
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await client.query('rollback')
  }
}

/** How many rows a statement found or touched; the code when it was refused. */
export async function count(
  client: pg.Client,
  query: { text: string; values?: unknown[] },
  ajustes: Ajustes = {},
): Promise<number | string> {
  const result = await attempt(client, query, ajustes)
  return typeof result === 'string' ? result : (result.rowCount ?? 0)
}
