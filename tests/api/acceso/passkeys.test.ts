import { addCuenta, advance, altaIn, bitacoraOf, call, codeNow, codeOf, entrar, startAcceso } from '../../support/acceso.ts'
import { PASSWORD, type TestApp } from '../../support/app.ts'
import { Autenticador } from '../../support/browser/autenticador.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

interface Pregunta {
  reto: string
  opciones: { challenge: string; rpId: string; userVerification: string; allowCredentials: { id: string; transports: string[] }[] }
}

const enter = (correo: string, body: object = {}) =>
  call(test_, '/acceso/entrar', { method: 'post', body: { correo, contrasena: PASSWORD, ...body } })

/** An account whose only factor is a passkey, enrolled at its first sign-in. */
async function withPasskey() {
  const cuenta = await addCuenta(test_, 'captura', { totp: false })
  const autenticador = new Autenticador(test_.deps.config.origenConsola)
  const missing = (await enter(cuenta.correo)).body as { segundoFactor: { reto: string; passkey: { challenge: string; rp: object } } }
  const { reto, passkey } = missing.segundoFactor
  const entered = await enter(cuenta.correo, { alta: { reto, nombre: 'Mi equipo', passkey: autenticador.create(passkey) } })
  return { ...cuenta, autenticador, entered }
}

async function askFor(correo: string): Promise<Pregunta> {
  const { body } = await enter(correo)
  return (body as { segundoFactor: { passkey: Pregunta } }).segundoFactor.passkey
}

