import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import fastify from 'fastify'
import { registerErrorHandler } from '../../../apps/api/src/shared/http/error-handler.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, guardar, verSeccion, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { leer, publicar } from '../../support/publico.ts'

let test_: TestApp
let equipo: Equipo
let of: Given
let port: number

beforeAll(async () => {
  test_ = await startTestApp({ config: { logNivel: 'trace' } })
  equipo = new Equipo(test_)
  of = await givenCandidatura(test_)
  await publicar(test_)
  await test_.app.listen({ port: 0, host: '127.0.0.1' })
  port = (test_.app.server.address() as AddressInfo).port
})
afterAll(() => test_.close())

const put = async (raw: string | Buffer, headers: Record<string, string> = {}) =>
  send<Problem>(test_, ['PUT', `/candidaturas/${of.id}/captura/curricular/oficio`], { token: await equipo.captura(), raw, headers })
const database = () => new URL(test_.url).pathname.slice(1)

describe('an error that is thrown anywhere', () => {
  const answerTo = async (error: unknown) => {
    const app = fastify()
    registerErrorHandler(app)
    app.get('/', () => Promise.reject(error as Error))
    const { statusCode, headers, body } = await app.inject('/')
    await app.close()
    return { status: statusCode, retry: headers['retry-after'], type: headers['content-type'], body }
  }
  const coded = (code: string, message = 'llave (correo)=(secreta@example.org)') =>
    Object.assign(new Error(message), { code, detail: message })

  it.each([
    '08000',
    '08003',
    '08006',
    '40001',
    '40P01',
    '53100',
    '53200',
    '53300',
    '55P03',
    '57014',
    '57P01',
    '57P02',
    '57P03',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOSPC',
  ])('is a 503 that says when to try again for a passing fault of database or disk (%s)', async (code) => {
    const { status, retry, type, body } = await answerTo(coded(code))
    expect({ status, retry: Number(retry) > 0, type }).toEqual({
      status: 503,
      retry: true,
      type: 'application/problem+json; charset=utf-8',
    })
    expect(body).not.toContain('secreta')
  })

  it.each([
    ['a rule of the database', coded('23505')],
    ['a table that is missing', coded('42P01')],
    ['a permission that is missing', coded('42501')],
    ['a mistake of ours', new TypeError('secreta is not a function')],
    ['something that is no error', 'secreta'],
  ])('that is %s is a 500 without detail', async (_title, error) => {
    const { status, retry, body } = await answerTo(error)
    expect({ status, retry }).toEqual({ status: 500, retry: undefined })
    expect(JSON.parse(body)).toEqual({
      type: expect.any(String),
      title: 'Ocurrió una falla. Ya quedó registrada.',
      status: 500,
      code: 'servicio.falla',
      requestId: expect.any(String),
    })
    expect(body).not.toContain('secreta')
  })
})

describe('the database', () => {
  const kill = () =>
    sql(test_, `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'conoceles_%'`)

  it('that drops every connection is back at the next request or the one after', async () => {
    await kill()
    const answers = [await leer(test_, 'cortes'), await leer(test_, 'cortes'), await leer(test_, 'cortes')]
    for (const { status, headers } of answers.filter((answer) => answer.status !== 200)) {
      expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '2' })
    }
    expect(answers.at(-1)?.status).toBe(200)
  })

  it('that takes no more connections is a 503, and work goes on once it does', async () => {
    await sql(test_, `alter database ${database()} connection limit 0`)
    await kill()
    const refused = await guardar(equipo, { of, at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca' } })
    await sql(test_, `alter database ${database()} connection limit -1`)
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'servicio.ocupado' } })
    const again = async () =>
      (await guardar(equipo, { of, at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca' }, clave: 'otra-vez' })).status
    expect([await again(), await again(), await again()].at(-1)).toBe(200)
  })

  it('gives up in time when somebody holds what the act needs, and nothing is half done', async () => {
    const runner = test_.owner.createQueryRunner()
    await runner.startTransaction()
    await runner.query('select 1 from captura.candidatura where id = $1 for update', [of.id])
    const { status, body } = await guardar(equipo, { of, at: 'curricular/compromiso' }, { respuestas: { compromiso: 'algo' } })
    await runner.rollbackTransaction()
    await runner.release()
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'servicio.ocupado' })
    expect(await sql(test_, `select 1 from captura.seccion where candidatura_id = $1 and clave = 'compromiso'`, [of.id])).toEqual([])
  })

  it('that is not as we left it is a 500; the log tells the code and the place, not the values', async () => {
    await sql(test_, 'alter table captura.seccion rename to seccion_')
    const { status, bytes } = await guardar(
      equipo,
      { of, at: 'curricular/oficio' },
      { version: 1, respuestas: { oficio: 'Otro', oficio_otro: 'CANARIO-oficio' } },
    )
    await sql(test_, 'alter table captura.seccion_ rename to seccion')
    expect(status).toBe(500)
    expect(bytes.toString()).not.toMatch(/seccion|relation|42P01/)
    const log = test_.instruments.log.join('')
    expect(log).toContain('"code":"42P01"')
    expect(log).not.toContain('CANARIO')
  })
})

