import { addCuenta, advance, bitacoraOf, entrar, newNetwork, startAcceso, stopClock } from '../../support/acceso.ts'
import type { TestApp } from '../../support/app.ts'

let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

describe('guessing', () => {
  const schedule = [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]

  /** Fails once, sees how long the wait is, and lets it pass. */
  async function failThrough(correo: string): Promise<{ waits: number[]; bodies: unknown[] }> {
    const undo = [stopClock(test_)]
    const from = newNetwork()
    const fail = () => entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })
    const waits: number[] = []
    const bodies: unknown[] = []
    for (const wait of schedule) {
      const failed = await fail()
      bodies.push(comparable(failed))
      if (wait === 0) continue
      const refused = await fail()
      waits.push(Number(refused.headers['retry-after']))
      bodies.push(comparable(refused))
      undo.push(advance(test_, { seconds: wait }))
    }
    undo.reverse().forEach((back) => back())
    return { waits, bodies }
  }

  const comparable = ({ status, body }: { status: number; body: unknown }) => ({ status, ...(body as object), requestId: '' })

  test('five failures are free, then each wait doubles up to fifteen minutes, and it is the same for an address without account', async () => {
    const { correo } = await addCuenta(test_)
    const known = await failThrough(correo)
    expect(known.waits).toEqual(schedule.filter((wait) => wait > 0))
    expect(await failThrough('nadie-con-cuenta@prueba.example')).toEqual(known)
  }, 60_000)

  test('the right password waits too, enters afterwards, and the count starts again', async () => {
    const { correo } = await addCuenta(test_)
    const from = newNetwork()
    const enter = (contrasena?: string) => entrar(test_, correo, { contrasena, address: from() })
    for (let round = 0; round < 6; round += 1) await enter('no es ninguna')
    expect((await enter()).body).toMatchObject({ status: 429, code: 'acceso.espera' })
    const back = advance(test_, { seconds: 3 })
    expect((await enter()).status).toBe(200)
    back()
    for (let round = 0; round < 5; round += 1) expect((await enter('no es ninguna')).status).toBe(401)
    expect((await enter()).status).toBe(200)
  })

  test('guesses at the same time are all counted', async () => {
    const { correo } = await addCuenta(test_)
    const from = newNetwork()
    const guess = () => entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })
    const answers = await Promise.all(Array.from({ length: 20 }, guess))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(6)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(14)
  })

  test('never waits more than fifteen minutes, however many failures there were', async () => {
    const { correo } = await addCuenta(test_)
    const from = newNetwork()
    const undo = [stopClock(test_)]
    await entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })
    await test_.owner.query('update acceso.intento set fallos = 10000 where fallos = 1')
    await entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })
    expect((await entrar(test_, correo, { address: from() })).headers['retry-after']).toBe('900')
    undo.push(advance(test_, { seconds: 900 }))
    expect((await entrar(test_, correo, { address: from() })).status).toBe(200)
    undo.reverse().forEach((back) => back())
  })

  test('from many networks, each has one attempt at a time once the account had ten failures', async () => {
    const { correo } = await addCuenta(test_)
    const undo = stopClock(test_)
    for (let round = 0; round < 25; round += 1) await entrar(test_, correo, { contrasena: 'no es ninguna', address: newNetwork()() })
    const from = newNetwork()
    expect((await entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })).status).toBe(401)
    expect((await entrar(test_, correo, { contrasena: 'no es ninguna', address: from() })).headers['retry-after']).toBe('900')
    undo()
  })

  test('is written into the bitácora with the account if there is one, never with the address', async () => {
    const { id, correo } = await addCuenta(test_)
    await entrar(test_, correo, { contrasena: 'no es ninguna' })
    await entrar(test_, 'canario-desconocido@prueba.example', { contrasena: 'no es ninguna' })
    const entries = await bitacoraOf(test_, 'acceso.entrada_fallida')
    expect(entries.filter((entry) => entry.cuenta === id)).toHaveLength(1)
    expect(entries.at(-1)).toMatchObject({ cuenta: null, objeto: null })
    expect(JSON.stringify(entries)).not.toMatch(/canario|prueba\.example/)
  })

  test('old counts are forgotten after a day', async () => {
    const { correo } = await addCuenta(test_)
    for (let round = 0; round < 6; round += 1) await entrar(test_, correo, { contrasena: 'no es ninguna' })
    const back = advance(test_, { hours: 25 })
    await test_.services.acceso.service.purge()
    back()
    expect((await entrar(test_, correo)).status).toBe(200)
  })
})
