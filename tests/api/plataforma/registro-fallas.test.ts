import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { QueryFailedError } from 'typeorm'
import { registerErrorHandler } from '../../../apps/api/src/shared/http/error-handler.ts'
import { loggerOptions } from '../../../apps/api/src/shared/logger.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'

const NADIE = randomUUID()
let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
})
afterAll(() => test_.close())

/** The log line of a fault of one statement, as the API writes it. */
const lineOf = async (text: string, values: unknown[] = []) => {
  const lines: string[] = []
  const app = fastify({ logger: { ...loggerOptions('error'), stream: { write: (line: string) => void lines.push(line) } } as never })
  registerErrorHandler(app)
  app.get('/', () => test_.owner.query(text, values))
  await app.inject('/')
  await app.close()
  const [line = '{}'] = lines
  return { line, err: (JSON.parse(line) as { err?: Record<string, unknown> }).err }
}

it('a refused value logs SQLSTATE, table and constraint, and not the value', async () => {
  const text = `insert into captura.importacion_fila (importacion_id, fila, cambios, errores, advertencias) values ($1, 1, $2, '[]', '[]')`
  const { line, err } = await lineOf(text, [NADIE, '["CANARIO-celda"]'])
  expect(err).toMatchObject({ code: '23503', table: 'importacion_fila', constraint: 'importacion_fila_importacion_fk' })
  for (const value of ['CANARIO', NADIE, 'insert into']) expect(line).not.toContain(value)
})

it.each([
  ['canceling a statement', 'set local statement_timeout = 50; select pg_sleep(2)', '57014'],
  ['a deadlock', `do $$ begin raise exception 'CANARIO' using errcode = '40P01'; end $$`, '40P01'],
])('logs the SQLSTATE of %s', async (_title, text, code) => {
  const { line, err } = await lineOf(text)
  expect([err?.code, line.includes('CANARIO')]).toEqual([code, false])
})

it('a database that does not answer in time has no SQLSTATE: the sentence of its driver is logged', async () => {
  const [driver, other] = [new Error('Query read timeout'), new Error('invalid value: CANARIO')].map((fault) =>
    loggerOptions('error').serializers.err(new QueryFailedError('select $1', ['CANARIO'], fault) as never),
  )
  expect(driver).toMatchObject({ type: 'QueryFailedError', message: 'Query read timeout' })
  expect(JSON.stringify([driver, other])).not.toContain('CANARIO')
})
