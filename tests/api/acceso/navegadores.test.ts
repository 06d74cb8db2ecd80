import type { Response } from 'supertest'
import { IntentosService, placeOf } from '../../../apps/api/src/modules/acceso/entrada/intentos.service.ts'
import { redOf } from '../../../apps/api/src/shared/http/red.ts'
import type { AppError } from '../../../apps/api/src/shared/http/errors.ts'
import type { TestApp } from '../../support/app.ts'
import {
  addCuenta,
  bitacoraOf,
  call,
  codeNow,
  entrar,
  linkIn,
  mailsTo,
  navegadorOf,
  newNetwork,
  startAcceso,
} from '../../support/acceso.ts'

const DAY = 86_400
const WRONG = { contrasena: 'no es ninguna' }
const NEW_PASSWORD = 'tortuga verde camina lento'
let test_: TestApp

beforeAll(async () => {
  test_ = await startAcceso()
})
afterAll(() => test_.close())

/** The machine's clock, moved by hand. */
function handClock() {
  const { clock } = test_.deps
  const before = clock.system
  const start = before()
  const hand = { seconds: 0, undo: () => void (clock.system = before) }
  clock.system = () => start.add({ seconds: hand.seconds })
  return hand
}

const retryOf = ({ headers }: Response) => Number(headers['retry-after'])

/**
 * Fails as often as it may; `pause`: never more often than that. Counts its attempts as a sign-in does before it looks at the password, which would
 * take a week of this test.
 */
function createStranger(correo: string, pause: number) {
  const intentos = new IntentosService(test_.deps)
  const place = placeOf({ known: null, correo, red: redOf(newNetwork()()) })
  const stranger = { next: 0, failures: 0 }
  return Object.assign(stranger, {
    async act(now: number) {
      const wait = await intentos.reservar(...place).then(
        () => 0,
        (error: AppError) => error.extras.retryAfter ?? 0,
      )
      if (wait === 0) stranger.failures += 1
      stranger.next = now + Math.max(wait, pause)
    },
  })
}

describe('strangers who fail for a week, one each fifteen minutes and one as fast as it may', () => {
  it('keep its owner out neither of her known browser, ever, nor of a new one for more than fifteen minutes', async () => {
    const { correo } = await addCuenta(test_, 'verificacion', { totp: true })
    const clock = handClock()
    const home = newNetwork()
    let known = navegadorOf(await entrar(test_, correo, { codigo: codeNow(test_), address: home() }))
    const strangers = [createStranger(correo, 900), createStranger(correo, 0)]
    for (let owner = DAY; owner <= 7 * DAY; owner += DAY) {
      for (;;) {
        const [soonest] = [...strangers].sort((a, b) => a.next - b.next)
        if (!soonest || soonest.next > owner) break
        clock.seconds = soonest.next
        await soonest.act(soonest.next)
      }
      clock.seconds = owner
      const entered = await entrar(test_, correo, { codigo: codeNow(test_), address: home(), cookie: known })
      expect([owner, entered.status]).toEqual([owner, 200])
      known = navegadorOf(entered)
      const from = newNetwork()
      const typo = await entrar(test_, correo, { ...WRONG, address: from() })
      expect([owner, typo.status]).toEqual([owner, 401])
      const refused = await entrar(test_, correo, { codigo: codeNow(test_, 1), address: from() })
      expect(retryOf(refused)).toBeLessThanOrEqual(900)
      clock.seconds += retryOf(refused)
      expect([owner, (await entrar(test_, correo, { codigo: codeNow(test_), address: from() })).status]).toEqual([owner, 200])
    }
    clock.undo()
    for (const { failures } of strangers) expect(failures).toBeGreaterThan(600)
    for (const { failures } of strangers) expect(failures).toBeLessThan(710)
  }, 600_000)
})

