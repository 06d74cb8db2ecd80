import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { closeDatabases } from '../../apps/api/src/database/databases.ts'
import { startEmbedded, type EmbeddedPostgres } from '../../apps/api/src/database/embedded.ts'
import { DATABASE_ROLES, roleUrl } from '../../apps/api/src/database/pools.ts'
import { prepareDatabase, type Prepared } from '../../apps/api/src/database/prepare.ts'
import { ENTITIES } from '../../apps/api/src/modules.ts'
import { openSecretos } from '../../apps/api/src/shared/criptografia/secretos.ts'
import { createCertificado } from '../support/servidor/certificados.ts'
import { keepingLog } from '../support/servidor/server-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-cifrada-'))
chmodSync(folder, 0o755)
const secretos = openSecretos(join(folder, 'secretos'))
const [ours, strangers] = [createCertificado(), createCertificado()]
const log = join(folder, 'postgres.log')
let postgres: EmbeddedPostgres
let prepared: Prepared

/** The same database at the name of its certificate, by TLS alone. */
function encrypted(ca: string, host = 'localhost'): string {
  const url = new URL(postgres.url)
  url.hostname = host
  url.search = new URLSearchParams({ sslmode: 'verify-full', sslrootcert: ca }).toString()
  return url.href
}

beforeAll(async () => {
  postgres = await keepingLog(log, () =>
    startEmbedded({ folder, database: 'cifrada', password: 'prueba', settings: ['fsync=off', 'ssl=on', ...keyOfServer()] }),
  )
  prepared = await prepareDatabase({ url: encrypted(ours.ca), password: secretos.password, entities: ENTITIES })
}, 120_000)
afterAll(async () => {
  if (prepared) await closeDatabases(prepared.databases)
  await prepared?.owner.destroy()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** PostgreSQL takes a key that only its own user reads. */
function keyOfServer(): string[] {
  chmodSync(dirname(ours.key), 0o755)
  chmodSync(ours.key, 0o600)
  if (userInfo().uid === 0) chownSync(ours.key, Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout), 0)
  return [`ssl_cert_file=${ours.cert}`, `ssl_key_file=${ours.key}`]
}

const CIFRADA = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()'

test('the owner and every role speak with the database by TLS, once its certificate was checked', async () => {
  const { lector, ...acting } = prepared.databases
  const sources: { query: DataSource['query'] }[] = [prepared.owner, ...Object.values(acting)]
  for (const source of sources) expect(await source.query(CIFRADA)).toEqual([{ ssl: true }])
  expect(await lector.query(CIFRADA)).toEqual([{ ssl: true }])
})

test.each([
  ['another authority signed it', () => encrypted(strangers.ca), /certificate|self-signed/],
  ['it is of another name', () => encrypted(ours.ca, '127.0.0.1'), /IP|altnames/],
])('nobody speaks with the database where %s', async (_title, url, refusal) => {
  await expect(prepareDatabase({ url: url(), password: secretos.password, entities: ENTITIES })).rejects.toThrow(refusal)
})

test('the log of PostgreSQL has the statement of each role and no password, with log_statement=ddl', async () => {
  const [shown] = (await prepared.owner.query('show log_statement')) as { log_statement: string }[]
  expect(shown?.log_statement).toBe('ddl')
  const written = readFileSync(log, 'utf8')
  for (const role of DATABASE_ROLES) {
    expect(written).toContain(`alter role conoceles_${role} password 'SCRAM-SHA-256$4096:`)
    expect(written).not.toContain(secretos.password(role))
    const client = new pg.Client({ connectionString: roleUrl(postgres.url, role, secretos.password(role)) })
    await client.connect()
    await client.end()
    const wrong = new pg.Client({ connectionString: roleUrl(postgres.url, role, `${secretos.password(role)}x`) })
    await expect(wrong.connect()).rejects.toThrow('password authentication failed')
  }
})

test('a second preparation leaves the passwords that are right', async () => {
  const stored = () => prepared.owner.query(`select rolname, rolpassword from pg_authid where rolname like 'conoceles_%' order by 1`)
  const before = (await stored()) as unknown
  const again = await prepareDatabase({ url: postgres.url, password: secretos.password, entities: ENTITIES })
  await closeDatabases(again.databases)
  await again.owner.destroy()
  expect(await stored()).toEqual(before)
})
