import type { DataSource } from 'typeorm'
import { DATABASE_ROLES, type DatabaseRole } from './pools.ts'

/** Creates the roles that are missing and sets their passwords. Roles belong to the cluster, so no migration can own them. */
export async function ensureRoles(owner: DataSource, passwords: Record<DatabaseRole, string>): Promise<void> {
  await createRole(owner, 'conoceles_dueno', 'nologin nosuperuser nobypassrls')
  for (const role of DATABASE_ROLES) {
    await createRole(owner, `conoceles_${role}`, 'login nosuperuser nobypassrls nocreatedb nocreaterole')
    await owner.query(`alter role conoceles_${role} password ${literal(passwords[role])}`)
    await owner.query(`alter role conoceles_${role} set statement_timeout = '8s'`)
    await owner.query(`alter role conoceles_${role} set lock_timeout = '3s'`)
    await owner.query(`alter role conoceles_${role} set idle_in_transaction_session_timeout = '15s'`)
  }
  await owner.query('grant conoceles_dueno to current_user')
}

async function createRole(owner: DataSource, name: string, attributes: string): Promise<void> {
  await owner.query(`do $$ begin create role ${name} ${attributes}; exception when duplicate_object then null; end $$`)
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
