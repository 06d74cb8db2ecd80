import {
  addCuenta,
  advance,
  bitacoraOf,
  call,
  codeNow,
  cookieOf,
  entrar,
  newAddress,
  renovar,
  setCookieOf,
  signIn,
  startAcceso,
  tokenOf,
} from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

describe('signing in', () => {
  test('gives a token of ten minutes, the account, and a cookie that no script reads', async () => {
    const { id, correo } = await addCuenta(test_)
    const response = await entrar(test_, correo.toUpperCase())
    expect(response.status).toBe(200)
    const body = response.body as { expiraEn: string; segundosRestantes: number; cuenta: Record<string, unknown> }
    expect(body.cuenta).toMatchObject({ id, correo, rol: 'comision', actorPolitico: null, candidaturaId: null })
    expect(body.cuenta.permisos).toContain('acceso.propio')
    const minutes = (Date.parse(body.expiraEn) - test_.deps.clock.system().epochMilliseconds) / 60_000
    expect(minutes).toBeGreaterThan(9.9)
    expect(minutes).toBeLessThanOrEqual(10)
    expect(body.segundosRestantes).toBeGreaterThan(8 * 3_600 - 10)
    expect(body.segundosRestantes).toBeLessThanOrEqual(8 * 3_600)
    expect(setCookieOf(response)).toMatch(/^conoceles=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect(response.headers['cache-control']).toBe('no-store')
  })

  test('the account of a party carries its actor político', async () => {
    const [clave = '', actorPoliticoId = ''] = [...test_.loaded.actores][0] ?? []
    const { cuenta, token } = await signIn(test_, 'captura', { actorPoliticoId })
    const own = await call(test_, '/acceso/yo', { token })
    expect(own.body).toMatchObject({ id: cuenta.id, actorPolitico: { id: actorPoliticoId, clave } })
  })

  test('is written into the bitácora with the device, without the address', async () => {
    const { cuenta } = await signIn(test_)
    const entry = (await bitacoraOf(test_, 'acceso.entrada')).find((acto) => acto.cuenta === cuenta.id)
    expect(entry?.objeto?.tipo).toBe('familia')
    expect(JSON.stringify(entry)).not.toContain('prueba.example')
  })

  test('keeps neither tokens nor passwords in the database', async () => {
    const { token, cookie } = await signIn(test_)
    const dump = JSON.stringify(
      await test_.owner.query(
        'select f.*, r.*, c.* from acceso.refresco r join acceso.familia f on f.id = r.familia_id join acceso.cuenta c on c.id = f.cuenta_id',
      ),
    )
    expect(dump).not.toContain(cookie.split('=')[1])
    expect(dump).not.toContain(token.split('.')[2])
    expect(dump).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
  })

  test('refuses more than ten tries a minute from one address, for any account', async () => {
    const address = newAddress()
    const statuses: number[] = []
    for (let round = 0; round < 11; round += 1) statuses.push((await entrar(test_, `nadie-${round}@prueba.example`, { address })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
  })
})

describe('a request with a token', () => {
  test('ends at once when the account is deactivated, changes its actor político or its rol', async () => {
    const [first = '', second = ''] = [...test_.loaded.actores.values()]
    for (const change of [`estatus = 'desactivada'`, `actor_politico_id = '${second}'`, `rol = 'validacion'`]) {
      const { cuenta, token, cookie } = await signIn(test_, 'captura', { actorPoliticoId: first })
      expect((await call(test_, '/acceso/yo', { token })).status).toBe(200)
      await test_.owner.query(`update acceso.cuenta set ${change} where id = $1`, [cuenta.id])
      expect((await call(test_, '/acceso/yo', { token })).body).toMatchObject({ status: 401, code: 'acceso.requerido' })
      expect((await renovar(test_, cookie)).status).toBe(401)
    }
  })

  test('is refused without the permission, before anything else is looked at', async () => {
    const { token } = await signIn(test_, 'captura')
    expect((await call(test_, '/acceso/cuentas', { token })).body).toMatchObject({ status: 403, code: 'acceso.sin_permiso' })
    expect((await call(test_, '/acceso/propuestas', { method: 'post', token, body: { basura: true } })).status).toBe(403)
    expect((await call(test_, '/acceso/cuentas')).body).toMatchObject({ status: 401, code: 'acceso.requerido' })
  })

  test('is answered with nothing that another page may frame, guess the type of or run', async () => {
    const { token } = await signIn(test_, 'captura')
    const answers = [
      await call(test_, '/acceso/yo', { token }),
      await call(test_, '/acceso/yo'),
      await call(test_, '/acceso/cuentas', { token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 403])
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
  })

  test('ends after eight hours, however often it was renewed', async () => {
    const { cookie } = await signIn(test_)
    const undo: (() => void)[] = []
    let current = cookie
    let answers = 0
    for (; answers < 30; answers += 1) {
      undo.push(advance(test_, { minutes: 20 }))
      const response = await renovar(test_, current)
      if (response.status !== 200) break
      expect((await call(test_, '/acceso/yo', { token: tokenOf(response) })).status).toBe(200)
      current = cookieOf(response)
    }
    undo.reverse().forEach((back) => back())
    expect(answers).toBe(23)
  })

  test('ends after thirty minutes without renewal', async () => {
    const { cookie } = await signIn(test_)
    const back = advance(test_, { minutes: 31 })
    const response = await renovar(test_, cookie)
    back()
    expect(response.body).toMatchObject({ status: 401, code: 'acceso.renovacion_invalida' })
  })
})

describe('devices', () => {
  test('are listed with their words, and the one that asks is marked', async () => {
    const { cuenta, token } = await signIn(test_)
    await call(test_, '/acceso/entrar', {
      method: 'post',
      body: { correo: cuenta.correo, contrasena: 'contrasena-de-prueba-1', codigo: codeNow(test_, 1) },
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    })
    const { elementos } = (await call(test_, '/acceso/dispositivos', { token })).body as {
      elementos: { descripcion: string; actual: boolean }[]
    }
    expect(elementos.map(({ descripcion, actual }) => [descripcion, actual])).toEqual([
      ['Firefox en Linux', false],
      ['Otro programa', true],
    ])
  })

  test('one is revoked: its next request and its next renewal are refused, the other goes on', async () => {
    const { cuenta, token } = await signIn(test_)
    const other = await entrar(test_, cuenta.correo, { codigo: codeNow(test_, 1) })
    const { elementos } = (await call(test_, '/acceso/dispositivos', { token })).body as { elementos: { id: string; actual: boolean }[] }
    const id = elementos.find(({ actual }) => !actual)?.id ?? ''
    expect((await call(test_, `/acceso/dispositivos/${id}`, { method: 'delete', token })).status).toBe(204)
    expect((await call(test_, '/acceso/yo', { token: tokenOf(other) })).status).toBe(401)
    expect((await renovar(test_, cookieOf(other))).status).toBe(401)
    expect((await call(test_, '/acceso/yo', { token })).status).toBe(200)
    expect((await call(test_, `/acceso/dispositivos/${id}`, { method: 'delete', token })).status).toBe(404)
  })

  test('do not exist for another account', async () => {
    const mine = await signIn(test_)
    const theirs = await signIn(test_)
    const { elementos } = (await call(test_, '/acceso/dispositivos', { token: theirs.token })).body as { elementos: { id: string }[] }
    const response = await call(test_, `/acceso/dispositivos/${elementos[0]?.id}`, { method: 'delete', token: mine.token })
    expect(response.body).toMatchObject({ status: 404, code: 'ruta.no_existe' })
    expect((await call(test_, '/acceso/yo', { token: theirs.token })).status).toBe(200)
  })

  test('outside a simulacro the third one ends the oldest', async () => {
    const { correo } = await addCuenta(test_)
    test_.deps.config.modo = 'produccion'
    const [first, second, third] = [await entrar(test_, correo), await entrar(test_, correo), await entrar(test_, correo)]
    test_.deps.config.modo = 'simulacro'
    const statuses = []
    for (const response of [first, second, third]) statuses.push((await call(test_, '/acceso/yo', { token: tokenOf(response) })).status)
    expect(statuses).toEqual([401, 200, 200])
  })
})
