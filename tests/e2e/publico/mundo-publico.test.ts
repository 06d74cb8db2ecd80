import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { conectar } from '../../support/maquinas/cliente.ts'
import {
  freePort,
  launchServer,
  pause,
  startServer,
  type ServerOptions,
  type SimulacroServer,
} from '../../support/servidor/simulacro-server.ts'

const PUBLICO = '/api/v1/publico'
const isPublic = (path: string) => path === PUBLICO || path.startsWith(`${PUBLICO}/`)

const { url: whole, built } = sharedSimulacro()
const folder = mkdtempSync(join(tmpdir(), 'conoceles-publico-'))
const secretos = join(folder, 'secretos')
let server: SimulacroServer
let operacion: string

/** Its keys hold only the password of the reader; the address of the database names no account. */
function options(env: NodeJS.ProcessEnv = {}): ServerOptions {
  const { port, database } = JSON.parse(readFileSync(join(folderAt(whole), 'en-marcha.json'), 'utf8')) as Record<string, string>
  const place = { SERVICIO: 'publico', DATABASE_URL: `postgres://127.0.0.1:${port}/${database}`, SECRETOS: secretos, ORIGEN: whole }
  return { built, folder, paginas: true, env: { ...place, ...env }, ready: 'Mundo público en' }
}

beforeAll(async () => {
  mkdirSync(secretos)
  copyFileSync(join(folderAt(whole), 'secretos/rol-lector'), join(secretos, 'rol-lector'))
  operacion = `127.0.0.1:${await freePort()}`
  server = await startServer(options({ OPERACION: operacion }))
})
afterAll(async () => {
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Openapi {
  tags: { name: string }[]
  components: { securitySchemes?: object }
  paths: Record<string, Record<string, { security?: object[] }>>
}

const openapiOf = async (url: string) => (await (await fetch(`${url}${PUBLICO}/openapi.json`)).json()) as Openapi
/** The contract of the whole server. */
const contrato = parse(readFileSync(join(__dirname, '../../../openapi.yaml'), 'utf8')) as Openapi
const routesOf = ({ paths }: Openapi) =>
  Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { security }]) => ({ path, method, security })))

