import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Config } from '../../apps/api/src/config.ts'
import { prepareApart } from '../../apps/api/src/preparation.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { WORKERS } from '../support/workers.ts'

let test_: TestApp

beforeAll(async () => (test_ = await startTestApp()))
afterAll(() => test_.close())

function prepare(change: Partial<Config> = {}) {
  const { datos, secretos } = test_.deps.config
  Object.assign(process.env, { DATOS: datos, SECRETOS: secretos, VISOR: '/no', VISOR_SERVIDOR: '/no' })
  return prepareApart({ config: { ...test_.deps.config, ...change }, url: test_.url, simulacro: true })
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
  await expect(nowhere).rejects.toThrow('La base de datos no responde en la dirección de DATABASE_URL.')
})

it('ends when whoever started it is gone', async () => {
  const child = fork(join(WORKERS, 'preparar.worker.js'), { execArgv: [], env: { ...process.env, DATABASE_URL: test_.url } })
  const ended = once(child, 'exit')
  await once(child, 'spawn')
  child.disconnect()
  expect(await ended).toEqual([1, null])
})
