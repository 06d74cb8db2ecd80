import type { Pool } from 'pg'
import { DataSource } from 'typeorm'
import { recordOf } from '@conoceles/domain/typed'
import { applicationName, countsOf, DATABASE_ROLES, poolOptions, roleUrl, type DatabaseRole, type Place, type PoolCounts } from './pools.ts'
import { connectReader, type Reader } from './reader.ts'
import { attend } from './statements.ts'

type ActingRole = Exclude<DatabaseRole, 'lector'>

/** One pool per role: a route reaches only tables granted to its role. */
export type Databases = Record<ActingRole, DataSource> & { lector: Reader }

export type Entities = (new () => object)[]

export interface Connection extends Place {
  entities: Entities
}

export async function connectDatabases(connection: Connection): Promise<Databases> {
  const acting = DATABASE_ROLES.filter((role) => role !== 'lector')
  const [lector, ...pairs] = await Promise.all([
    connectReader(connection),
    ...acting.map(async (role) => [role, await connect(connection, role)] as const),
  ])
  return { ...(Object.fromEntries(pairs) as Record<ActingRole, DataSource>), lector }
}

export async function closeDatabases({ lector, ...acting }: Databases): Promise<void> {
  const open = Object.values(acting).filter(({ isInitialized }) => isInitialized)
  await Promise.all([lector.close(), ...open.map((source) => source.destroy())])
}

async function connect({ url, password, entities }: Connection, role: ActingRole): Promise<DataSource> {
  const options = connectionOptions(roleUrl(url, role, password(role)))
  const source = new DataSource({ ...options, entities, extra: poolOptions(role), applicationName: applicationName(role) })
  await source.initialize()
  attend(poolOf(source))
  return source
}

/** The pool under TypeORM's connection, of which its types do not tell. */
function poolOf({ driver }: DataSource): Pool {
  return (driver as unknown as { master: Pool }).master
}

/** Connections of each role at this moment. */
export function countConnections({ lector, ...acting }: Databases): Record<DatabaseRole, PoolCounts> {
  return recordOf(DATABASE_ROLES, (role) => (role === 'lector' ? lector.counts() : countsOf(poolOf(acting[role]))))
}

export function connectionOptions(url: string) {
  return {
    type: 'postgres' as const,
    url,
    synchronize: false,
    logging: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto' as const,
  }
}
