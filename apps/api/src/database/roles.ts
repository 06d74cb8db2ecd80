import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { ConfigError } from '../config.ts'
import { readRows } from './rows.ts'
import { DATABASE_ROLES, type DatabaseRole } from './pools.ts'

type Passwords = Record<DatabaseRole, string>

/** Creates the roles that are missing and sets their passwords. Roles belong to the cluster, so no migration can own them. */
export async function ensureRoles(owner: DataSource, passwords: Passwords): Promise<void> {
  await assertOurs(owner, passwords)
  await createRole(owner, 'conoceles_dueno', 'nologin nosuperuser nobypassrls')
  for (const role of DATABASE_ROLES) {
    await createRole(owner, `conoceles_${role}`, 'login nosuperuser nobypassrls nocreatedb nocreaterole')
    await setPassword(owner, `conoceles_${role}`, passwords[role])
    await owner.query(`alter role conoceles_${role} set statement_timeout = '8s'`)
    await owner.query(`alter role conoceles_${role} set lock_timeout = '3s'`)
    await owner.query(`alter role conoceles_${role} set idle_in_transaction_session_timeout = '15s'`)
  }
  await owner.query('grant conoceles_dueno to current_user')
}

/** The owner's account prepares roles and tables. */
export async function assertSuperuser(owner: DataSource): Promise<void> {
  const [row] = await readRows<{ rolsuper: boolean }>(owner, 'select rolsuper from pg_roles where rolname = current_user')
  if (!row?.rolsuper)
    throw new ConfigError('La cuenta de DATABASE_URL debe ser superusuario de PostgreSQL: prepara los roles y las tablas.')
}

/** Another database of the cluster may be served by the same roles: with passwords of others it would be served no more. */
async function assertOurs(owner: DataSource, passwords: Passwords): Promise<void> {
  const stored = await readRows<{ rolname: string; rolpassword: string }>(
    owner,
    `select rolname, rolpassword from pg_authid where rolname = any($1) and rolpassword is not null`,
    [DATABASE_ROLES.map((role) => `conoceles_${role}`)],
  )
  const ours = ({ rolname, rolpassword }: (typeof stored)[number]) =>
    isPasswordOf(rolpassword, { name: rolname, password: passwords[rolname.replace('conoceles_', '') as DatabaseRole] })
  if (stored.every(ours)) return
  const [other] = await readRows<{ datname: string }>(
    owner,
    `select datname from pg_shdepend join pg_database d on d.oid = dbid
     where refclassid = 'pg_authid'::regclass and refobjid in (select oid from pg_authid where rolname = any($1)) and datname <> current_database()
     order by datname limit 1`,
    [stored.map(({ rolname }) => rolname)],
  )
  if (!other) return
  throw new ConfigError(
    `Los roles conoceles_* de este servidor de PostgreSQL ya atienden a la base «${other.datname}» con otra carpeta de secretos: use la misma (SECRETOS), u otro servidor de PostgreSQL.`,
  )
}

/** Statements stand in the log of PostgreSQL with log_statement=ddl: this one carries a verifier, with which nobody signs in. */
async function setPassword(owner: DataSource, role: string, password: string): Promise<void> {
  const [row] = await readRows<{ rolpassword: string | null }>(owner, 'select rolpassword from pg_authid where rolname = $1', [role])
  if (row?.rolpassword && isPasswordOf(row.rolpassword, { name: role, password })) return
  await owner.query(`alter role ${role} password '${scramVerifier(password)}'`)
}

/** Recommended by RFC 7677, and the default of PostgreSQL. */
const ITERATIONS = 4_096

/** The verifier that PostgreSQL stores for a password (RFC 5803). Ours are base64url, which SASLprep leaves as they are. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const { client, server } = scramKeys(password, salt, ITERATIONS)
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKeyOf(client)}:${server.toString('base64')}`
}

function scramKeys(password: string, salt: Buffer, iterations: number): Record<'client' | 'server', Buffer> {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest()
  return { client: keyOf('Client Key'), server: keyOf('Server Key') }
}

function storedKeyOf(client: Buffer): string {
  return createHash('sha256').update(client).digest('base64')
}

/** Whether the verifier that PostgreSQL keeps belongs to this password. */
function isPasswordOf(stored: string, { name, password }: { name: string; password: string }): boolean {
  const [, iterations, salt, key] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(stored) ?? []
  if (salt !== undefined) return storedKeyOf(scramKeys(password, Buffer.from(salt, 'base64'), Number(iterations)).client) === key
  const md5 = createHash('md5').update(password + name)
  return stored === `md5${md5.digest('hex')}`
}

async function createRole(owner: DataSource, name: string, attributes: string): Promise<void> {
  await owner.query(`do $$ begin create role ${name} ${attributes}; exception when duplicate_object then null; end $$`)
}
