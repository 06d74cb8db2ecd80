import { DataSource } from 'typeorm'
import { connectionOptions, type Entities } from './databases.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Names of the migrations that a database has. */
export const MIGRATIONS_TABLE = 'conoceles_migraciones'

/** Owner connection: migrations and the simulacro's load only. */
export function ownerSource(url: string, entities: Entities): DataSource {
  return new DataSource({ ...connectionOptions(url), entities, migrations: MIGRATIONS, migrationsTableName: MIGRATIONS_TABLE })
}
