import { codeOf } from '@conoceles/domain/typed'
import { MigrationExecutor, type DataSource } from 'typeorm'
import { ConfigError } from '../config.ts'
import { assertSuperuser } from './roles.ts'
import { readRows } from './rows.ts'
import { MIGRATIONS_TABLE } from './owner.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Names of the migrations that the database has; null: nothing was ever prepared in it. */
async function readApplied(owner: DataSource): Promise<string[] | null> {
  const [{ present } = { present: false }] = await readRows<{ present: boolean }>(owner, 'select to_regclass($1) is not null as present', [
    MIGRATIONS_TABLE,
  ])
  if (!present) return null
  return (await readRows<{ name: string }>(owner, `select name from ${MIGRATIONS_TABLE} order by timestamp`, [])).map(({ name }) => name)
}

/** Refuses, before anything is written, a database that a newer build prepared: this one does not know its tables. */
export async function assertNotNewer(owner: DataSource): Promise<void> {
  const known = new Set<string>(MIGRATIONS.map(({ name }) => name))
  const unknown = ((await readApplied(owner)) ?? []).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new ConfigError(
    `Otra versión del sistema, más nueva que ésta, ya preparó la base de datos (${unknown.join(', ')}). No se cambió nada: instale esa versión, o restaure el respaldo de antes de actualizar (docs/operacion/actualizar.md).`,
  )
}

/** Names of our migrations that the database does not have, in their order; null: nothing was ever prepared in it. */
export async function readPending(owner: DataSource): Promise<string[] | null> {
  const applied = await readApplied(owner)
  return applied && MIGRATIONS.map(({ name }) => name).filter((name) => !applied.includes(name))
}

/** Refuses to serve a database of another build, where another process prepares it. */
export async function assertPrepared(instituto: DataSource): Promise<void> {
  try {
    await assertNotNewer(instituto)
    if ((await readPending(instituto))?.length === 0) return
  } catch (error) {
    // A build before this check let nobody else read the names.
    if (codeOf(error) !== REFUSED) throw error
  }
  throw new ConfigError(
    'La base de datos aún no está preparada para esta versión: la prepara otro proceso (SERVICIO=preparar, o npm run migrar), que se inicia antes.',
  )
}

const REFUSED = '42501'

/** Our migrations name `storage` in `create table`, which came with PostgreSQL 16. */
const OLDEST_SERVER = 16

/** Refuses, before anything is written, a server that cannot run our migrations. */
export async function assertServer(owner: DataSource): Promise<void> {
  const [row] = await readRows<{ major: number }>(owner, `select current_setting('server_version_num')::int / 10000 as major`)
  if (!row || row.major >= OLDEST_SERVER) return
  throw new ConfigError(`El servidor de DATABASE_URL es PostgreSQL ${row.major}: hace falta ${OLDEST_SERVER} o uno posterior.`)
}

export interface Rehearsed {
  /** Names of the migrations that this build would apply. */
  pending: string[]
  /** Whether the database is empty: everything would be made. */
  empty: boolean
}

/** Applies what this build would, in one transaction that is undone: the database stays as it was. A migration that fails throws. */
export async function rehearseMigrations(owner: DataSource): Promise<Rehearsed> {
  await assertServer(owner)
  await assertSuperuser(owner)
  await assertNotNewer(owner)
  if ((await readApplied(owner)) === null) return { pending: [], empty: true }
  const runner = owner.createQueryRunner()
  try {
    await runner.startTransaction()
    const pending = await new MigrationExecutor(owner, runner).getPendingMigrations()
    for (const { instance } of pending) await instance?.up(runner)
    return { pending: pending.map(({ name }) => name), empty: false }
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}
