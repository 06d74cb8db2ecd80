import { randomUUID } from 'node:crypto'
import { ROLES, type Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../support/app.ts'
import { givenCandidatura } from '../support/candidaturas.ts'
import type { DeclaredRoute } from '../support/instruments.ts'
import { MATRIZ } from './matriz.ts'

describe('role × route', () => {
  let t: TestApp
  let routes: DeclaredRoute[]
  let tokens: Record<Rol, string>
  let foreign: string

  beforeAll(async () => {
    t = await startTestApp()
    routes = t.instruments.routes.filter(({ contract }) => contract !== null)
    foreign = (await givenCandidatura(t, { actor: 'PFAR', contienda: 'alcaldia-m1' })).id
    const mine = (await givenCandidatura(t)).id
    const entries: [Rol, string][] = []
    for (const rol of ROLES) {
      const party = rol === 'captura' || rol === 'validacion'
      entries.push([
        rol,
        await t.tokenOf(rol, { ...(party ? { actor: 'PRIO' } : {}), ...(rol === 'candidata' ? { candidaturaId: mine } : {}) }),
      ])
    }
    tokens = Object.fromEntries(entries) as Record<Rol, string>
  })
  afterAll(() => t.close())

  it('has a decision for every route, and no decision for a route that is gone', () => {
    expect(routes.map(({ contract }) => contract?.id).sort()).toEqual(Object.keys(MATRIZ).sort())
  })

  it('answers nobody without an account, except where anybody may ask', async () => {
    const open: string[] = []
    for (const route of closed()) {
      const { statusCode } = await call(route, null, randomUUID())
      if (statusCode !== 401) open.push(`${route.contract?.id}: ${statusCode}`)
    }
    expect(open).toEqual([])
  })

  it.each(ROLES)('lets %s through only where the matrix says', async (rol) => {
    const wrong: string[] = []
    for (const route of closed()) {
      const allowed = MATRIZ[route.contract?.id ?? '']?.includes(rol)
      const { statusCode } = await call(route, tokens[rol], randomUUID())
      if (allowed === (statusCode === 403)) wrong.push(`${route.contract?.id}: ${statusCode}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(['captura', 'validacion', 'candidata'] as const)(
    'gives %s the same 404 for a candidatura of another actor político as for one that does not exist',
    async (rol) => {
      const wrong: string[] = []
      for (const route of closed().filter(
        ({ url, contract }) => url.includes('/candidaturas/:id') && MATRIZ[contract?.id ?? '']?.includes(rol),
      )) {
        const [theirs, nobodys] = [await call(route, tokens[rol], foreign), await call(route, tokens[rol], randomUUID())]
        const same = shape(theirs.body) === shape(nobodys.body) && theirs.statusCode === nobodys.statusCode
        const hidden = theirs.statusCode === 404 || (theirs.statusCode >= 400 && theirs.statusCode < 500 && same)
        if (!same || !hidden) wrong.push(`${route.contract?.id}: ${theirs.statusCode} and ${nobodys.statusCode}`)
      }
      expect(wrong).toEqual([])
    },
  )

  function closed(): DeclaredRoute[] {
    return routes.filter(({ contract, url }) => MATRIZ[contract?.id ?? ''] !== 'todos' && !url.includes('/dispositivos/'))
  }

  function call({ method, url }: DeclaredRoute, token: string | null, id: string) {
    const path = url.replace(':cuestionario', 'curricular').replace(':seccion', 'estudios').replace(':tamano', 'chica').replace(/:\w+/, id)
    return t.app.inject({
      method: method as 'GET',
      url: path,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(method === 'GET' ? {} : { payload: payloadOf(url) }),
    })
  }
})

/** Bodies that would be accepted of whoever may: what is refused is refused because of who asks. */
function payloadOf(url: string): object {
  if (url.endsWith('/observaciones')) {
    return { version: 1, cuestionario: 'curricular', seccion: 'estudios', supuesto: 'x', texto: 'Un texto suficientemente largo.' }
  }
  if (url.includes('/captura/')) return { version: 0, respuestas: {} }
  if (url.endsWith('/validar') || url.endsWith('/verificar')) return { version: 1 }
  return {}
}

/** The answer without what differs between any two. */
function shape(body: string): string {
  return body.replace(/"requestId":"[^"]+"/, '')
}