describe('a body that was made to do harm', () => {
  it.each([
    ['__proto__ at the top', '{"__proto__":{"polluted":1},"version":0,"respuestas":{}}'],
    ['constructor at the top', '{"constructor":{"prototype":{"polluted":1}},"version":0,"respuestas":{}}'],
    ['__proto__ among the answers', '{"version":0,"respuestas":{"__proto__":{"polluted":1}}}'],
    ['constructor among the answers', '{"version":0,"respuestas":{"constructor":{"prototype":{"polluted":1}}}}'],
    ['lists in lists, a thousand deep', `{"version":0,"respuestas":{"oficio":${'['.repeat(1_000)}${']'.repeat(1_000)}}}`],
    ['lists in lists, as deep as they fit', `{"version":0,"respuestas":{"oficio":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`],
    ['objects in objects, as deep as they fit', `{"version":0,"respuestas":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['a number too large for a number', '{"version":1e999,"respuestas":{}}'],
    ['the constructor of an object in place of an answer', '{"version":0,"respuestas":{"oficio":{"constructor":1}}}'],
    ['a constructor where nothing is expected', '{"x":{"constructor":1}}'],
    ['a number that is not whole', '{"version":0.5,"respuestas":{}}'],
    ['a number below zero', '{"version":-1,"respuestas":{}}'],
    ['null where a number is due', '{"version":null,"respuestas":{}}'],
    ['true where a number is due', '{"version":true,"respuestas":{}}'],
    ['a list where a number is due', '{"version":[0],"respuestas":{}}'],
    ['bytes that are no UTF-8', Buffer.from('{"version":0,"respuestas":{"oficio":"\xff\xfe"}}', 'latin1')],
  ])('%s is refused or harmless, never a fault', async (_title, raw) => {
    of = await givenCandidatura(test_)
    const { status, body } = await put(raw)
    expect([400, 422]).toContain(status)
    expect(body.code).toMatch(/^(entrada|captura)\./)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('with the name of what every object has is not taken for an answer', async () => {
    of = await givenCandidatura(test_)
    await put('{"version":0,"respuestas":{"toString":"x","hasOwnProperty":"y"}}')
    expect((await verSeccion(equipo, of, 'curricular/oficio')).respuestas).toEqual({})
  })

  it.each([
    ['text/plain', 400, 'entrada.invalida'],
    ['application/xml', 415, 'entrada.tipo_no_admitido'],
    ['application/x-www-form-urlencoded', 415, 'entrada.tipo_no_admitido'],
    ['multipart/form-data; boundary=x', 415, 'entrada.tipo_no_admitido'],
  ])('is refused as %s', async (type, status, code) => {
    expect(await put('{"version":0,"respuestas":{}}', { 'content-type': type })).toMatchObject({
      status,
      body: { code },
    })
  })
})

describe('a client on the socket', () => {
  /** Sends the pieces, and resolves to the server's words until it closed and the milliseconds they took. */
  const talk = async (...pieces: string[]) => {
    const socket = connect(port, '127.0.0.1')
    const started = performance.now()
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.write(pieces[0] ?? '')
    const drip = setInterval(() => socket.writable && socket.write(pieces[1] ?? ''), 200)
    await once(socket, 'close')
    clearInterval(drip)
    return { heard, ms: performance.now() - started }
  }

  const problemIn = (heard: string): unknown => {
    expect(heard).toContain('content-type: application/problem+json; charset=utf-8')
    return JSON.parse(heard.slice(heard.indexOf('\r\n\r\n')))
  }

  it('that sends its body drop by drop is told so in the term, and closed', async () => {
    const head = 'POST /api/v1/acceso/entrar HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n'
    const { heard, ms } = await talk(head, ' ')
    expect(ms).toBeGreaterThan(14_000)
    expect(ms).toBeLessThan(20_000)
    expect(heard).toMatch(/^HTTP\/1.1 408 /)
    expect(problemIn(heard)).toMatchObject({ status: 408, code: 'entrada.tardanza' })
  })

  it.each([
    ['speaks no HTTP', 'HOLA\r\n\r\n', 400],
    ['sends a header without end', `GET /live HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['says its length twice', 'POST /live HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'says its length and sends chunks',
      'POST /live HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('that %s is told so and closed', async (_title, text, status) => {
    const { heard } = await talk(text)
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(problemIn(heard)).toMatchObject({ status, code: expect.stringMatching(/^entrada[.]/), requestId: expect.any(String) })
  })
})
