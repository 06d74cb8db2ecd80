import { randomUUID } from 'node:crypto'
import { permisosDe, ROLES, type Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../support/app.ts'
import { givenCandidatura, type Given } from '../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar } from '../support/actos/captura.ts'
import { send, type Answer, type Sent } from '../support/actos/envios.ts'
import type { DeclaredRoute } from '../support/instruments.ts'
import { encolar, publicar } from '../support/publico.ts'
import { cuerposDe } from './cuerpos.ts'
import { MATRIZ } from './matriz.ts'
import { MATRIZ_PASO } from './matriz-paso.ts'

const PARTY = ['captura', 'validacion', 'candidata'] as const
type PartyRol = (typeof PARTY)[number]

let test_: TestApp
let routes: DeclaredRoute[]
let tokens: Record<Rol, string>
let own: Given
/** Candidaturas of another actor político, one in every state. */
let foreign: Record<string, Given>
let cuerpoOf: (operationId: string, rol: Rol) => Sent

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  own = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'alcaldia-m1', nombre: 'Propia' })
  const theirs = { actor: 'PFAR', contienda: 'alcaldia-m1', nombre: 'Ajena' }
  foreign = { sin_captura: await givenCandidatura(test_, theirs), en_captura: await givenCandidatura(test_, theirs) }
  await guardar(equipo, { of: foreign.en_captura as Given, at: 'curricular/oficio' }, { respuestas: { oficio: 'Pesca' } })
  for (const hasta of ['completa', 'validada', 'verificada'] as const) foreign[hasta] = await givenCapturada(equipo, theirs, hasta)
  await encolar(test_, own)
  await publicar(test_)
  routes = test_.instruments.routes.filter(({ contract }) => contract !== null)
  cuerpoOf = await cuerposDe(test_)
  const entries: [Rol, string][] = []
  for (const rol of ROLES) entries.push([rol, await test_.tokenOf(rol, whoIs(rol))])
  tokens = Object.fromEntries(entries) as Record<Rol, string>
})
afterAll(() => test_.close())

function whoIs(rol: Rol): { actor?: string; candidaturaId?: string } {
  if (rol === 'candidata') return { actor: 'PRIO', candidaturaId: own.id }
  return rol === 'captura' || rol === 'validacion' ? { actor: 'PRIO' } : {}
}

const idOf = ({ contract }: DeclaredRoute) => contract?.id ?? ''
const decision = (route: DeclaredRoute) => MATRIZ[idOf(route)] ?? []
const closed = () => routes.filter((route) => decision(route) !== 'todos')
const underCandidatura = (rol: Rol) =>
  closed().filter((route) => route.url.includes('/candidaturas/:id') && decision(route).includes(rol as never))

function decidedPaso({ contract }: DeclaredRoute): string {
  return typeof contract?.paso === 'function' ? 'segun' : (contract?.paso ?? 'no')
}

/** Acuse of a save of her own captura, once it was saved. */
let folio = 'AAAAA-AAAAA-AAAAA'

/** Every route with an id of its own; `rest` fills the other parameters. */
function call(route: DeclaredRoute, { rol, id }: { rol: Rol | null; id: string }, cuerpo: Sent = {}): Promise<Answer> {
  const path = route.url
    .replace('/api/v1', '')
    .replace(':cuestionario', 'curricular')
    .replace(':seccion', 'oficio')
    .replace(':tamano', 'chica')
    .replace(':folio', folio)
    .replaceAll(/:\w+/g, id)
  return send(test_, [route.method as 'GET', path], { ...cuerpo, token: rol ? tokens[rol] : undefined })
}

