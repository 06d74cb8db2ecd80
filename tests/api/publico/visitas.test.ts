import { CLASES_VISITA, type ClaseVisita } from '@conoceles/domain'
import { VisitasService } from '../../../apps/api/src/publico/lectura/visitas/visitas.service.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

const CLASES = Object.keys(CLASES_VISITA) as ClaseVisita[]
const HOUR_MS = 3_600_000
let test_: TestApp

beforeAll(async () => (test_ = await startTestApp()))
beforeEach(() => sql(test_, 'delete from publico.visita'))
afterAll(() => test_.close())

const post = (payload: object | string, headers: Record<string, string> = {}) =>
  test_.app.inject({ method: 'POST', url: '/api/v1/publico/visitas', payload, headers })
const contadas = async (): Promise<Record<string, number>> => {
  await test_.services.visitas.escribir()
  const rows = await sql<{ clase: string; veces: number }>(
    test_,
    'select clase, sum(veces)::int as veces from publico.visita group by clase',
  )
  return Object.fromEntries(rows.map(({ clase, veces }) => [clase, veces]))
}

describe('a page that was seen', () => {
  it('is counted by its kind, each of the closed list', async () => {
    for (const clase of [...CLASES, 'inicio']) expect([clase, (await post({ clase })).statusCode]).toEqual([clase, 204])
    expect(await contadas()).toEqual({ ...Object.fromEntries(CLASES.map((clase) => [clase, 1])), inicio: 2 })
  })

  it('is of no other kind, and nothing else is taken: neither which page, nor a place, nor a form', async () => {
    const bodies = [{ clase: 'otra' }, { clase: '/candidaturas/1' }, {}, { clase: 'boleta', seccion: '312' }, { clase: ['boleta'] }]
    for (const body of bodies) expect([body, (await post(body)).statusCode]).toEqual([body, 400])
    expect((await post('{"clase":"boleta"}', { 'content-type': 'text/plain' })).statusCode).toBeGreaterThanOrEqual(400)
    expect((await post({ clase: 'x'.repeat(1_000) })).statusCode).toBe(413)
    expect(await contadas()).toEqual({})
  })

  it('leaves the kind, the hour of the legal clock and how often, and no cookie', async () => {
    const before = test_.deps.clock.now().epochMilliseconds
    const headers = {
      'user-agent': 'Navegador de prueba',
      'x-forwarded-for': '203.0.113.7',
      cookie: 'a=1',
      referer: 'https://x.example/boleta',
    }
    const answer = await post({ clase: 'boleta' }, headers)
    expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([204, '', undefined])
    await test_.services.visitas.escribir()
    const rows = await sql<{ clase: string; hora: Date; veces: string }>(test_, 'select * from publico.visita')
    expect(rows).toEqual([{ clase: 'boleta', hora: expect.any(Date) as Date, veces: '1' }])
    const hora = rows[0]?.hora.getTime() ?? 0
    expect([hora % HOUR_MS, before - hora < HOUR_MS + 60_000, before >= hora]).toEqual([0, true, true])
  })

  it('is not counted for a visitor who asks not to be tracked', async () => {
    for (const headers of [{ 'sec-gpc': '1' }, { dnt: '1' }])
      expect((await post({ clase: 'datos' }, headers as never)).statusCode).toBe(204)
    expect(await contadas()).toEqual({})
    await post({ clase: 'datos' }, { 'sec-gpc': '0', dnt: '0' })
    expect(await contadas()).toEqual({ datos: 1 })
  })
})

describe('the numbers', () => {
  const another = () => new VisitasService(test_.deps.databases.lector, test_.deps.clock)

  it('add up those of processes that write at once', async () => {
    const processes = Array.from({ length: 4 }, another)
    for (let turn = 0; turn < 10; turn += 1) {
      for (const [i, each] of processes.entries()) for (const clase of i % 2 ? CLASES : [...CLASES].reverse()) each.contar(clase)
      await Promise.all(processes.map((each) => each.escribir()))
    }
    expect(await contadas()).toEqual(Object.fromEntries(CLASES.map((clase) => [clase, 40])))
  })

  it('are written when the process stops', async () => {
    const one = another()
    one.start((error) => test_.app.log.error(error))
    one.contar('lista')
    expect(await contadas()).toEqual({})
    await one.stop()
    expect(await contadas()).toEqual({ lista: 1 })
  })

  it('that cannot be written when the process stops are told, and it stops', async () => {
    const one = another()
    const told: unknown[] = []
    one.start((error) => void told.push(error))
    one.contar('lista')
    const grant = (words: string) => sql(test_, `${words} conoceles_lector`)
    await grant('revoke execute on function publico.contar_visitas from')
    await one.stop()
    await grant('grant execute on function publico.contar_visitas to')
    expect(told).toEqual([expect.objectContaining({ message: expect.stringMatching(/permission denied/) as string })])
  })

  it('that could not be written are kept, and written once', async () => {
    const one = another()
    one.contar('lista')
    const grant = (words: string) => sql(test_, `${words} conoceles_lector`)
    await grant('revoke execute on function publico.contar_visitas from')
    await expect(one.escribir()).rejects.toThrow(/permission denied/)
    one.contar('lista')
    await grant('grant execute on function publico.contar_visitas to')
    await one.escribir()
    await one.escribir()
    expect(await contadas()).toEqual({ lista: 2 })
  })

  it('are only added to by the public pool, read by the institute, and closed to everybody else', async () => {
    const add = (clase: string, hora: string, veces: number) =>
      `select publico.contar_visitas(array['${clase}'], array['${hora}'::timestamptz], array[${veces}])`
    const lector = await connectAs(test_, 'lector')
    expect(await count(lector, { text: add('lista', '2024-04-20T10:00:00Z', 3) })).toBe(1)
    const CHECK = '23514'
    for (const text of [
      add('otra', '2024-04-20T10:00:00Z', 1),
      add('lista', '2024-04-20T10:00:00.5Z', 1),
      add('lista', '2024-04-20T10:00:00Z', -1),
    ])
      expect([text, await count(lector, { text })]).toEqual([text, CHECK])
    const texts = ['select 1 from publico.visita', 'update publico.visita set veces = 1', 'delete from publico.visita']
    for (const text of texts) expect([text, await count(lector, { text })]).toEqual([text, REFUSED])
    await lector.end()
    for (const role of ['actor', 'instituto', 'publicador', 'acceso'] as const) {
      const client = await connectAs(test_, role)
      expect([role, await count(client, { text: add('lista', '2024-04-20T10:00:00Z', 1) })]).toEqual([role, REFUSED])
      expect([role, await count(client, { text: 'select 1 from publico.visita' })]).toEqual([role, role === 'instituto' ? 0 : REFUSED])
      await client.end()
    }
  })
})
