import type { DataSource } from 'typeorm'
import { connectDatabases, DATABASE_ROLES, ownerSource, type DatabaseRole, type Databases } from './databases.ts'
import { ensureRoles } from './roles.ts'

export interface Prepared {
  owner: DataSource
  databases: Databases
}

/** Roles, migrations, one pool per role. */
export async function prepareDatabase(options: {
  url: string
  password: (name: string) => string
  entities: (new () => object)[]
}): Promise<Prepared> {
  const passwords = Object.fromEntries(DATABASE_ROLES.map((role) => [role, options.password(role)])) as Record<DatabaseRole, string>
  const owner = await ownerSource(options.url, options.entities).initialize()
  await ensureRoles(owner, passwords)
  await owner.runMigrations({ transaction: 'all' })
  const databases = await connectDatabases({ ownerUrl: options.url, passwords, entities: options.entities })
  return { owner, databases }
}