describe('an account of a role that needs a second factor and has none', () => {
  test('enrols a passkey at its next sign-in, enters and gets ten recovery codes', async () => {
    const { entered, correo } = await withPasskey()
    expect(entered.status).toBe(200)
    expect((entered.body as { codigosRecuperacion: string[] }).codigosRecuperacion).toHaveLength(10)
    expect((await enter(correo)).body).toMatchObject({ code: 'acceso.segundo_factor_requerido', segundoFactor: { metodos: ['passkey'] } })
  })

  test('enrols a TOTP instead, may mistype its code, and does not enter with that code again', async () => {
    const { correo } = await addCuenta(test_, 'comision', { totp: false })
    const { alta } = altaIn(test_, await enter(correo))
    expect((await enter(correo, { alta: { ...alta, codigo: '000000' } })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
    expect((await enter(correo, { alta })).status).toBe(200)
    expect((await enter(correo, { codigo: alta.codigo })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
  })

  test('is told so only after the right password, which is no failure', async () => {
    const { correo } = await addCuenta(test_, 'auditoria', { totp: false })
    const wrong = await entrar(test_, correo, { contrasena: 'no es ninguna' })
    const unknown = await entrar(test_, 'nadie@prueba.example')
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
    for (let round = 0; round < 8; round += 1) expect((await enter(correo)).body).toMatchObject({ code: 'acceso.factor_por_registrar' })
  })

  test('enters by one of two enrolments at once', async () => {
    const { correo } = await addCuenta(test_, 'captura', { totp: false })
    const altas = [altaIn(test_, await enter(correo)).alta, altaIn(test_, await enter(correo)).alta]
    const answers = await Promise.all(altas.map((alta) => enter(correo, { alta })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test('cannot enrol with a challenge of another account, nor after fifteen minutes', async () => {
    const [one, two] = [await addCuenta(test_, 'captura', { totp: false }), await addCuenta(test_, 'captura', { totp: false })]
    const { alta, secret } = altaIn(test_, await enter(one.correo))
    expect((await enter(two.correo, { alta })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
    const back = advance(test_, { minutes: 16 })
    expect((await enter(one.correo, { alta: { ...alta, codigo: codeOf(test_, secret) } })).status).toBe(401)
    back()
  })

  test('does not replace the factors that an account has', async () => {
    const { correo } = await addCuenta(test_, 'captura', { totp: false })
    const { alta } = altaIn(test_, await enter(correo))
    await enter(correo, { alta: altaIn(test_, await enter(correo)).alta })
    expect((await enter(correo, { alta })).body).toMatchObject({ code: 'acceso.segundo_factor_requerido' })
  })

  test('enters with the password alone where the proceso exempts the role', async () => {
    const { correo } = await addCuenta(test_, 'comision', { totp: false })
    const set = (value: object) =>
      test_.owner.query('update captura.proceso set catalogos = catalogos || $1', [JSON.stringify({ acceso: value })])
    await set({ sinSegundoFactor: ['comision'] })
    expect((await enter(correo)).status).toBe(200)
    await set({ sinSegundoFactor: [] })
    expect((await enter(correo)).status).toBe(401)
  })
})

describe('a passkey', () => {
  test('opens the account: its challenge names the consola, the credential and its transports', async () => {
    const { correo, autenticador } = await withPasskey()
    const { reto, opciones } = await askFor(correo)
    expect(opciones).toMatchObject({ rpId: 'localhost', userVerification: 'preferred' })
    expect(opciones.allowCredentials).toEqual([{ id: autenticador.id.toString('base64url'), type: 'public-key', transports: ['internal'] }])
    expect((await enter(correo, { passkey: { reto, respuesta: autenticador.get(opciones) } })).status).toBe(200)
  })

  test('is refused when its answer is repeated, and the challenge is spent', async () => {
    const { correo, autenticador } = await withPasskey()
    const { reto, opciones } = await askFor(correo)
    const passkey = { reto, respuesta: autenticador.get(opciones) }
    const answers = await Promise.all([enter(correo, { passkey }), enter(correo, { passkey })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await enter(correo, { passkey: { reto, respuesta: autenticador.get(opciones) } })).body).toMatchObject({
      status: 401,
      code: 'acceso.passkey_invalida',
    })
  })

  test.each([
    ['from another origin', { origin: 'https://conoceles.example' }],
    ['to another challenge', { challenge: 'b3RybyByZXRv' }],
    ['with a credential that the account has not', { id: 'b3RyYS1jcmVkZW5jaWFs' }],
    ['with a counter that did not grow', { contador: 0 }],
  ])('%s is refused, spends the challenge and is written into the bitácora', async (_, bend) => {
    const { id, correo, autenticador } = await withPasskey()
    const first = await askFor(correo)
    await enter(correo, { passkey: { reto: first.reto, respuesta: autenticador.get(first.opciones) } })
    const { reto, opciones } = await askFor(correo)
    const refused = await enter(correo, { passkey: { reto, respuesta: autenticador.get(opciones, bend) } })
    expect(refused.body).toMatchObject({ status: 401, code: 'acceso.passkey_invalida' })
    autenticador.contador = 9
    expect((await enter(correo, { passkey: { reto, respuesta: autenticador.get(opciones) } })).status).toBe(401)
    const failed = (await bitacoraOf(test_, 'acceso.entrada_fallida')).filter(({ cuenta }) => cuenta === id)
    expect(failed.map(({ detalle }) => detalle)).toEqual(Array(2).fill({ motivo: 'acceso.passkey_invalida' }))
  })

  test('signed by another key is refused', async () => {
    const { correo, autenticador } = await withPasskey()
    const thief = new Autenticador(test_.deps.config.origenConsola)
    const { reto, opciones } = await askFor(correo)
    const respuesta = thief.get(opciones, { id: autenticador.id.toString('base64url') })
    expect((await enter(correo, { passkey: { reto, respuesta } })).status).toBe(401)
  })

  test('answers no challenge of another account, nor one of more than five minutes', async () => {
    const [one, two] = [await withPasskey(), await withPasskey()]
    const theirs = await askFor(two.correo)
    expect((await enter(one.correo, { passkey: { reto: theirs.reto, respuesta: one.autenticador.get(theirs.opciones) } })).status).toBe(401)
    const { reto, opciones } = await askFor(one.correo)
    const back = advance(test_, { minutes: 6 })
    expect((await enter(one.correo, { passkey: { reto, respuesta: one.autenticador.get(opciones) } })).status).toBe(401)
    back()
  })

  test('that is not right counts as a failure like a wrong code', async () => {
    const { correo, autenticador } = await withPasskey()
    for (let round = 0; round < 6; round += 1) {
      const { reto, opciones } = await askFor(correo)
      await enter(correo, { passkey: { reto, respuesta: autenticador.get(opciones, { origin: 'https://conoceles.example' }) } })
    }
    expect((await enter(correo)).body).toMatchObject({ status: 429, code: 'acceso.espera' })
  })

  test('that the browser did not make is refused, whatever was sent in its place', async () => {
    const { correo } = await withPasskey()
    for (const respuesta of [{}, { id: 7 }, { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: '%%' } }]) {
      const { reto } = await askFor(correo)
      expect((await enter(correo, { passkey: { reto, respuesta } })).body).toMatchObject({ code: 'acceso.passkey_invalida' })
      await test_.owner.query('update acceso.intento set fallos = 0, espera_hasta = null')
    }
  })
})

describe('a recovery code', () => {
  test('opens the account once, written in capitals and without hyphens', async () => {
    const { correo, entered } = await withPasskey()
    const { codigosRecuperacion } = entered.body as { codigosRecuperacion: string[] }
    const codigoRecuperacion = (codigosRecuperacion[0] ?? '').toUpperCase().replaceAll('-', ' ')
    expect((await enter(correo, { codigoRecuperacion })).status).toBe(200)
    expect((await enter(correo, { codigoRecuperacion })).body).toMatchObject({ status: 401, code: 'acceso.codigo_invalido' })
    expect((await enter(correo, { codigoRecuperacion: codigosRecuperacion[1] })).status).toBe(200)
  })

  test('opens no other account, and none lies in the database', async () => {
    const [one, two] = [await withPasskey(), await withPasskey()]
    const { codigosRecuperacion } = two.entered.body as { codigosRecuperacion: string[] }
    expect((await enter(one.correo, { codigoRecuperacion: codigosRecuperacion[0] })).status).toBe(401)
    const dump = JSON.stringify(await test_.owner.query('select * from acceso.codigo_recuperacion'))
    for (const codigo of codigosRecuperacion) expect(dump).not.toContain(codigo)
  })
})

test('a challenge is given to who is inside; who has no passkey gets none', async () => {
  const { entered, autenticador } = await withPasskey()
  const challenge = (token: string) => call(test_, '/acceso/factores/reto', { method: 'post', token })
  const { body } = await challenge((entered.body as { accessToken: string }).accessToken)
  expect(body).toMatchObject({
    metodos: ['passkey'],
    passkey: { opciones: { allowCredentials: [{ id: autenticador.id.toString('base64url') }] } },
  })
  const { correo } = await addCuenta(test_)
  const { accessToken } = (await enter(correo, { codigo: codeNow(test_) })).body as { accessToken: string }
  expect((await challenge(accessToken)).body).toEqual({ metodos: ['totp'], passkey: null })
})
