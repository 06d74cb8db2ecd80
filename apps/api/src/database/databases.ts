import type { Socket } from 'node:net'
import type { Pool, PoolClient } from 'pg'
import { DataSource } from 'typeorm'
import { MIGRATIONS } from './migrations/index.ts'

/** Database roles that log in. What each may touch is granted in the migrations. */
export const DATABASE_ROLES = ['acceso', 'actor', 'instituto', 'publicador', 'lector'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

/** One pool per role: a route reaches only what its role was granted. */
export type Databases = Record<DatabaseRole, DataSource>

type Entities = (new () => object)[]

const POOL_SIZE: Record<DatabaseRole, number> = { acceso: 6, actor: 12, instituto: 8, publicador: 2, lector: 8 }

const LIFETIME_S = 900

export function roleUrl(ownerUrl: string, role: DatabaseRole, password: string): string {
  const url = new URL(ownerUrl)
  url.username = `conoceles_${role}`
  url.password = password
  return url.toString()
}

/** Owner connection: migrations and the simulacro's load only. */
export function ownerSource(url: string, entities: Entities): DataSource {
  return new DataSource({ ...options(url), entities, migrations: MIGRATIONS, migrationsTableName: 'conoceles_migraciones' })
}

export interface Connection {
  ownerUrl: string
  passwords: Record<DatabaseRole, string>
  entities: Entities
}

export async function connectDatabases(connection: Connection): Promise<Databases> {
  const pairs = DATABASE_ROLES.map((role) => [role, roleSource(connection, role)] as const)
  await Promise.all(pairs.map(([, source]) => source.initialize().then(attend)))
  return Object.fromEntries(pairs) as Databases
}

export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all(
    Object.values(databases)
      .filter(({ isInitialized }) => isInitialized)
      .map((source) => source.destroy()),
  )
}

function roleSource({ ownerUrl, passwords, entities }: Connection, role: DatabaseRole): DataSource {
  // A connection that is opened anew reads catalogues and plans statements before it answers: it is kept for as long as it may live.
  const life = { idleTimeoutMillis: LIFETIME_S * 1_000, maxLifetimeSeconds: LIFETIME_S }
  const limits = { max: POOL_SIZE[role], connectionTimeoutMillis: 3_000, query_timeout: 8_000, ...life }
  // Statements that do not wait for one another travel together: see `together`.
  const pool = { ...limits, keepAlive: true, pipeline: true }
  const url = roleUrl(ownerUrl, role, passwords[role])
  return new DataSource({ ...options(url), entities: role === 'lector' ? [] : entities, extra: pool, applicationName: `conoceles ${role}` })
}

/** How pg is told the name of a statement. */
function named(args: unknown[]): unknown[] {
  const [text, values, ...more] = args
  const name = typeof text === 'string' && text.startsWith(`/* ${PREPARED}`) ? text.slice(3, text.indexOf(' */')) : null
  return name === null ? args : [{ name, text, values }, ...more]
}

function options(url: string) {
  return {
    type: 'postgres' as const,
    url,
    synchronize: false,
    logging: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto' as const,
  }
}

/**
 * A statement that each connection parses and plans once: for the few that are asked at every turn and whose best plan does not depend on
 * what is asked. TypeORM has all others parsed and planned anew each time. `name` belongs to this text alone.
 */
export function prepared(name: string, text: string): string {
  return `/* ${preparedAs(name)} */ ${text}`
}

/** The same as the `comment` of a find whose text is always one: `Any` for its lists, never `In`. */
export function preparedAs(name: string): string {
  return PREPARED + name
}

const PREPARED = 'prepared: '

/** What is asked in one turn of the program leaves in one write. */
function gather(stream: Socket): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** What pg has and its types do not tell. */
type Watched = PoolClient & { watched?: boolean; connection: { stream: Socket } }

const START = 'START TRANSACTION'
/** What TypeORM would be told of it. */
const STARTED = Promise.resolve({ command: 'START', rows: [], rowCount: null })

/**
 * After a network black hole pg keeps the dead socket in the pool for good; a timed-out query destroys its socket instead. What is
 * marked as prepared gets the name by which the connection knows it. And nobody waits for a transaction to have begun: that fails only
 * with its connection, and then whatever is asked next fails too.
 */
function attend(source: DataSource): DataSource {
  const pool = (source.driver as unknown as { master: Pool }).master
  pool.on('acquire', (client) => {
    const watched = client as unknown as Watched
    if (watched.watched) return
    watched.watched = true
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const wrapped = (...args: unknown[]) => {
      gather(watched.connection.stream)
      const result = query(...named(args))
      if (result instanceof Promise) result.catch((error: Error) => /timeout/i.test(error.message) && watched.connection.stream.destroy())
      return args[0] === START ? STARTED : result
    }
    Object.assign(client, { query: wrapped })
  })
  return source
}
