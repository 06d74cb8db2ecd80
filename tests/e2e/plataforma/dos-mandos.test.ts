import { createServer, type AddressInfo, type Server } from 'node:net'
import { eventually, stages } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { enterApi, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { askDatabase } from '../../support/servidor/simulacro-server-base.ts'
import { keepSaving, SECCIONES, type Acknowledged, type Place } from '../../support/servidor/simulacro-server-escrituras.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import {
  copyFolder,
  freePort,
  isAlive,
  launchServer,
  postgresPid,
  removeDataFolder,
  startServer,
  type SimulacroServer,
} from '../../support/servidor/simulacro-server.ts'

const PER_PARTY = 8
const SAVES = 2
/** The killing comes in the midst of it. */
const KILL_AFTER = 50

const { built, prepared } = sharedSimulacro()
const stage = stages()
const folder = copyFolder(prepared)
const acknowledged: Acknowledged[] = []
let places: Place[] = []
let port = 0
let server: SimulacroServer
let before: Record<'corte' | 'actos', number>

beforeAll(async () => {
  port = await freePort()
  server = await startServer({ built, folder, port })
  const [pan, pri] = await Promise.all([enterApi(server.url, 'captura.pan'), enterApi(server.url, 'captura.pri')])
  places = [...(await placesOf(pan)), ...(await placesOf(pri))]
  before = { corte: await corte(), actos: await saveActs() }
})

afterAll(async () => {
  await server?.end('SIGTERM')
  await removeDataFolder(folder)
})

stage('a save repeated with its key through a kill -9 and the next start is done exactly once', async () => {
  const writers = Promise.allSettled(places.map((place) => keepSaving(place, SAVES, (saved) => acknowledged.push(saved))))
  await eventually(async () => acknowledged.length >= KILL_AFTER, 'some acknowledged saves')
  await server.end('SIGKILL')
  const survivors = [...acknowledged]
  server = await startServer({ built, folder, port })
  expect(survivors.length).toBeLessThan(places.length * SAVES)
  expect(await lostOf(survivors)).toEqual([])
  expect((await writers).filter(({ status }) => status === 'rejected')).toEqual([])
  expect(acknowledged).toHaveLength(places.length * SAVES)
  expect(acknowledged.filter(({ genuine }) => !genuine)).toEqual([])
  expect(await lostOf(acknowledged)).toEqual([])
})

stage('no act is half written: sections, acuses and bitácora tell the same', async () => {
  const sections = await askDatabase<{ version: number; actos: number; acuses: number }>(folder, CONSISTENCY, [ids()])
  expect(sections).toHaveLength(places.length)
  expect(sections.filter(({ version, actos, acuses }) => version !== SAVES || actos !== SAVES || acuses !== SAVES)).toEqual([])
  expect((await saveActs()) - before.actos).toBe(places.length * SAVES)
  expect(await askDatabase(folder, ORPHANS)).toEqual([])
})

stage('the chain of the bitácora verifies', async () => {
  const auditoria = await enterApi(server.url, 'auditoria')
  const { body } = await auditoria.get<{ integra: boolean; primerFallo: number | null }>('/bitacora/verificacion')
  expect(body).toMatchObject({ integra: true, primerFallo: null })
})

stage('publishing goes on', async () => {
  const verificacion = await enterApi(server.url, 'verificacion1')
  const id = await verifyOne(verificacion)
  await eventually(async () => {
    const { secciones } = await readPublic<{ secciones: { estatus: string }[] }>(server.url, `/candidaturas/${id}`)
    return secciones.every(({ estatus }) => estatus === 'publicada')
  }, 'the publication')
  expect(await corte()).toBeGreaterThan(before.corte)
})

