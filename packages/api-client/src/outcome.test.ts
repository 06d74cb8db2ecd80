import { NO_CONNECTION, outcome, UNREADABLE } from './outcome.ts'

describe('outcome', () => {
  test('an answer of success is data', async () => {
    expect(await outcome(Promise.resolve({ data: { n: 1 }, response: new Response() }))).toEqual({ ok: true, data: { n: 1 } })
  })

  test('tells since when a worker had kept an answer', async () => {
    const response = new Response(null, { headers: { 'x-guardada': '2024-04-22T18:00:00Z' } })
    expect(await outcome(Promise.resolve({ data: 1, response }))).toEqual({ ok: true, data: 1, storedAt: '2024-04-22T18:00:00Z' })
  })

  test('a problem of the API keeps its code, fields, own members and the time to wait', async () => {
    const error = {
      code: 'captura.version_distinta',
      title: 'Otra versión',
      errors: [{ field: 'motivo', reasons: ['corto'] }],
      actual: { version: 3 },
    }
    const response = new Response(null, { status: 409, headers: { 'retry-after': '8' } })
    const result = await outcome(Promise.resolve({ error, response }))
    expect(result).toMatchObject({
      ok: false,
      problem: { status: 409, code: error.code, errors: error.errors, retryAfter: 8, body: { actual: { version: 3 } } },
    })
  })

  test('an error that is not of the API, such as a page of a proxy, is told apart', async () => {
    const result = await outcome(Promise.resolve({ error: '<html>', response: new Response(null, { status: 502 }) }))
    expect(result).toMatchObject({ ok: false, problem: { status: 502, code: UNREADABLE, errors: [] } })
  })

  test('no answer at all is no connection; bytes that are not JSON are unreadable', async () => {
    expect(await outcome(Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ problem: { status: 0, code: NO_CONNECTION } })
    expect(await outcome(Promise.reject(new SyntaxError('Unexpected token')))).toMatchObject({ problem: { status: 0, code: UNREADABLE } })
  })
})
