import type { FastifyBaseLogger } from 'fastify'
import { startCodificador } from '../../apps/api/src/modules/informes/codificaciones/index.ts'
import { startSupresor } from '../../apps/api/src/modules/derechos/conclusion/index.ts'
import { startImportador } from '../../apps/api/src/modules/intercambio/importaciones/index.ts'
import { startRecordador } from '../../apps/api/src/modules/programa/recordatorios/index.ts'

const MINUTE_MS = 60_000

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const gone = () => Promise.reject(new Error('no database'))
const worker = { trabajar: gone, turno: gone, detener: () => undefined } as never

it.each([
  ['the imports', startImportador],
  ['the codings', startCodificador],
  ['the suppression', startSupresor],
  ['the reminders', startRecordador],
])('while there is no database %s tell it once a minute', async (_what, start) => {
  const error = jest.fn()
  const work = start(worker, { error } as unknown as FastifyBaseLogger)
  await jest.advanceTimersByTimeAsync(2 * MINUTE_MS)
  await work.stop()
  expect(error.mock.calls.length).toBeGreaterThan(0)
  expect(error.mock.calls.length).toBeLessThanOrEqual(3)
})
