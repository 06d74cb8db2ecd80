import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../../apps/api/src/config.ts'
import { rehearseMigrations } from '../../../apps/api/src/database/versions.ts'
import { prepareApart } from '../../../apps/api/src/preparation.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { WORKERS } from '../../support/workers.ts'

let test_: TestApp

beforeAll(async () => (test_ = await startTestApp()))
afterAll(() => test_.close())

function prepare(change: Partial<Config> = {}, url = test_.url) {
  const config = { ...test_.deps.config, ...change }
  Object.assign(process.env, { DATOS: config.datos, SECRETOS: config.secretos, VISOR: '/no', VISOR_SERVIDOR: '/no' })
  return prepareApart({ config, url, simulacro: true })
}

it('publishes what is pending and leaves a database that holds a proceso as it is', async () => {
  const cuentas = await prepare()
  expect(cuentas.map(({ rol }) => rol)).toContain('administracion')
  const [{ cortes, procesos }] = (await test_.owner.query(
    'select (select count(*)::int from publico.corte) as cortes, (select count(*)::int from captura.proceso) as procesos',
  )) as [{ cortes: number; procesos: number }]
  expect({ cortes, procesos }).toEqual({ cortes: 1, procesos: 1 })
})

it('refuses with a sentence to serve a simulacro as a real proceso, and says where the database is not', async () => {
  await test_.owner.query('update captura.proceso set simulacro = true')
  await expect(prepare({ modo: 'produccion' })).rejects.toThrow('La base de datos contiene un simulacro: no se sirve como proceso real.')
  const nowhere = prepareApart({ config: test_.deps.config, url: 'postgres://x:x@127.0.0.1:1/x', simulacro: false })
  await expect(nowhere).rejects.toThrow('La base de datos no responde en la dirección de DATABASE_URL')
})

it('refuses to take the roles of the cluster from another database that they serve with other secrets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secretos-'))
  await expect(prepare({ secretos: folder })).rejects.toThrow(/ya atienden a la base «\w+» con otra carpeta de secretos: use la misma/)
  await expect(prepare()).resolves.toBeDefined()
  rmSync(folder, { recursive: true })
})

it('says that its account has to be a superuser, where it is not', async () => {
  const role = `ajeno_${process.pid}`
  const url = Object.assign(new URL(test_.url), { username: role, password: 'x' }).href
  await test_.owner.query(`create role ${role} login createrole createdb password 'x'`)
  await expect(prepare({}, url)).rejects.toThrow('La cuenta de DATABASE_URL debe ser superusuario de PostgreSQL')
  await test_.owner.query(`drop role ${role}`)
})

it('needs no account of the owner over a database that is prepared, and makes no password', async () => {
  const url = test_.url.replace(/\/\/.*@/, '//')
  await expect(prepare({}, url)).resolves.toBeDefined()
  const folder = mkdtempSync(join(tmpdir(), 'secretos-'))
  await expect(prepare({ secretos: folder }, url)).rejects.toThrow('La base de datos aún no está preparada')
  expect(readdirSync(folder).filter((name) => name.startsWith('rol-'))).toEqual([])
  rmSync(folder, { recursive: true })
})

it('refuses without that account a database of another version, and one that does not tell its version', async () => {
  const url = test_.url.replace(/\/\/.*@/, '//')
  const earlier = /La base de datos aún no está preparada para esta versión: la prepara otro proceso/
  await test_.owner.query(`delete from conoceles_migraciones where name = '${LAST}'`)
  await expect(prepare({}, url)).rejects.toThrow(earlier)
  await test_.owner.query(`insert into conoceles_migraciones (timestamp, name) values (1700000000258, '${LAST}')`)
  await test_.owner.query('revoke select on conoceles_migraciones from conoceles_instituto')
  await expect(prepare({}, url)).rejects.toThrow(earlier)
  await prepare()
  await expect(prepare({}, url)).resolves.toBeDefined()
  await test_.owner.query(`insert into conoceles_migraciones (timestamp, name) values (1900000000000, 'Futura1900000000000')`)
  await expect(prepare({}, url)).rejects.toThrow('Otra versión del sistema, más nueva que ésta, ya preparó la base de datos')
  await test_.owner.query(`delete from conoceles_migraciones where name = 'Futura1900000000000'`)
})

it('ends when the process that started it is gone', async () => {
  const child = fork(join(WORKERS, 'preparar.worker.js'), { execArgv: [], env: { ...process.env, DATABASE_URL: test_.url } })
  const ended = once(child, 'exit')
  await once(child, 'spawn')
  child.disconnect()
  expect(await ended).toEqual([1, null])
})

const LAST = 'CambiosDelPaquete1700000000259'
/** As a build before the last migration left it. */
const UNDO = [
  'alter table captura.paquete_propuesto drop column ignorados',
  `alter table captura.paquete_propuesto alter column cambios type text[] using '{}'`,
  `delete from conoceles_migraciones where name = '${LAST}'`,
].join(';')
const hasColumn = async () =>
  (await test_.owner.query(
    `select count(*) = 1 as has from information_schema.columns where table_name = 'paquete_propuesto' and column_name = 'ignorados'`,
  )) as [{ has: boolean }]

it('rehearses what an older database lacks and leaves it as it was, then prepares it', async () => {
  expect(await rehearseMigrations(test_.owner)).toEqual({ pending: [], empty: false })
  await test_.owner.query(UNDO)
  expect(await rehearseMigrations(test_.owner)).toEqual({ pending: [LAST], empty: false })
  expect(await hasColumn()).toEqual([{ has: false }])
  await prepare()
  expect(await hasColumn()).toEqual([{ has: true }])
  // It would fail where something stands in its way.
  await test_.owner.query(`delete from conoceles_migraciones where name = '${LAST}'`)
  await expect(rehearseMigrations(test_.owner)).rejects.toThrow('already exists')
  await test_.owner.query(`insert into conoceles_migraciones (timestamp, name) values (1700000000259, '${LAST}')`)
})

it('refuses a database that a newer build prepared, and changes nothing in it', async () => {
  const future = `insert into conoceles_migraciones (timestamp, name) values (1900000000000, 'Futura1900000000000')`
  await test_.owner.query(future)
  await test_.owner.query(`delete from conoceles_migraciones where name = '${LAST}'`)
  await expect(prepare()).rejects.toThrow(
    /^Otra versión del sistema, más nueva que ésta, ya preparó la base de datos \(Futura1900000000000\)/,
  )
  await expect(rehearseMigrations(test_.owner)).rejects.toThrow('Otra versión del sistema')
  const [{ applied }] = (await test_.owner.query(`select count(*)::int as applied from conoceles_migraciones where name = '${LAST}'`)) as [
    { applied: number },
  ]
  expect(applied).toBe(0)
})
