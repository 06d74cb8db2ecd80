import fc from 'fast-check'
import { addCuenta, bitacoraOf, call, cookieOf, entrar, renovar, setCookieOf, signIn, startAcceso, tokenOf } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

const salir = (cookie: string) => call(test_, '/acceso/salir', { method: 'post', cookie })

describe('rotation', () => {
  test('each renewal gives another cookie and a token of the same account', async () => {
    const { cuenta, cookie } = await signIn(test_)
    const first = await renovar(test_, cookie)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ cuenta: { id: cuenta.id } })
    expect(cookieOf(first)).not.toBe(cookie)
    const second = await renovar(test_, cookieOf(first))
    expect(second.status).toBe(200)
    expect((await call(test_, '/acceso/yo', { token: tokenOf(second) })).status).toBe(200)
  })

  test('a spent cookie ends the whole family within one request, and is written down', async () => {
    const { cuenta, token, cookie } = await signIn(test_)
    const next = await renovar(test_, cookie)
    const replay = await renovar(test_, cookie)
    expect(replay.body).toMatchObject({ status: 401, code: 'acceso.renovacion_invalida' })
    expect((await call(test_, '/acceso/yo', { token })).status).toBe(401)
    expect((await call(test_, '/acceso/yo', { token: tokenOf(next) })).status).toBe(401)
    expect((await renovar(test_, cookieOf(next))).status).toBe(401)
    const entries = (await bitacoraOf(test_, 'acceso.reuso_detectado')).filter((entry) => entry.cuenta === cuenta.id)
    expect(entries).toHaveLength(1)
  })

  describe('after a lost answer', () => {
    const once = (cookie: string, clave = 'una-clave') => renovar(test_, cookie, { headers: { 'idempotency-key': clave } })

    test('is asked for again with the same key, as often as it takes, and what was lost is a copy from then on', async () => {
      const { cookie } = await signIn(test_)
      const lost = await once(cookie)
      const [second, third] = [await once(cookie), await once(cookie)]
      expect([lost.status, second.status, third.status]).toEqual([200, 200, 200])
      const next = await renovar(test_, cookieOf(third))
      expect(next.status).toBe(200)
      expect((await renovar(test_, cookieOf(second))).status).toBe(401)
      expect((await renovar(test_, cookieOf(next))).status).toBe(401)
    })

    test.each([
      ['without the key', (cookie: string) => renovar(test_, cookie)],
      ['with another key', (cookie: string) => once(cookie, 'otra-clave')],
    ])('%s the cookie is a copy, and the family ends', async (_, copied) => {
      const { cookie } = await signIn(test_)
      const good = await once(cookie)
      expect((await copied(cookie)).status).toBe(401)
      expect((await renovar(test_, cookieOf(good))).status).toBe(401)
    })

    test('is not asked for again once what it gave was used: then it is a copy too', async () => {
      const { cookie } = await signIn(test_)
      const next = await renovar(test_, cookieOf(await once(cookie)))
      expect((await once(cookie)).status).toBe(401)
      expect((await renovar(test_, cookieOf(next))).status).toBe(401)
    })

    test('leaves one live token after many at once with one cookie and one key', async () => {
      const { cuenta, cookie } = await signIn(test_)
      const answers = await Promise.all(Array.from({ length: 6 }, () => once(cookie)))
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      const live = (await test_.owner.query(
        `select 1 from acceso.refresco r join acceso.familia f on f.id = r.familia_id and f.cuenta_id = $1 where r.usado_en is null`,
        [cuenta.id],
      )) as unknown[]
      expect(live).toHaveLength(1)
    })
  })

  test('the reuse in one device leaves the other devices of the account alone', async () => {
    const { correo } = await addCuenta(test_)
    const [one, two] = [await entrar(test_, correo), await entrar(test_, correo)]
    await renovar(test_, cookieOf(one))
    await renovar(test_, cookieOf(one))
    expect((await call(test_, '/acceso/yo', { token: tokenOf(one) })).status).toBe(401)
    expect((await renovar(test_, cookieOf(two))).status).toBe(200)
  })

  test('works at most once among many at once with one cookie, and the family ends', async () => {
    const { cookie } = await signIn(test_)
    const answers = await Promise.all(Array.from({ length: 8 }, () => renovar(test_, cookie)))
    const good = answers.filter(({ status }) => status === 200)
    expect(good).toHaveLength(1)
    for (const response of good) expect((await renovar(test_, cookieOf(response))).status).toBe(401)
  })

  test('leaves a family at most one live token in any order and overlap, and a replay ends it', async () => {
    const { correo } = await addCuenta(test_)
    const action = fc.record({ kind: fc.constantFrom('renew', 'renew', 'renew', 'leave'), pick: fc.nat() })
    const plan = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(plan, async (batches) => {
        const start = await entrar(test_, correo)
        const issued = [cookieOf(start)]
        const spent = new Set<string>()
        let ended = false
        for (const batch of batches) {
          const chosen = batch.map(({ kind, pick }) => ({ kind, cookie: issued[pick % issued.length] ?? '' }))
          const answers = await Promise.all(chosen.map(({ kind, cookie }) => (kind === 'renew' ? renovar(test_, cookie) : salir(cookie))))
          const shown = chosen.filter(({ kind }) => kind === 'renew').map(({ cookie }) => cookie)
          const renewed = answers.filter(({ status }) => status === 200)
          if (ended) expect(renewed).toHaveLength(0)
          expect(renewed.length).toBeLessThanOrEqual(1)
          if (
            chosen.some(({ kind }) => kind === 'leave') ||
            shown.some((cookie) => spent.has(cookie)) ||
            new Set(shown).size < shown.length
          )
            ended = true
          shown.forEach((cookie) => spent.add(cookie))
          issued.push(...renewed.map(cookieOf))
        }
        const live = (await test_.owner.query(
          `select f.id, count(*)::int as n from acceso.familia f join acceso.refresco r on r.familia_id = f.id
           where f.revocada_en is null and r.usado_en is null group by f.id having count(*) > 1`,
        )) as unknown[]
        expect(live).toEqual([])
        const last = await renovar(test_, issued.at(-1) ?? '')
        expect(last.status).toBe(ended ? 401 : 200)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('origins of a renewal', () => {
  const refused = { status: 403, code: 'acceso.origen_invalido' }

  test.each([
    ['without the header X-Conoceles', { conoceles: null }],
    ['with another value in it', { conoceles: '0' }],
    ['from another origin', { origin: 'https://malo.example' }],
    ['from an origin that begins like ours', { origin: 'http://localhost:3001.malo.example' }],
    ['from the visor', { origin: 'http://localhost:3000' }],
    ['from the origin null', { origin: 'null' }],
    ['without origin', { origin: null }],
    ['without origin, from another site', { origin: null, headers: { 'sec-fetch-site': 'cross-site' } }],
    ['without origin, from a neighbour site', { origin: null, headers: { 'sec-fetch-site': 'same-site' } }],
  ])('%s it is refused, and the cookie is not spent', async (_, how) => {
    const { cookie } = await signIn(test_)
    expect((await renovar(test_, cookie, how)).body).toMatchObject(refused)
    expect((await call(test_, '/acceso/salir', { method: 'post', cookie, ...how })).body).toMatchObject(refused)
    expect((await renovar(test_, cookie)).status).toBe(200)
  })

  test('without origin, the word of the browser that it is the same one is enough', async () => {
    const { cookie } = await signIn(test_)
    expect((await renovar(test_, cookie, { origin: null, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
  })

  test.each(['conoceles=', 'conoceles=x', `conoceles=${'A'.repeat(43)}`, 'otra=1', ''])('the cookie «%s» is refused', async (cookie) => {
    expect((await renovar(test_, cookie)).body).toMatchObject({ status: 401, code: 'acceso.renovacion_invalida' })
  })
})

describe('leaving', () => {
  test('ends the device, clears the cookie and is written down', async () => {
    const { cuenta, token, cookie } = await signIn(test_)
    const response = await salir(cookie)
    expect(response.status).toBe(204)
    expect(setCookieOf(response)).toMatch(/^conoceles=; .*Expires=Thu, 01 Jan 1970/)
    expect((await call(test_, '/acceso/yo', { token })).status).toBe(401)
    expect((await renovar(test_, cookie)).status).toBe(401)
    expect((await bitacoraOf(test_, 'acceso.salida')).some((entry) => entry.cuenta === cuenta.id)).toBe(true)
  })

  test('twice, or with no cookie, is as good as once', async () => {
    const { cookie } = await signIn(test_)
    expect([(await salir(cookie)).status, (await salir(cookie)).status, (await salir('')).status]).toEqual([204, 204, 204])
  })
})

describe('behind https', () => {
  test('the cookie is bound to the host and travels only encrypted', async () => {
    const secure = await startAcceso({ origenConsola: 'https://conoceles.example' })
    try {
      const { correo } = await addCuenta(secure)
      const response = await entrar(secure, correo)
      expect(setCookieOf(response)).toMatch(/^__Host-conoceles=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/)
      expect((await renovar(secure, cookieOf(response), { origin: 'http://conoceles.example' })).status).toBe(403)
      expect((await renovar(secure, cookieOf(response).replace('__Host-', ''))).status).toBe(401)
      expect((await renovar(secure, cookieOf(response))).status).toBe(200)
    } finally {
      await secure.close()
    }
  })
})
