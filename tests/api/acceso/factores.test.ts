import { addCuenta, bitacoraOf, call, codeNow, codeOf, entrar, mailsTo, startAcceso, tokenOf } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'
import { Autenticador } from '../../support/browser/autenticador.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

interface Lista {
  elementos: { id: string; tipo: string; nombre: string; ultimoUsoEn: string | null }[]
  codigosRestantes: number
  requiereFactor: boolean
}

const post = (token: string, path: string, body: object = {}) => call(test_, `/acceso/factores${path}`, { method: 'post', token, body })
const list = async (token: string) => (await call(test_, '/acceso/factores', { token })).body as Lista

/** A signed-in account with the TOTP of the tests. */
async function inside() {
  const cuenta = await addCuenta(test_, 'verificacion')
  return { ...cuenta, token: tokenOf(await entrar(test_, cuenta.correo)) }
}

async function begin(token: string) {
  return (await post(token, '/alta')).body as { reto: string; passkey: { challenge: string; rp: object }; totpUri: string }
}

async function addPasskey(token: string, nombre = 'Mi equipo') {
  const autenticador = new Autenticador(test_.deps.config.origenConsola)
  const { reto, passkey } = await begin(token)
  const added = await post(token, '', { reto, nombre, passkey: autenticador.create(passkey) })
  return { autenticador, added, codigos: (added.body as { codigosRecuperacion: string[] }).codigosRecuperacion }
}

async function prove(token: string, autenticador: Autenticador) {
  const { passkey } = (await post(token, '/reto')).body as { passkey: { reto: string; opciones: { challenge: string } } }
  return { passkey: { reto: passkey.reto, respuesta: autenticador.get(passkey.opciones) } }
}

describe('one’s own factors', () => {
  test('are listed with their last use; another one is added, written into the bitácora and told by mail', async () => {
    const { id, correo, token } = await inside()
    const { added, codigos } = await addPasskey(token, '  Mi equipo ')
    expect([added.status, codigos.length]).toEqual([201, 10])
    const { elementos, ...rest } = await list(token)
    expect(elementos).toMatchObject([
      { tipo: 'totp', ultimoUsoEn: expect.any(String) as string },
      { tipo: 'passkey', nombre: 'Mi equipo', ultimoUsoEn: null },
    ])
    expect(rest).toEqual({ codigosRestantes: 10, requiereFactor: true })
    expect((await bitacoraOf(test_, 'factor.registrado')).filter(({ cuenta }) => cuenta === id)).toHaveLength(1)
    expect(await mailsTo(test_, correo, 1)).toEqual([expect.stringContaining('se registró otra forma de confirmar que es usted')])
  })

  test('hold one TOTP more, whose codes open the account too', async () => {
    const { correo, token } = await inside()
    const { reto, totpUri } = await begin(token)
    const secret = new URL(totpUri).searchParams.get('secret') ?? ''
    expect((await post(token, '', { reto, nombre: 'Otro', codigo: '000000' })).body).toMatchObject({ code: 'acceso.factor_invalido' })
    expect((await post(token, '', { reto, nombre: 'Otro', codigo: codeOf(test_, secret) })).status).toBe(201)
    expect((await post(token, '', { reto, nombre: 'Otro', codigo: codeOf(test_, secret, 1) })).status).toBe(422)
    expect((await entrar(test_, correo, { codigo: codeOf(test_, secret, 1) })).status).toBe(200)
  })

  test('are added only with a recent factor, and never one that another account has', async () => {
    const { id, token } = await inside()
    const { autenticador } = await addPasskey(token)
    const other = await inside()
    const { reto, passkey } = await begin(other.token)
    expect((await post(other.token, '', { reto, nombre: 'Ajena', passkey: autenticador.create(passkey) })).status).toBe(422)
    await test_.owner.query(`update acceso.familia set factor_en = factor_en - interval '11 minutes' where cuenta_id = $1`, [id])
    for (const path of ['/alta', '/codigos']) expect((await post(token, path)).body).toMatchObject({ code: 'acceso.factor_reciente' })
  })

  test('are renamed by their owner and by nobody else', async () => {
    const { token } = await inside()
    const [factor] = (await list(token)).elementos
    const rename = (by: string, nombre: string) =>
      call(test_, `/acceso/factores/${factor?.id}`, { method: 'put', token: by, body: { nombre } })
    expect((await rename(token, 'Teléfono')).status).toBe(204)
    expect((await rename((await inside()).token, 'Robado')).status).toBe(404)
    expect((await list(token)).elementos).toMatchObject([{ nombre: 'Teléfono' }])
  })
})

