import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCapturada, Equipo } from '../../support/actos/captura.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const NOTHING = 'Todavía no hay candidaturas publicadas'

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00', config: CON_PAGINAS })
})
afterAll(() => test_.close())

async function inicio(): Promise<string> {
  const { headers, rawPayload } = await test_.app.inject({ url: '/' })
  return decode({ headers, body: rawPayload }).toString('utf8')
}

it('before anything is published the home says so and counts nothing; then it counts', async () => {
  await publicar(test_)
  const empty = await inicio()
  expect(empty).toContain(NOTHING)
  expect(empty).not.toMatch(/\b0 (contiendas|de 0)\b/)
  await givenCapturada(new Equipo(test_), { nombre: 'Rosalba' }, 'validada')
  await publicar(test_)
  const counted = await inicio()
  expect(counted).toContain('0 de 1')
  expect(counted).toContain('1 elección, ')
  expect(counted).not.toContain(NOTHING)
})
