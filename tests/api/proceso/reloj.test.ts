import { createClock } from '../../../apps/api/src/shared/clock.ts'
import { syncClock } from '../../../apps/api/src/shared/reloj.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'

const ABIERTO = '2030-05-02T10:00:00-07:00'
let t: TestApp

beforeAll(async () => {
  t = await startTestApp({ ahora: ABIERTO })
})
afterAll(() => t.close())

async function followed(relojMovible: boolean) {
  const clock = createClock()
  await syncClock({ config: { ...t.deps.config, relojMovible }, clock }, t.deps.databases.lector)
  return clock
}

test('the legal day is that of the zone of the proceso, in a simulacro and in a real one', async () => {
  for (const movible of [true, false]) expect((await followed(movible)).zona).toBe('America/Tijuana')
})

test('only a clock that may move takes the hour of the simulacro', async () => {
  expect((await followed(true)).today().year).toBe(2030)
  const fixed = await followed(false)
  const before = fixed.system().epochMilliseconds
  const now = fixed.now().epochMilliseconds
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(fixed.system().epochMilliseconds)
})

test('before anything is loaded the hour and the zone stay as they were', async () => {
  const clock = createClock('America/Cancun')
  await syncClock({ config: t.deps.config, clock }, { query: () => Promise.resolve([]) })
  expect(clock.zona).toBe('America/Cancun')
})
