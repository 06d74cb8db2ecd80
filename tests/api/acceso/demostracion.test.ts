import { Secret } from 'otpauth'
import { createCuentasDemo } from '../../../apps/api/src/modules/acceso/index.ts'
import { addCuenta, bitacoraOf, call, cookieOf, entrar, renovar, startAcceso, tokenOf } from '../../support/acceso.ts'
import { PASSWORD, type TestApp } from '../../support/app.ts'

const SECRET = new Secret({ size: 20 }).base32
const CORREO = 'auditoria@simulacro.example'

let test_: TestApp
let demo: string

beforeAll(async () => {
  test_ = await startAcceso()
  const cuenta = { nombre: 'Auditoría', correo: CORREO, rol: 'auditoria', contrasena: PASSWORD, totpSecreto: SECRET } as const
  ;[demo = ''] = await test_.owner.transaction((tx) => createCuentasDemo(tx, test_.deps, [cuenta]))
})
afterAll(() => test_.close())

const confirm = (token: string, codigo: string) => call(test_, '/acceso/confirmacion', { method: 'post', token, body: { codigo } })
const codigo = async (token: string) =>
  (await call(test_, '/acceso/demostracion/codigo', { token })).body as { codigo: string; sirveEn: number }

describe('a demonstration account of a simulacro', () => {
  it('is offered, and no other account is', async () => {
    await addCuenta(test_)
    const { body } = await call(test_, '/acceso/demostracion')
    expect(body.elementos).toMatchObject([{ id: demo, nombre: 'Auditoría', correo: CORREO, rol: 'auditoria' }])
  })

  it('is entered without password or code, and its access is one like any other', async () => {
    const entered = await call(test_, `/acceso/demostracion/${demo}`, { method: 'post' })
    expect(entered).toMatchObject({ status: 200, body: { cuenta: { id: demo, rol: 'auditoria' } } })
    expect((await call(test_, '/bitacora', { token: tokenOf(entered) })).status).toBe(200)
    expect((await renovar(test_, cookieOf(entered))).status).toBe(200)
    expect((await bitacoraOf(test_, 'acceso.entrada')).at(-1)).toMatchObject({ cuenta: demo })
  })

  it('gets codes that each serve once, the next one with the seconds that it has to wait', async () => {
    const token = tokenOf(await call(test_, `/acceso/demostracion/${demo}`, { method: 'post' }))
    const first = await codigo(token)
    expect(first.sirveEn).toBe(0)
    expect((await confirm(token, first.codigo)).status).toBe(204)
    const second = await codigo(token)
    expect(second).toMatchObject({ sirveEn: 0 })
    expect(second.codigo).not.toBe(first.codigo)
    expect((await confirm(token, second.codigo)).status).toBe(204)
    const third = await codigo(token)
    expect(third.sirveEn).toBeGreaterThan(0)
    expect(third.sirveEn).toBeLessThanOrEqual(30)
    expect((await confirm(token, third.codigo)).status).toBe(422)
  })

  it('lets nobody be an account that is none of them', async () => {
    const other = await addCuenta(test_)
    expect((await call(test_, `/acceso/demostracion/${other.id}`, { method: 'post' })).status).toBe(404)
    const token = tokenOf(await entrar(test_, other.correo))
    expect((await call(test_, '/acceso/demostracion/codigo', { token })).status).toBe(404)
  })
})

it('a real proceso has no such address', async () => {
  const real = await startAcceso({ modo: 'produccion', relojMovible: false })
  try {
    const [cuenta] = await real.owner.query('select id from acceso.cuenta limit 1')
    expect((await call(real, '/acceso/demostracion')).status).toBe(404)
    expect((await call(real, `/acceso/demostracion/${cuenta?.id ?? demo}`, { method: 'post' })).status).toBe(404)
  } finally {
    await real.close()
  }
})
