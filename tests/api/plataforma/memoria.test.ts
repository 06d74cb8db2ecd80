import request from 'supertest'
import { sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { publicar } from '../../support/publico.ts'

const LIST = '/api/v1/publico/candidaturas?limite=5'
const MEMORIA = 'memoria'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00', config: { logNivel: 'info' } })
  await publicar(test_)
})
afterAll(() => test_.close())

interface Asked {
  status: number
  headers: Record<string, string>
  body: { total?: number }
  /** Route that answered, as the log tells it. */
  ruta: string
}

/** Asks, and tells the part that answered. */
async function ask(
  method: 'get' | 'head' | 'post' | 'options' | 'delete',
  path: string,
  headers: Record<string, string> = {},
): Promise<Asked> {
  test_.instruments.log.length = 0
  const { status, headers: got, body } = await request(test_.app.server)[method](path).set(headers)
  const lines = test_.instruments.log.map((line) => JSON.parse(line) as { msg: string; ruta: string })
  const { ruta } = lines.find(({ msg }) => msg === 'request') ?? { ruta: '' }
  return { status, headers: got as Asked['headers'], body: body as Asked['body'], ruta }
}

const withoutDate = ({ date: _date, ...headers }: Asked['headers']) => headers

test('an answer to a query is kept when it is asked again, and handed out as it was: same bytes, same headers', async () => {
  expect((await ask('get', LIST)).ruta).toBe('/api/v1/publico/candidaturas')
  const first = await ask('get', LIST)
  const again = await ask('get', LIST)
  expect([first.ruta, again.ruta]).toEqual(['/api/v1/publico/candidaturas', MEMORIA])
  expect(again.body).toEqual(first.body)
  expect(withoutDate(again.headers)).toEqual(withoutDate(first.headers))
  const known = await ask('get', LIST, { 'if-none-match': String(first.headers.etag) })
  expect(known).toMatchObject({ status: 304, ruta: MEMORIA })
  const head = await ask('head', LIST, { 'accept-encoding': 'gzip' })
  expect(head).toMatchObject({ status: 200, ruta: MEMORIA, body: {} })
  expect(head.headers['content-length']).toBe(first.headers['content-length'])
})

test.each(['identity', 'gzip', 'br', 'gzip;q=0'])('it is the same text for a client that takes %s', async (encoding) => {
  await ask('get', LIST)
  const path = '/api/v1/publico/indice'
  const asked = [LIST, LIST, path, path]
  const texts = []
  for (const each of asked) texts.push((await test_.app.inject({ url: each, headers: { 'accept-encoding': encoding } })).rawPayload)
  expect(texts[1]).toEqual(texts[0])
  expect(texts[3]).toEqual(texts[2])
  const plain = await test_.app.inject({ url: path, headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers['content-length']).toBe(String(plain.rawPayload.length))
  expect(sha256(plain.rawPayload)).toBe(String(plain.headers.etag).replaceAll('"', ''))
})

test('an answer with an address of its own is kept at once, in the encoding that was asked for', async () => {
  const path = '/api/v1/publico/consulta'
  const asked = async (encoding: string) => (await ask('get', path, { 'accept-encoding': encoding })).ruta
  expect([await asked('br'), await asked('br'), await asked('identity'), await asked('identity')]).toEqual([path, MEMORIA, path, MEMORIA])
})

test('an answer with one form only is made once for everybody', async () => {
  const { id } = await givenCapturada(new Equipo(test_))
  await publicar(test_)
  const path = `/api/v1/publico/candidaturas/${id}/ficha.pdf`
  const rutas = []
  for (const encoding of ['identity', 'gzip', 'br', 'gzip, br']) rutas.push((await ask('get', path, { 'accept-encoding': encoding })).ruta)
  expect(rutas).toEqual(['/api/v1/publico/candidaturas/:id/ficha.pdf', MEMORIA, MEMORIA, MEMORIA])
})

test.each(['post', 'delete', 'options'] as const)('%s of an address in memory goes to the routes', async (method) => {
  await ask('get', LIST)
  expect((await ask(method, LIST)).ruta).not.toBe(MEMORIA)
})

test('an answer for an account is never in memory, and neither is one that is not there', async () => {
  for (const path of ['/api/v1/candidaturas', '/api/v1/publico/candidaturas/nadie', '/api/v1/publico/candidaturas?limite=0']) {
    const asked = [await ask('get', path), await ask('get', path)]
    for (const { status, ruta } of asked) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(ruta).not.toBe(MEMORIA)
    }
  }
})

test('a new corte empties it', async () => {
  const { body } = await ask('get', LIST)
  await givenCapturada(new Equipo(test_))
  await publicar(test_)
  const after = await ask('get', LIST)
  expect(after.ruta).toBe('/api/v1/publico/candidaturas')
  expect(after.body.total).toBe(Number(body.total) + 1)
})

test('a server that stops hands out nothing of it, and keeps nothing new', async () => {
  await ask('get', LIST)
  test_.services.cache.stop()
  expect([(await ask('get', LIST)).ruta, (await ask('get', LIST)).ruta]).not.toContain(MEMORIA)
})

describe('an answer that many ask for at once and nobody did before', () => {
  const ENCODINGS = ['identity', 'gzip', 'br', 'gzip, br'] as const
  const NADIE = '/api/v1/publico/candidaturas/00000000-0000-4000-8000-000000000000'

  it('is for each her own: the bytes of its ETag, in what she takes, and 404 for what is not there', async () => {
    const { body } = await request(test_.app.server).get('/api/v1/publico/candidaturas?limite=50')
    const { elementos } = body as { elementos: { id: string }[] }
    const paths = ['proceso', 'indice', 'consulta', ...elementos.map(({ id }) => `candidaturas/${id}`)].map(
      (each) => `/api/v1/publico/${each}`,
    )
    const asked = [...paths, NADIE].flatMap((path) =>
      ENCODINGS.map((encoding) => ({ url: `${path}?otra`, headers: { 'accept-encoding': encoding } })),
    )
    const answers = await Promise.all(asked.map((each) => test_.app.inject(each)))
    answers.forEach(({ statusCode, headers, rawPayload }, at) => {
      const { url, headers: sent } = asked[at] as (typeof asked)[number]
      if (url.startsWith(NADIE)) return expect(statusCode).toBe(404)
      const encoding = { identity: undefined, gzip: 'gzip', br: 'br', 'gzip, br': 'br' }[sent['accept-encoding']]
      expect([statusCode, headers['content-encoding']]).toEqual([200, encoding])
      expect(headers.etag).toBe(`"${sha256(decode({ headers, body: rawPayload }))}${encoding ? `-${encoding}` : ''}"`)
    })
    expect(answers).toHaveLength((paths.length + 1) * ENCODINGS.length)
  })
})
