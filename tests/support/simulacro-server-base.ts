import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openSecretos } from '../../apps/api/src/shared/secretos.ts'

/** Asks the database of a running simulacro as its owner: what really was written, whatever the API says. */
export async function askDatabase<T>(folder: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const { host, port, database } = JSON.parse(readFileSync(join(folder, 'en-marcha.json'), 'utf8')) as Record<string, string>
  const password = openSecretos(join(folder, 'secretos')).password('dueno')
  const client = new pg.Client({ host, port: Number(port), database, user: 'postgres', password })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as T[]
  } finally {
    await client.end()
  }
}
