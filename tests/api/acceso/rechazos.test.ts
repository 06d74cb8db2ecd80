import type { TestApp } from '../../support/app.ts'
import { bitacoraOf, call, signIn, startAcceso } from '../../support/acceso.ts'

let test_: TestApp
let token: string

beforeAll(async () => {
  test_ = await startAcceso()
  token = (await signIn(test_, 'captura')).token
})
afterAll(() => test_.close())

const rechazos = async () => (await bitacoraOf(test_, 'acceso.rechazado')).map(({ detalle }) => detalle)

/** The act is written after the answer. */
async function until(count: number): Promise<Record<string, unknown>[]> {
  for (let tries = 0; tries < 100 && (await rechazos()).length < count; tries++) await new Promise((done) => setTimeout(done, 20))
  return rechazos()
}

describe('somebody who asks for what her role may not', () => {
  it('leaves one act with her account, however often she asks within the hour', async () => {
    await Promise.all(Array.from({ length: 30 }, () => call(test_, '/acceso/cuentas', { token })))
    expect(await until(1)).toEqual([{ veces: 1, rutas: ['listCuentas'] }])
    const [entry] = await bitacoraOf(test_, 'acceso.rechazado')
    expect(entry).toMatchObject({ cuenta: expect.any(String) as string })
  })

  it('leaves the count of the others once the hour is over', async () => {
    const { clock } = test_.deps
    const before = clock.system
    clock.system = () => before().add({ seconds: 3_601 })
    try {
      await call(test_, '/bitacora', { token })
      expect((await until(3)).slice(1)).toEqual(
        expect.arrayContaining([
          { veces: 29, rutas: ['listCuentas'] },
          { veces: 1, rutas: [expect.any(String)] },
        ]),
      )
    } finally {
      clock.system = before
    }
  })

  it('leaves nothing where she did not sign in', async () => {
    const told = (await rechazos()).length
    await call(test_, '/acceso/cuentas')
    expect(await rechazos()).toHaveLength(told)
  })
})
