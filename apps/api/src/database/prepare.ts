import type { DataSource } from 'typeorm'
import { recordOf } from '@conoceles/domain/typed'
import { connectDatabases, type Connection, type Databases } from './databases.ts'
import { DATABASE_ROLES } from './pools.ts'
import { MIGRATIONS_TABLE, ownerSource } from './owner.ts'
import { assertSuperuser, ensureRoles } from './roles.ts'
import { assertNotNewer, assertServer } from './versions.ts'

export interface Prepared {
  owner: DataSource
  databases: Databases
}

/** Roles, migrations, one pool per role; the address is that of the owner. A database that a newer build prepared is refused as it is. */
export async function prepareDatabase({ url, password, entities }: Connection): Promise<Prepared> {
  const owner = await ownerSource(url, entities).initialize()
  await assertServer(owner)
  await assertSuperuser(owner)
  await assertNotNewer(owner)
  const passwords = recordOf(DATABASE_ROLES, (role) => password(role))
  await ensureRoles(owner, passwords)
  await owner.runMigrations({ transaction: 'all' })
  // By it a service without this account knows whether the database is of its version.
  await owner.query(`grant select on ${MIGRATIONS_TABLE} to conoceles_instituto`)
  return { owner, databases: await connectDatabases({ url, password, entities }) }
}
