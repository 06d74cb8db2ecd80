/** Every route of openapi.yaml, asked as nobody should. `npm run fuzz` asks 3,000 times of each. */
import type { Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { fuzz, type Fuzzed } from '../../support/fuzz/run.ts'
import { encolar, publicar } from '../../support/publico.ts'

const { FUZZ_SEED, FUZZ_EACH, FUZZ_ONLY } = process.env
const whole = FUZZ_EACH !== undefined
const order = {
  seed: Number(FUZZ_SEED ?? 2027),
  each: Number(FUZZ_EACH ?? 50),
  refused: whole ? 20 : 2,
  routeMs: whole ? Infinity : 400,
  ...(FUZZ_ONLY ? { only: FUZZ_ONLY } : {}),
}

let test_: TestApp
let fuzzed: Fuzzed

beforeAll(async () => {
  test_ = await startTestApp({ config: { logNivel: 'error' } })
  test_.instruments.onAnswer = () => undefined
  const equipo = new Equipo(test_)
  const own = await givenCandidatura(test_, { actor: 'PRIO', contienda: 'alcaldia-m1', nombre: 'Propia' })
  await givenCapturada(equipo, { actor: 'PFAR', contienda: 'alcaldia-m1', nombre: 'Ajena' }, 'verificada')
  await encolar(test_, own)
  await publicar(test_)
  const who = (rol: Rol) =>
    rol === 'candidata' ? { actor: 'PRIO', candidaturaId: own.id } : rol === 'captura' || rol === 'validacion' ? { actor: 'PRIO' } : {}
  fuzzed = await fuzz(test_, { ...order, tokenOf: (rol) => test_.tokenOf(rol, who(rol)) })
}, 4 * 3_600_000)
afterAll(() => test_.close())

it('answers no request with a fault, a 500 or silence', () => {
  const { requests, found, cut, statuses } = fuzzed
  if (whole) process.stdout.write(`${requests} requests, seed ${order.seed}: ${JSON.stringify({ statuses, cut })}\n`)
  expect(requests).toBeGreaterThan(order.only ? 10 : 5_000)
  expect({ seed: order.seed, found }).toEqual({ seed: order.seed, found: [] })
})
