import type { Client } from '@modelcontextprotocol/client'
import type { TestApp } from '../../support/app.ts'
import { conectar, type Preguntar } from '../../support/maquinas/cliente.ts'
import { preguntasDe, type Fila, type Publico } from '../../support/maquinas/preguntas.ts'
import { pasarA, startContado } from '../../support/mundos/contado.ts'
import { givenCambio, leer, publicar } from '../../support/publico.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'

const ORIGEN = () => test_.deps.config.origen

let test_: TestApp
let address: string
let publico: Publico
let client: Client
let preguntar: Preguntar

beforeAll(async () => {
  test_ = await startContado()
  for (const id of await aprobadas(8))
    await givenCambio(test_, { tipo: 'cancelacion', de: { id } as never, causa: 'renuncia', desde: '2024-04-01' })
  await publicar(test_)
  address = await test_.app.listen({ port: 0, host: '127.0.0.1' })
  publico = await readPublico()
  ;({ client, preguntar } = await conectar(address))
}, 240_000)
afterAll(async () => {
  await client.close()
  await test_.close()
})

describe('a machine that answers voters', () => {
  it('answers two hundred questions right, and invents nobody', async () => {
    const preguntas = preguntasDe(publico)
    expect(preguntas.length).toBeGreaterThanOrEqual(200)
    const names = new Map(publico.filas.map(({ id, nombre }) => [id, nombre]))
    const wrong: object[] = []
    const invented: object[] = []
    for (const { clase, herramienta, datos, acierta } of preguntas) {
      const contestado = await preguntar(herramienta, datos)
      if (!acierta(contestado)) wrong.push({ clase, datos, resultado: contestado.resultado })
      invented.push(...nombradas(contestado).filter(({ id, nombre }) => names.get(id) !== nombre))
      expect(contestado).toMatchObject({ simulacro: true, cita: { corte: 2, fecha: expect.stringMatching(/^2024-\d\d-\d\d$/) as string } })
      expect(contestado.cita.direccion.startsWith(`${ORIGEN()}/`) && contestado.cita.texto.includes(contestado.cita.direccion)).toBe(true)
    }
    expect(invented).toEqual([])
    expect(wrong).toEqual([])
  })

  it('gets a page as the public API gives it, and answers side by side', async () => {
    const [one, two] = publico.filas.filter(({ cargo }) => cargo === 'gubernatura').map(({ id }) => id)
    const { sal: _sal, ...page } = (await leer<Record<string, unknown>>(test_, `candidaturas/${one}`)).body
    expect((await preguntar('ver_candidatura', { id: one })).candidatura).toEqual(page)
    const { preguntas, resultado } = await preguntar('comparar_candidaturas', { ids: [one, two] })
    expect([resultado, must(must(preguntas)[0]).respuestas.length]).toEqual(['hallado', 2])
  })

  it('is told which tools there are, all of them read-only, in either revision of the protocol', async () => {
    const other = await conectar(address, 'legacy')
    const { tools } = await other.client.listTools()
    expect((await client.listTools()).tools).toEqual(tools)
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([])
    for (const { name } of tools.filter(({ inputSchema }) => !inputSchema.required)) {
      if (name !== 'boleta_de_un_lugar') expect((await other.preguntar(name)).resultado).toBe('hallado')
    }
    await other.client.close()
  })

  it('is told what is wrong with a question', async () => {
    await expect(preguntar('boleta_de_un_lugar')).rejects.toThrow('Diga la sección o el municipio.')
    await expect(preguntar('ver_candidatura', { id: 'nadie' })).rejects.toThrow('id: No tiene el formato esperado.')
    await expect(preguntar('buscar_candidaturas', { curp: 'X' })).rejects.toThrow('No se esperaba este dato.')
    await expect(preguntar('borrar')).rejects.toThrow('borrar')
  })
})