it('answers what the whole server answers, byte by byte', async () => {
  const { elementos } = (await (await fetch(`${whole}${PUBLICO}/candidaturas?cargo=gubernatura&calidad=propietaria&limite=2`)).json()) as {
    elementos: { id: string }[]
  }
  const [one, two] = elementos.map(({ id }) => id)
  const paths = [
    ...[
      '/',
      '/candidaturas',
      `/candidaturas/${one}`,
      `/comparar?personas=${one},${two}`,
      '/boleta',
      '/datos',
      '/incrustar',
      '/incrustar/contienda?clave=gubernatura-17',
      '/api/docs',
    ],
    ...['/proceso', '/indice', '/candidaturas?limite=50', '/candidaturas?q=maria', '/contiendas', '/estadisticas', '/cortes', '/nada'].map(
      (path) => PUBLICO + path,
    ),
    `${PUBLICO}/candidaturas/${one}`,
  ]
  const told = async (url: string, path: string) => {
    const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
    const headers = ['content-type', 'content-security-policy', 'etag', 'cache-control', 'x-robots-tag'].map((name) =>
      answer.headers.get(name),
    )
    return { path, status: answer.status, headers, body: (await answer.text()).replace(/"(instance|request_?id)":"[^"]*"/gi, '') }
  }
  for (const path of paths) expect(await told(server.url, path)).toEqual(await told(whole, path))
})

it('knows no route that asks for an account, and answers 404 to each of those there are', async () => {
  const described = await openapiOf(server.url)
  expect([described.tags.map(({ name }) => name), described.components.securitySchemes]).toEqual([
    ['Público', 'Datos abiertos', 'Estadísticas'],
    undefined,
  ])
  const known = routesOf(described)
  expect(known.filter(({ path, security }) => !isPublic(path) || security?.length !== 0)).toEqual([])
  const others = routesOf(contrato).filter(({ path }) => !isPublic(path))
  expect(others.length).toBeGreaterThan(100)
  const answers = await Promise.all(
    others.map(async ({ path, method }) => {
      const { status } = await fetch(server.url + path.replace(/\{\w+\}/g, '1'), { method: method.toUpperCase() })
      return `${method} ${path} ${status}`
    }),
  )
  expect(answers.filter((answer) => !answer.endsWith(' 404'))).toEqual([])
  expect((await fetch(`${server.url}/consola/`)).status).toBe(404)
})

it('answers machines with the password of the reader alone', async () => {
  const { client, preguntar } = await conectar(server.url)
  const { elementos, total } = await preguntar('buscar_candidaturas', { cargo: 'gubernatura', calidad: 'propietaria' })
  expect([elementos?.length, total]).toEqual([total, expect.any(Number)])
  await client.close()
})

it('has in its program neither TypeORM nor anything that opens an account, a seal or an identity answer', () => {
  const program = readFileSync(join(built.api, 'publico.process.js'), 'utf8')
  expect(program.length).toBeGreaterThan(100_000)
  const names = ['typeorm', 'argon2', '@fastify/jwt', 'otpauth', 'openSecretos', 'openLlavero']
  expect(names.filter((name) => program.includes(name))).toEqual([])
})

it('is watched on an address of its own, and tells nothing of it to the public', async () => {
  const ready = await fetch(`http://${operacion}/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ listo: true })])
  const figures = await (await fetch(`http://${operacion}/metrics`)).text()
  expect(figures).toMatch(/^conoceles_solicitud_segundos_count\{.*servicio="publico"/m)
  expect(figures).toMatch(/^conoceles_conexiones\{.*rol="lector"/m)
  for (const path of ['/ready', '/metrics']) expect(await (await fetch(server.url + path)).text()).not.toMatch(/conoceles_|revisiones/)
})

it('counts visits with everybody else', async () => {
  const count = async () => {
    const sql = "select coalesce(sum(veces), 0)::int as veces from publico.visita where clase = 'verificacion'"
    return (await askDatabase<{ veces: number }>(folderAt(whole), sql))[0]?.veces ?? 0
  }
  const before = await count()
  const body = JSON.stringify({ clase: 'verificacion' })
  const { status, headers } = await fetch(`${server.url}${PUBLICO}/visitas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect([status, headers.get('cache-control')]).toEqual([204, 'no-store'])
  for (let waited = 0; waited < 20_000 && (await count()) === before; waited += 250) await pause(250)
  expect(await count()).toBe(before + 1)
})

it('says so where the pages that are public are not of its address, which the browser then makes', async () => {
  expect(server.printed()).not.toContain('Las páginas publicadas son de otra versión')
  const elsewhere = await startServer(options({ ORIGEN: 'https://conoceles.example' }))
  expect(elsewhere.printed()).toContain('Las páginas publicadas son de otra versión o de otra dirección (ORIGEN)')
  const answer = await fetch(`${elsewhere.url}/`)
  expect([answer.status, (await answer.text()).includes('<div id="app"></div>')]).toEqual([200, true])
  await elsewhere.end('SIGKILL')
})

it.each([
  ['where nobody prepared the database', { SECRETOS: join(folder, 'nada') }, 'La base de datos aún no está preparada'],
  ['where no address of it is told', { DATABASE_URL: '' }, 'SERVICIO=publico necesita DATABASE_URL'],
  ['with the settings of a real proceso over a simulacro', { MODO: 'produccion', RELOJ: 'sistema' }, 'no se sirve como proceso real'],
])('does not start %s, and says so', async (_where, env, sentence) => {
  const refused = await launchServer(options(env))
  expect(await refused.ended).toEqual({ code: 1, signal: null })
  expect(refused.printed()).toContain(sentence)
})