/** The answer without the parts that differ between any two: a caller can tell nothing else apart. */
function face({ status, bytes, headers }: Answer): object {
  const { date: _date, ...rest } = headers
  return { status, headers: rest, length: bytes.length, body: bytes.toString().replace(/"requestId":"[^"]+"/, '') }
}

describe('the matrix of roles and routes', () => {
  it('has a decision for every route, and no decision for a route that is gone', () => {
    expect(routes.map(idOf).sort()).toEqual(Object.keys(MATRIZ).sort())
  })

  it('decides for every private route whether it asks for a recent factor, as its contract does', () => {
    const declared = closed()
      .filter(({ contract }) => contract?.permiso !== 'anonimo')
      .map((route) => [idOf(route), decidedPaso(route)])
    expect(Object.fromEntries(declared)).toEqual(MATRIZ_PASO)
  })

  it('keeps everything from a caller without an account, except where anybody may ask', async () => {
    for (const route of closed()) {
      expect([idOf(route), face(await call(route, { rol: null, id: randomUUID() }))]).toEqual([
        idOf(route),
        expect.objectContaining({ status: 401, body: expect.stringContaining('"code":"acceso.requerido"') }),
      ])
      // A refusal waits for nothing: without a turn of the event loop between them, so many would look like a server under pressure.
      await new Promise(setImmediate)
    }
  })

  it.each(ROLES)('lets %s through only where it says, whatever the id', async (rol) => {
    const ids = [randomUUID(), own.id, ...Object.values(foreign).map(({ id }) => id)]
    for (const route of closed()) {
      if (decision(route).includes(rol as never)) {
        const { status } = await call(route, { rol, id: randomUUID() })
        expect([idOf(route), status === 401 || status === 403]).toEqual([idOf(route), false])
        continue
      }
      for (const id of route.url.includes(':') ? ids : [ids[0] ?? '']) {
        const { status, body } = await call(route, { rol, id }, cuerpoOf(idOf(route), rol))
        expect([idOf(route), status, body.code]).toEqual([idOf(route), 403, 'acceso.sin_permiso'])
      }
    }
  })

  it.each(ROLES)('tells %s on signing in no permission that it does not have on a route', async (rol) => {
    const { body } = await send<{ permisos: string[] }>(test_, ['GET', '/acceso/yo'], { token: tokens[rol] })
    expect(body.permisos).toEqual(permisosDe(rol))
    for (const route of closed()) {
      const permiso = route.contract?.permiso ?? ''
      expect([idOf(route), body.permisos.includes(permiso)]).toEqual([idOf(route), decision(route).includes(rol as never)])
    }
  })
})

describe.each(PARTY)('a candidatura of another actor político, to %s', (rol: PartyRol) => {
  it.each(['sin_captura', 'en_captura', 'completa', 'validada', 'verificada'])(
    'that is %s answers like one that does not exist, on every route',
    async (estatus) => {
      const theirs = foreign[estatus]?.id ?? ''
      expect(underCandidatura(rol).length).toBeGreaterThan(6)
      for (const route of underCandidatura(rol)) {
        const cuerpo = cuerpoOf(idOf(route), rol)
        const [found, missing] = [await call(route, { rol, id: theirs }, cuerpo), await call(route, { rol, id: randomUUID() }, cuerpo)]
        expect([idOf(route), face(found)]).toEqual([idOf(route), face(missing)])
        expect([idOf(route), found.status, found.body.code]).toEqual([idOf(route), 404, 'ruta.no_existe'])
      }
    },
  )

  it('answers otherwise when it is its own', async () => {
    const order = ['PUT', 'POST', 'GET', 'DELETE']
    const sorted = [...underCandidatura(rol)].sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))
    for (const route of sorted) {
      const { status, bytes } = await call(route, { rol, id: own.id }, cuerpoOf(idOf(route), rol))
      if (idOf(route) === 'saveSeccion') folio = /"folio":"([^"]+)"/.exec(bytes.toString())?.[1] ?? folio
      expect([idOf(route), [401, 403, 404].includes(status)]).toEqual([idOf(route), false])
    }
  })

  it('is in no list, search, filter, count nor duty', async () => {
    const get = async (path: string) => (await send<{ total: number }>(test_, ['GET', path], { token: tokens[rol] })).body
    for (const query of ['', '?q=ajena', '?actor=PFAR', '?municipio=m1', '?estatusCaptura=validada', '?estatusCaptura=verificada']) {
      const list = JSON.stringify(await get(`/candidaturas${query}`))
      for (const { id } of Object.values(foreign)) expect([query, list.includes(id)]).toEqual([query, false])
    }
    expect((await get('/candidaturas?q=ajena')).total).toBe(0)
    expect(await get('/candidaturas/resumen')).toMatchObject({ total: 1 })
    expect(JSON.stringify(await get('/pendientes'))).not.toMatch(/"cuantas":(?!1\b)/)
  })
})

describe('an account that is moved to another actor político', () => {
  it('sees nothing more at its next request: it signs in again', async () => {
    const token = await test_.tokenOf('validacion', { actor: 'PRIO' })
    const see = async () => (await send(test_, ['GET', `/candidaturas/${own.id}`], { token })).status
    expect(await see()).toBe(200)
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }
    await test_.owner.query('update acceso.cuenta set actor_politico_id = $2 where id = $1', [sub, test_.loaded.actores.get('PFAR')])
    expect(await see()).toBe(401)
  })
})