stage('a second process on the same data says that one is running, and leaves it alone', async () => {
  const second = await launchServer({ built, folder })
  expect(await second.ended).toEqual({ code: 1, signal: null })
  expect(second.printed().trim()).toBe(`Ya está en marcha en ${server.url}/: deténgalo antes de iniciar otro.`)
  expect((await fetch(`${server.url}/live`)).status).toBe(200)
  // The API does not answer an unknown path with a page.
  const unknown = await fetch(`${server.url}/api/v1/no-existe`)
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

stage('Ctrl-C ends in order: no PostgreSQL is left behind', async () => {
  const postgres = postgresPid(folder) ?? 0
  expect(isAlive(postgres)).toBe(true)
  expect(await server.end('SIGINT')).toEqual({ code: 0, signal: null })
  expect(isAlive(postgres)).toBe(false)
  expect(postgresPid(folder)).toBeNull()
})

stage('a busy port gives one clear sentence and leaves nothing running', async () => {
  const busy = await listen()
  const second = await launchServer({ built, folder, port: (busy.address() as AddressInfo).port })
  const ended = await second.ended
  await new Promise((done) => busy.close(done))
  expect(ended).toEqual({ code: 1, signal: null })
  expect(second.printed().trim()).toBe('El puerto está ocupado: elija otro con PORT=3001 npm start.')
  expect(postgresPid(folder)).toBeNull()
})

/** Per section: its version, the acts of the bitácora that name its versions without a gap, and the acuses that those name. */
const CONSISTENCY = `
  select s.version,
         count(distinct (a.contenido::jsonb #>> '{detalle,version}')::int)
           filter (where (a.contenido::jsonb #>> '{detalle,version}')::int between 1 and s.version)::int as actos,
         count(q.folio)::int as acuses
    from captura.seccion s
    join captura.cuestionario c on c.id = s.cuestionario_id and c.tipo = 'curricular'
    join bitacora.acto a on a.acto = 'captura.guardada' and a.objeto_id = s.candidatura_id::text
     and a.contenido::jsonb #>> '{detalle,seccion}' = s.clave
    left join publico.acuse q on q.folio = a.contenido::jsonb #>> '{detalle,folio}'
   where s.candidatura_id = any($1::uuid[])
   group by s.id`

/** Acuses of a save without their act, and acts without their acuse. */
const ORPHANS = `
  select coalesce(q.folio, a.folio) as folio
    from (select folio from publico.acuse where acto = 'captura.guardada') q
    full join (select contenido::jsonb #>> '{detalle,folio}' as folio from bitacora.acto where acto = 'captura.guardada') a using (folio)
   where q.folio is null or a.folio is null`

async function placesOf(account: ApiAccount): Promise<Place[]> {
  const free = await unbegun(account, PER_PARTY)
  return free.flatMap((candidaturaId) => SECCIONES.map((seccion) => ({ account, candidaturaId, seccion })))
}

function ids(): string[] {
  return [...new Set(places.map(({ candidaturaId }) => candidaturaId))]
}

async function corte(): Promise<number> {
  const { corte: last } = await readPublic<{ corte: { numero: number } }>(server.url, '/proceso')
  return last.numero
}

async function saveActs(): Promise<number> {
  const [row] = await askDatabase<{ n: number }>(folder, `select count(*)::int as n from bitacora.acto where acto = 'captura.guardada'`)
  return row?.n ?? 0
}

/** The saves whose section is behind them, holds something else at the same version, or whose acuse nobody knows. */
async function lostOf(saves: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const sections = await askDatabase<{ key: string; version: number; respuestas: object }>(
    folder,
    `select s.candidatura_id || ' ' || s.clave as key, s.version, s.respuestas from captura.seccion s where s.candidatura_id = any($1::uuid[])`,
    [ids()],
  )
  const acuses = await askDatabase<{ folio: string }>(folder, 'select folio from publico.acuse where folio = any($1::text[])', [
    saves.map(({ folio }) => folio),
  ])
  const byKey = new Map(sections.map((section) => [section.key, section]))
  const folios = new Set(acuses.map(({ folio }) => folio))
  return saves.filter((saved) => {
    const section = byKey.get(`${saved.candidaturaId} ${saved.seccion}`)
    if (!section || section.version < saved.version || !folios.has(saved.folio)) return true
    return section.version === saved.version && !sameContent(section.respuestas, saved.respuestas)
  })
}

function sameContent(a: object, b: object): boolean {
  const text = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
  return text(a) === text(b)
}

interface Detail {
  id: string
  acciones: { acto: string; permitido: boolean }[]
}

/** Verifies the first candidatura of the queue that may be verified. */
async function verifyOne(account: ApiAccount): Promise<string> {
  const { body } = await account.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=validada&limite=25')
  for (const { id } of body.elementos) {
    const detail = await account.get<Detail>(`/candidaturas/${id}`)
    if (!detail.body.acciones.some(({ acto, permitido }) => acto === 'verificar' && permitido)) continue
    const captura = await account.get<{ version: number }>(`/candidaturas/${id}/captura`)
    const answer = await account.post(`/candidaturas/${id}/verificar`, { version: captura.body.version })
    if (answer.status === 200) return id
  }
  throw new Error('no candidatura of the queue could be verified')
}

async function listen(): Promise<Server> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
