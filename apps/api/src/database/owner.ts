import { DataSource } from 'typeorm'
import { connectionOptions, type Entities } from './databases.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Owner connection: migrations and the simulacro's load only. */
export function ownerSource(url: string, entities: Entities): DataSource {
  return new DataSource({ ...connectionOptions(url), entities, migrations: MIGRATIONS, migrationsTableName: 'conoceles_migraciones' })
}
