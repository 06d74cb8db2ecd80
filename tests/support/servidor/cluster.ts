import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface TestCluster {
  /** Template database, as its owner. */
  url: string
  folder: string
  /** File with the server's own log. */
  log: string
}

/** File by which the workers of this run alone find its cluster: the setup names it in the environment that they inherit. */
export function clusterFile(): string {
  process.env.CONOCELES_TEST_RUN ??= String(process.pid)
  return join(tmpdir(), `conoceles-test-${process.env.CONOCELES_TEST_RUN}.json`)
}

export function readCluster(): TestCluster {
  return JSON.parse(readFileSync(clusterFile(), 'utf8')) as TestCluster
}

export interface TestDatabase {
  /** As its owner. */
  url: string
  /** Folder of the whole run. */
  folder: string
  drop(): Promise<void>
}

export const PLANTILLA = 'plantilla'

/** A fresh database, migrated unless it is copied from another. `settings`: `name = value`, for every connection to it. */
export async function createDatabase(settings: string[] = [], template = PLANTILLA): Promise<TestDatabase> {
  const { url, folder } = readCluster()
  const name = `prueba_${process.pid}_${randomBytes(4).toString('hex')}`
  await asOwner(url, `create database ${name} template ${template}`)
  for (const setting of settings) await asOwner(url, `alter database ${name} set ${setting}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.toString(), folder, drop: () => asOwner(url, `drop database if exists ${name} with (force)`) }
}

/** Keeps a database to be copied: the test that made it has left it. */
export async function keepAsTemplate({ url }: TestDatabase, name: string): Promise<void> {
  await asOwner(url, `alter database ${new URL(url).pathname.slice(1)} rename to ${name}`)
}

async function asOwner(url: string, sql: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.toString() })
  await client.connect()
  await client.query(sql)
  await client.end()
}