describe('the address of machines', () => {
  const post = (body: string, headers = {}) =>
    test_.app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body,
    })

  it('takes POST alone, from any site, one message at a time', async () => {
    const got = await test_.app.inject('/mcp')
    expect([got.statusCode, got.headers.allow]).toEqual([405, 'OPTIONS, POST'])
    const asked = await test_.app.inject({ method: 'OPTIONS', url: '/mcp' })
    expect([asked.statusCode, asked.headers['access-control-allow-origin'], asked.headers['access-control-allow-methods']]).toEqual([
      204,
      '*',
      'POST',
    ])
    expect((await post('[]')).statusCode).toBe(400)
    const broken = await post('{')
    expect([broken.statusCode, broken.json()]).toEqual([
      400,
      expect.objectContaining({ error: expect.objectContaining({ code: -32_700 }) as object }),
    ])
  })

  it('holds no stream open', async () => {
    const prefix = 'io.modelcontextprotocol/'
    const _meta = {
      [`${prefix}protocolVersion`]: '2026-07-28',
      [`${prefix}clientInfo`]: { name: 'a', version: '1' },
      [`${prefix}clientCapabilities`]: {},
    }
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: { _meta, notifications: { toolsListChanged: true } },
    })
    const answer = await post(body, { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' })
    expect(answer.body).toContain('"resultType":"complete"')
  })

  it('is named by llms.txt, with where the data are and how to cite them', async () => {
    const { body, headers } = await test_.app.inject('/llms.txt')
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    for (const said of [`${ORIGEN()}/mcp`, '/api/v1/publico/openapi.json', 'personas son ficticias', 'Cite el número de corte'])
      expect(body).toContain(said)
    for (const [, path = ''] of body.matchAll(/\((?:https?:\/\/[^/)]+)(\/api\/[^)]+)\)/g))
      expect([path, (await test_.app.inject(path)).statusCode]).toEqual([path, 200])
  })

  it('reads as the role that can read no private table', async () => {
    const { lector } = test_.deps.databases
    const tables = await sql<{ t: string }>(
      test_,
      `select schemaname || '.' || tablename as t from pg_tables where schemaname in ('acceso', 'captura', 'identidad', 'bitacora')`,
    )
    for (const { t } of tables) await expect(lector.query(`select 1 from ${t} limit 1`)).rejects.toThrow('permission denied')
  })
})

describe('people who were withdrawn', () => {
  it('are not told any more, neither by name nor by id', async () => {
    const before = publico.filas
    await pasarA(test_, '2024-04-05')
    const left = new Set((await readPublico()).filas.map(({ id }) => id))
    const gone = before.filter(({ id }) => !left.has(id))
    expect(gone.length).toBeGreaterThan(50)
    for (const { id, nombre } of gone.slice(0, 25)) {
      const answers = [await preguntar('ver_candidatura', { id }), await preguntar('buscar_candidaturas', { nombre })]
      expect(answers[0]?.resultado).toBe('retirada')
      expect(JSON.stringify(answers.map(({ cita: _cita, ...rest }) => rest))).not.toContain(id)
      expect(nombradas(must(answers[1])).filter((each) => !left.has(each.id))).toEqual([])
    }
  })
})

/** Everybody whom an answer names, wherever it does. */
function nombradas(value: unknown): { id: string; nombre: string }[] {
  if (value === null || typeof value !== 'object') return []
  const { id, nombre } = value as Record<string, unknown>
  const own = typeof id === 'string' && typeof nombre === 'string' ? [{ id, nombre }] : []
  return [...own, ...Object.values(value).flatMap(nombradas)]
}

async function aprobadas(count: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    test_,
    `select id from publico.candidatura where estatus = 'aprobada' order by md5(id::text) limit ${count}`,
  )
  return rows.map(({ id }) => id)
}

async function readPublico(): Promise<Publico> {
  const filas = await sql<{ contienda: string; fila: Fila }>(test_, 'select contienda, fila from publico.candidatura order by orden')
  const { secciones } = (await leer<{ secciones: Publico['secciones'] }>(test_, 'territorio')).body
  return {
    filas: filas.map(({ fila }) => fila),
    contiendaDe: new Map(filas.map(({ contienda, fila: { id } }) => [id, contienda])),
    proceso: (await leer<Publico['proceso']>(test_, 'proceso')).body,
    contiendas: (await leer<{ elementos: Publico['contiendas'] }>(test_, 'contiendas')).body.elementos,
    secciones,
  }
}