describe('removing a factor', () => {
  test('takes the proof of another one, and is told by mail', async () => {
    const { correo, token } = await inside()
    const { autenticador } = await addPasskey(token)
    const [totp, passkey] = (await list(token)).elementos
    expect((await post(token, `/${passkey?.id}/retirar`, await prove(token, autenticador))).body).toMatchObject({
      status: 409,
      code: 'acceso.factor_mismo',
    })
    expect((await post(token, `/${totp?.id}/retirar`, { codigo: codeNow(test_, 1) })).body).toMatchObject({ code: 'acceso.factor_mismo' })
    expect((await post(token, `/${totp?.id}/retirar`)).status).toBe(400)
    expect((await post(token, `/${totp?.id}/retirar`, await prove(token, autenticador))).status).toBe(204)
    expect((await list(token)).elementos).toMatchObject([{ tipo: 'passkey' }])
    expect((await mailsTo(test_, correo, 2)).at(-1)).toContain('se quitó una forma de confirmar que es usted')
    expect((await entrar(test_, correo)).body).toMatchObject({ code: 'acceso.codigo_invalido' })
  })

  test('is refused for the last one while the role needs one, and possible where it does not', async () => {
    const { id, token } = await inside()
    const [only] = (await list(token)).elementos
    const { codigosRecuperacion } = (await post(token, '/codigos')).body as { codigosRecuperacion: string[] }
    const remove = () => post(token, `/${only?.id}/retirar`, { codigoRecuperacion: codigosRecuperacion[0] })
    expect((await remove()).body).toMatchObject({ status: 409, code: 'acceso.factor_ultimo' })
    const exempt = (roles: string[]) =>
      test_.owner.query('update captura.proceso set catalogos = catalogos || $1', [JSON.stringify({ acceso: { sinSegundoFactor: roles } })])
    await exempt(['verificacion'])
    expect((await remove()).status).toBe(204)
    await exempt([])
    expect(await test_.owner.query('select 1 from acceso.codigo_recuperacion where cuenta_id = $1', [id])).toEqual([])
  })

  test('answers that another account’s factor does not exist', async () => {
    const [mine, theirs] = [await inside(), await inside()]
    const [factor] = (await list(theirs.token)).elementos
    expect((await post(mine.token, `/${factor?.id}/retirar`, { codigo: codeNow(test_, 1) })).status).toBe(404)
  })

  test('makes who guesses wait', async () => {
    const { token } = await inside()
    await addPasskey(token)
    const [totp] = (await list(token)).elementos
    const statuses: number[] = []
    for (let round = 0; round < 7; round += 1) statuses.push((await post(token, `/${totp?.id}/retirar`, { codigo: '000000' })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429])
  })
})

describe('recovery codes', () => {
  test('made anew void the ones before, and each use is told by mail', async () => {
    const { correo, token } = await inside()
    const { codigos } = await addPasskey(token)
    const renewed = (await post(token, '/codigos')).body as { codigosRecuperacion: string[] }
    const enter = (codigoRecuperacion?: string) =>
      call(test_, '/acceso/entrar', { method: 'post', body: { correo, contrasena: 'contrasena-de-prueba-1', codigoRecuperacion } })
    expect((await enter(codigos[0])).status).toBe(401)
    expect((await enter(renewed.codigosRecuperacion[0])).status).toBe(200)
    expect(await list(token)).toMatchObject({ codigosRestantes: 9 })
    expect((await mailsTo(test_, correo, 3)).join()).toContain('se usó un código de recuperación')
    expect(await bitacoraOf(test_, 'factor.codigo_usado')).not.toEqual([])
  })

  test('prove who is inside, once', async () => {
    const { token } = await inside()
    const { codigos } = await addPasskey(token)
    const confirm = () => call(test_, '/acceso/confirmacion', { method: 'post', token, body: { codigoRecuperacion: codigos[3] } })
    expect([(await confirm()).status, (await confirm()).status]).toEqual([204, 422])
  })
})
