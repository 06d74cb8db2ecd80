import type { DataSource } from 'typeorm'
import { connectDatabases, DATABASE_ROLES, ownerSource, type DatabaseRole, type Databases } from './databases.ts'
import { ensureRoles } from './roles.ts'

export interface Prepared {
  owner: DataSource
  databases: Databases
}

interface Options {
  url: string
  password: (name: string) => string
  entities: (new () => object)[]
}

/** Roles, migrations, one pool per role. */
export async function prepareDatabase(options: Options): Promise<Prepared> {
  const owner = await ownerSource(options.url, options.entities).initialize()
  await ensureRoles(owner, passwordsOf(options))
  await owner.runMigrations({ transaction: 'all' })
  return { owner, databases: await connectPrepared(options) }
}

/** One pool per role, to a database that another process has prepared. */
export function connectPrepared(options: Options): Promise<Databases> {
  return connectDatabases({ ownerUrl: options.url, passwords: passwordsOf(options), entities: options.entities })
}

function passwordsOf({ password }: Options): Record<DatabaseRole, string> {
  return Object.fromEntries(DATABASE_ROLES.map((role) => [role, password(role)])) as Record<DatabaseRole, string>
}
