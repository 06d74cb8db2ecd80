import { addCuenta, altaIn, bitacoraOf, call, entrar, linkIn, mailsTo, signIn, startAcceso } from '../../support/acceso.ts'
import { PASSWORD, type TestApp } from '../../support/app.ts'

let test_: TestApp
let one: Awaited<ReturnType<typeof signIn>>
let two: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  test_ = await startAcceso()
  one = await signIn(test_, 'administracion')
  two = await signIn(test_, 'administracion')
})
afterAll(() => test_.close())

const motivo = 'Se presentó en la oficina con su credencial.'
const propose = (token: string, correo: string) => call(test_, '/acceso/reposiciones', { method: 'post', token, body: { correo, motivo } })
const decide = (token: string, id: string, decision = 'confirmar') =>
  call(test_, `/acceso/reposiciones/${id}/decidir`, { method: 'post', token, body: { decision } })
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id
const enter = (correo: string, body: object) =>
  call(test_, '/acceso/entrar', { method: 'post', body: { correo, contrasena: PASSWORD, ...body } })

test('one proposes, another confirms, and the link with the password enrols new factors in the place of the lost ones', async () => {
  const { id: cuentaId, correo } = await addCuenta(test_, 'captura')
  const inside = await entrar(test_, correo)
  const id = idOf(await propose(one.token, correo.toUpperCase()))
  expect((await decide(two.token, id)).status).toBe(204)
  const enlace = await linkIn(test_, correo)
  expect((await enter(correo, { enlace, contrasena: 'no es ninguna' })).body).toMatchObject({ code: 'acceso.credenciales_invalidas' })
  const { alta } = altaIn(test_, await enter(correo, { enlace }))
  expect((await entrar(test_, correo)).status).toBe(200)
  const entered = await enter(correo, { enlace, alta })
  expect((entered.body as { codigosRecuperacion: string[] }).codigosRecuperacion).toHaveLength(10)
  expect((await entrar(test_, correo)).body).toMatchObject({ code: 'acceso.codigo_invalido' })
  const { accessToken } = inside.body as { accessToken: string }
  expect((await call(test_, '/acceso/yo', { token: accessToken })).status).toBe(401)
  expect((await enter(correo, { enlace })).body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
  for (const acto of ['reposicion.propuesta', 'reposicion.confirmada', 'factor.registrado'] as const)
    expect((await bitacoraOf(test_, acto)).some(({ objeto, cuenta }) => [objeto?.id, cuenta].includes(cuentaId))).toBe(true)
})

test('neither the person who proposes nor the affected one confirms', async () => {
  const { correo } = await addCuenta(test_)
  const id = idOf(await propose(one.token, correo))
  expect((await decide(one.token, id)).body).toMatchObject({ status: 409, code: 'acceso.reposicion_misma_persona' })
  expect((await propose(one.token, one.cuenta.correo)).body).toMatchObject({ status: 409, code: 'acceso.reposicion_propia' })
  const hers = idOf(await propose(one.token, two.cuenta.correo))
  expect((await decide(two.token, hers)).body).toMatchObject({ status: 409, code: 'acceso.reposicion_propia' })
  await expect(mailsTo(test_, correo, 1)).rejects.toThrow()
  const { body } = await call(test_, '/acceso/reposiciones', { token: one.token })
  expect((body as { elementos: object[] }).elementos).toContainEqual(expect.objectContaining({ correo, puedeConfirmar: false }))
})

test('a proposal is open once, and a decided one is not decided again', async () => {
  const { correo } = await addCuenta(test_)
  const id = idOf(await propose(one.token, correo))
  expect((await propose(two.token, correo)).body).toMatchObject({ status: 409, code: 'acceso.reposicion_abierta' })
  expect((await decide(one.token, id, 'rechazar')).status).toBe(204)
  expect((await decide(two.token, id)).body).toMatchObject({ status: 409, code: 'acceso.reposicion_decidida' })
  expect((await propose(two.token, correo)).status).toBe(201)
  expect((await propose(one.token, 'nadie@prueba.example')).body).toMatchObject({ status: 400, errors: [{ field: 'correo' }] })
})

test('its link opens no other account', async () => {
  const [hers, other] = [await addCuenta(test_), await addCuenta(test_)]
  await decide(two.token, idOf(await propose(one.token, hers.correo)))
  const enlace = await linkIn(test_, hers.correo)
  expect((await enter(other.correo, { enlace })).body).toMatchObject({ status: 410, code: 'acceso.enlace_invalido' })
})
