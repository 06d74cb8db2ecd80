import { Client, DatabaseError, Pool } from 'pg'
import { applicationName, countsOf, poolOptions, roleUrl, type Place, type PoolCounts } from './pools.ts'
import { attend, socketOf } from './statements.ts'

/** Anything that takes SQL; answers the rows. */
export interface Asked {
  query(sql: string, values?: unknown[]): Promise<unknown>
}

/** Channel on which PostgreSQL notifies of a new corte. */
export const CANAL_CORTE = 'corte'

export interface Hearing {
  /** Something was told; the first time, that from now on it would be heard. */
  heard: () => void
  /** Called once: nothing is heard any more. */
  deaf: () => void
}

/** Public world of one moment, for as long as it is open. */
export interface Snapshot extends Asked {
  close(): Promise<void>
}

/**
 * The reader's pool, without TypeORM: the public world has no entities, and a process that serves nothing else keeps none of their program
 * in memory. It reads public data, and adds visits and reports of errors by the two functions that it may call.
 */
export class Reader implements Asked {
  private readonly hangUps = new Set<() => void>()

  constructor(private readonly pool: Pool) {}

  async query(sql: string, values?: unknown[]): Promise<unknown> {
    const client = await this.pool.connect()
    try {
      const { rows } = await client.query(sql, values)
      client.release()
      return rows
    } catch (error) {
      client.release(isBroken(error))
      throw error
    }
  }

  /** Everything that `work` asks is of one moment. */
  async snapshot<T>(work: (tx: Asked) => Promise<T>): Promise<T> {
    const snapshot = await this.openSnapshot()
    try {
      return await work(snapshot)
    } finally {
      await snapshot.close()
    }
  }

  /** Opens a snapshot to be read bit by bit; the caller closes it. */
  async openSnapshot(): Promise<Snapshot> {
    const client = await this.pool.connect()
    try {
      await client.query('start transaction isolation level repeatable read, read only')
    } catch (error) {
      client.release(true)
      throw error
    }
    return {
      query: async (sql, values) => (await client.query(sql, values)).rows,
      close: () =>
        client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        ),
    }
  }

  /** Hears a channel on a connection of its own, until that breaks or the caller calls the returned function. */
  listen(channel: string, { heard, deaf }: Hearing): () => void {
    const client = new Client(this.pool.options)
    // Without a farewell: of a connection that hangs none would come back.
    const hangUp = () => socketOf(client).destroy()
    this.hangUps.add(hangUp)
    client.on('notification', heard)
    // A broken connection ends it, too.
    client.on('error', hangUp)
    client.once('end', () => {
      this.hangUps.delete(hangUp)
      deaf()
    })
    client
      .connect()
      .then(() => client.query(`listen ${client.escapeIdentifier(channel)}`))
      .then(heard, hangUp)
    return hangUp
  }

  counts(): PoolCounts {
    return countsOf(this.pool)
  }

  close(): Promise<void> {
    for (const hangUp of this.hangUps) hangUp()
    return this.pool.end()
  }
}

/** After a refusal by PostgreSQL the connection is as before; after anything else nobody uses it again. */
function isBroken(error: unknown): boolean {
  return !(error instanceof DatabaseError)
}

/** Connects the reader's pool alone: a process without another can hand out nothing private. */
export async function connectReader({ url, password }: Place): Promise<Reader> {
  const role = 'lector'
  const connectionString = roleUrl(url, role, password(role))
  const pool = attend(new Pool({ connectionString, application_name: applicationName(role), ...poolOptions(role) }))
  // A broken connection has left the pool, or fails every statement: the next caller gets another.
  const heard = () => undefined
  pool.on('error', heard).on('connect', (client) => client.on('error', heard))
  const reader = new Reader(pool)
  await reader.query('select 1')
  return reader
}
