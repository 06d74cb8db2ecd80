import { addCuenta, advance, bitacoraOf, call, codeNow, entrar, signIn, startAcceso, tokenOf } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

const LATER = { minutes: 9, seconds: 50 }
let invited = 0

/** An act that asks for a recent factor. */
function invite(token: string) {
  invited += 1
  const body = { nombre: 'Persona Invitada', correo: `invitada-${invited}@prueba.example`, rol: 'comision' }
  return call(test_, '/acceso/propuestas', { method: 'post', token, body })
}

const confirm = (token: string, codigo: string) => call(test_, '/acceso/confirmacion', { method: 'post', token, body: { codigo } })
const ageFactor = (id: string) =>
  test_.owner.query(`update acceso.familia set factor_en = factor_en - interval '11 minutes' where cuenta_id = $1`, [id])

describe('an act that cannot be undone', () => {
  it('follows a sign-in without more questions for ten minutes, whatever the clock of the simulacro says', async () => {
    const { token } = await signIn(test_, 'administracion')
    expect((await invite(token)).status).toBe(201)
    test_.deps.clock.setOffset(86_400_000 * 30)
    expect((await invite(token)).status).toBe(201)
    const back = advance(test_, LATER)
    expect((await invite(token)).status).toBe(201)
    back()
  })

  it('asks for the factor after ten minutes, does nothing until it is proved, and happens afterwards', async () => {
    const { cuenta, token } = await signIn(test_, 'administracion')
    await ageFactor(cuenta.id)
    const before = await test_.owner.query('select count(*) from acceso.propuesta_cuenta')
    expect((await invite(token)).body).toMatchObject({ status: 403, code: 'acceso.factor_reciente' })
    expect(await test_.owner.query('select count(*) from acceso.propuesta_cuenta')).toEqual(before)
    expect((await call(test_, '/acceso/cuentas', { token })).status).toBe(200)
    const back = advance(test_, { seconds: 60 })
    expect((await confirm(token, codeNow(test_))).status).toBe(204)
    expect((await invite(token)).status).toBe(201)
    back()
    expect((await bitacoraOf(test_, 'acceso.confirmacion')).at(-1)).toMatchObject({ cuenta: cuenta.id, objeto: { tipo: 'familia' } })
  })

  it('takes no code twice, nor that of the sign-in', async () => {
    const { cuenta, token } = await signIn(test_, 'administracion')
    await ageFactor(cuenta.id)
    expect((await confirm(token, codeNow(test_))).body).toMatchObject({ status: 422, code: 'acceso.factor_invalido' })
    expect((await invite(token)).body).toMatchObject({ code: 'acceso.factor_reciente' })
    expect((await bitacoraOf(test_, 'acceso.confirmacion_fallida')).at(-1)).toMatchObject({ cuenta: cuenta.id })
  })

  it('asks every session for a factor of its own', async () => {
    const { cuenta, token } = await signIn(test_, 'administracion')
    await ageFactor(cuenta.id)
    const back = advance(test_, { seconds: 60 })
    const other = tokenOf(await entrar(test_, cuenta.correo, { codigo: codeNow(test_) }))
    expect([(await invite(other)).status, (await invite(token)).status]).toEqual([201, 403])
    back()
  })

  it('makes who guesses codes wait, and only on that session', async () => {
    const { cuenta, token } = await signIn(test_, 'administracion')
    const statuses: number[] = []
    for (let round = 0; round < 8; round += 1) statuses.push((await confirm(token, '000000')).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
    const back = advance(test_, { seconds: 60 })
    const other = tokenOf(await entrar(test_, cuenta.correo, { codigo: codeNow(test_, 0) }))
    expect((await confirm(other, codeNow(test_, 1))).status).toBe(204)
    back()
  })
})

it('exports the public workbook of the INE without a recent factor, and the complete one only with it', async () => {
  const { cuenta, token } = await signIn(test_, 'secretaria')
  await ageFactor(cuenta.id)
  const statusOf = async (query: string) => {
    const { status, body } = await call(test_, `/exportaciones/ine?${query}`, { token })
    return [status, (body as { code?: string }).code]
  }
  expect(await statusOf('alcance=publico')).toEqual([200, undefined])
  for (const query of ['alcance=completo&motivo=Entrega', 'alcance=publico&alcance=completo', ''])
    expect([query, ...(await statusOf(query))]).toEqual([query, 403, 'acceso.factor_reciente'])
})

it('refuses first who may not do the act at all', async () => {
  const { id, correo } = await addCuenta(test_, 'comision')
  const token = tokenOf(await entrar(test_, correo))
  await ageFactor(id)
  expect((await invite(token)).body).toMatchObject({ status: 403, code: 'acceso.sin_permiso' })
})
