import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openSecretos } from '../../../apps/api/src/shared/criptografia/secretos.ts'

/** Asks the database of a running simulacro as its owner, past the API. */
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

function noteOf(port: string | number): string {
  return join(tmpdir(), `conoceles-e2e-en-${port}`)
}

/** Notes the data folder of the server at a port, for test files that only know its address. Answers the function that forgets it. */
export function noteFolder(port: number, folder: string): () => void {
  writeFileSync(noteOf(port), folder)
  return () => rmSync(noteOf(port), { force: true })
}

/** The data folder of the simulacro that answers at an address. */
export function folderAt(url: string): string {
  return readFileSync(noteOf(new URL(url).port), 'utf8')
}