describe('a known browser', () => {
  it('waits for its own failures, and is another one for another account', async () => {
    const [one, other] = [await addCuenta(test_), await addCuenta(test_)]
    const clock = handClock()
    const from = newNetwork()
    const cookie = navegadorOf(await entrar(test_, one.correo, { address: from() }))
    for (let round = 0; round < 6; round += 1) await entrar(test_, one.correo, { ...WRONG, cookie, address: newNetwork()() })
    expect((await entrar(test_, one.correo, { cookie, address: from() })).body).toMatchObject({ code: 'acceso.espera' })
    const second = navegadorOf(await entrar(test_, (await addCuenta(test_)).correo, { address: from() }))
    for (let round = 0; round < 6; round += 1) await entrar(test_, other.correo, { ...WRONG, cookie: second, address: from() })
    expect((await entrar(test_, other.correo, { cookie: second, address: from() })).body).toMatchObject({ code: 'acceso.espera' })
    clock.undo()
  })

  it('has a new token at each sign-in, and the one before works until the new one arrives', async () => {
    const { correo } = await addCuenta(test_)
    const from = newNetwork()
    const first = navegadorOf(await entrar(test_, correo, { address: from() }))
    const second = navegadorOf(await entrar(test_, correo, { cookie: first, address: from() }))
    const third = navegadorOf(await entrar(test_, correo, { cookie: first, address: from() }))
    expect(new Set([first, second, third]).size).toBe(3)
    const fourth = navegadorOf(await entrar(test_, correo, { cookie: third, address: from() }))
    const clock = handClock()
    for (let round = 0; round < 6; round += 1) await entrar(test_, correo, { ...WRONG, address: from() })
    expect((await entrar(test_, correo, { cookie: first, address: from() })).body).toMatchObject({ code: 'acceso.espera' })
    expect((await entrar(test_, correo, { cookie: fourth, address: from() })).status).toBe(200)
    clock.undo()
  })

  it('serves two accounts of one browser', async () => {
    const [one, other] = [await addCuenta(test_), await addCuenta(test_)]
    const from = newNetwork()
    const first = navegadorOf(await entrar(test_, one.correo, { address: from() }))
    const both = navegadorOf(await entrar(test_, other.correo, { cookie: first, address: from() }))
    const clock = handClock()
    for (let round = 0; round < 6; round += 1) await entrar(test_, one.correo, { ...WRONG, address: from() })
    expect((await entrar(test_, one.correo, { cookie: both, address: from() })).status).toBe(200)
    clock.undo()
  })

  it('is kept by no script, and only its hash is stored', async () => {
    const { correo } = await addCuenta(test_)
    const answer = await entrar(test_, correo)
    const cookies = ([answer.headers['set-cookie']].flat() as string[]).find((each) => each.startsWith('conoceles-navegador='))
    expect(cookies).toMatch(/; HttpOnly; SameSite=Strict$/)
    const token = navegadorOf(answer).split('=')[1]
    expect(JSON.stringify(await test_.owner.query('select * from acceso.navegador'))).not.toContain(token)
  })

  it('is not kept out by a stranger on the same address who uses up its requests', async () => {
    const { correo } = await addCuenta(test_)
    const address = newNetwork()()
    const cookie = navegadorOf(await entrar(test_, correo, { address }))
    for (let round = 0; round < 12; round += 1) await entrar(test_, `nadie-${round}@prueba.example`, { ...WRONG, address })
    expect((await entrar(test_, correo, { address })).body).toMatchObject({ code: 'servicio.limite' })
    expect((await entrar(test_, correo, { address, cookie })).status).toBe(200)
  })

  it('is the one that chose a new password, and no other from before', async () => {
    const { correo } = await addCuenta(test_)
    const from = newNetwork()
    const before = navegadorOf(await entrar(test_, correo, { address: from() }))
    await call(test_, '/acceso/recuperar', { method: 'post', body: { correo } })
    const body = { token: await linkIn(test_, correo), contrasena: NEW_PASSWORD }
    const chosen = navegadorOf(await call(test_, '/acceso/restablecer', { method: 'post', body, address: from() }))
    const clock = handClock()
    for (let round = 0; round < 8; round += 1) await entrar(test_, correo, { ...WRONG, address: from() })
    const enter = (cookie: string) => entrar(test_, correo, { contrasena: NEW_PASSWORD, cookie, address: from() })
    expect((await enter(before)).body).toMatchObject({ code: 'acceso.espera' })
    expect((await enter(chosen)).status).toBe(200)
    clock.undo()
  })
})

describe('a sign-in from a browser that nobody knew', () => {
  it('is told to its owner and to the bitácora, but not the first one of the account nor that of a known browser', async () => {
    const { id, correo } = await addCuenta(test_)
    const known = navegadorOf(await entrar(test_, correo))
    await entrar(test_, correo, { cookie: known })
    const told = async () => (await bitacoraOf(test_, 'acceso.navegador_nuevo')).filter(({ cuenta }) => cuenta === id).length
    expect(await told()).toBe(0)
    const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' }
    const answer = await entrar(test_, correo, { headers })
    expect([answer.status, await told()]).toEqual([200, 1])
    const mails = await mailsTo(test_, correo, 1)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain('Firefox en Windows')
    expect(mails[0]).toContain('Si no fue usted, restablezca ahora su contraseña')
    expect(mails[0]).not.toMatch(/\b10\.\d+\.\d+\.\d+\b/)
  })

  it('enters also where no mail can be sent', async () => {
    const silent = await startAcceso({ modo: 'produccion' })
    const { correo } = await addCuenta({ ...silent, deps: { ...silent.deps, config: { ...silent.deps.config, modo: 'simulacro' } } })
    expect([(await entrar(silent, correo)).status, (await entrar(silent, correo)).status]).toEqual([200, 200])
    await silent.close()
  })
})
