import { addCuenta, codeNow, entrar, startAcceso, stopClock } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

describe('second factor', () => {
  test('is asked for only when the password is right', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    expect((await entrar(test_, correo, { codigo: null })).body).toMatchObject({ status: 401, code: 'acceso.segundo_factor_requerido' })
    expect((await entrar(test_, correo, { contrasena: 'no es ninguna' })).body).toMatchObject({ code: 'acceso.credenciales_invalidas' })
  })

  test('a code works once; the next step works again', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    const codigo = codeNow(test_)
    expect((await entrar(test_, correo, { codigo })).status).toBe(200)
    expect((await entrar(test_, correo, { codigo })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
    expect((await entrar(test_, correo, { codigo: codeNow(test_, -1) })).body).toMatchObject({ code: 'acceso.codigo_invalido' })
    expect((await entrar(test_, correo, { codigo: codeNow(test_, 1) })).status).toBe(200)
  })

  test('lets in one of two sign-ins at once with one code', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    const codigo = codeNow(test_)
    const answers = await Promise.all([entrar(test_, correo, { codigo }), entrar(test_, correo, { codigo })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test('a code of two steps ago or to come is refused', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    const resume = stopClock(test_)
    expect((await entrar(test_, correo, { codigo: codeNow(test_, -2) })).status).toBe(401)
    expect((await entrar(test_, correo, { codigo: codeNow(test_, 2) })).status).toBe(401)
    resume()
  })

  test('a missing code is no failure, and does not forgive the failures before', async () => {
    const { correo } = await addCuenta(test_, 'verificacion')
    for (let round = 0; round < 4; round += 1) await entrar(test_, correo, { codigo: '000000' })
    for (let round = 0; round < 4; round += 1)
      expect((await entrar(test_, correo, { codigo: null })).body).toMatchObject({ code: 'acceso.segundo_factor_requerido' })
    await entrar(test_, correo, { codigo: '000000' })
    await entrar(test_, correo, { codigo: '000000' })
    expect((await entrar(test_, correo, { codigo: codeNow(test_) })).body).toMatchObject({ code: 'acceso.espera' })
  })
})
