import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'
import { WORKERS } from '../../support/workers.ts'

const GIVEN_UP_MS = 60_000

let test_: TestApp

beforeAll(async () => (test_ = await startTestApp()))
afterAll(() => test_.close())

function startWork() {
  const { datos, secretos, modo } = test_.deps.config
  const env = { ...process.env, SERVICIO: 'trabajos', MODO: modo, DATABASE_URL: test_.url, DATOS: datos, SECRETOS: secretos }
  return fork(join(WORKERS, 'trabajos.worker.js'), { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

it.each([
  ['while it is getting ready', 0],
  ['while it works', 5_000],
])('the process of the work ends in order when its parent is gone %s', async (_when, ms) => {
  const child = startWork()
  const ended = once(child, 'exit')
  const overrun = setTimeout(() => child.kill('SIGKILL'), GIVEN_UP_MS)
  await once(child, 'spawn')
  await pause(ms)
  child.disconnect()
  expect(await ended).toEqual([0, null])
  clearTimeout(overrun)
})
