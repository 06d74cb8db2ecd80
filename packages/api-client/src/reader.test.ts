import { createReader } from './reader.ts'
import { outcome, UNREADABLE } from './outcome.ts'

const asked: string[] = []

/** Answers each request with the next of these. */
function answering(...answers: Response[]): void {
  asked.length = 0
  globalThis.fetch = (address) => {
    asked.push(String(address))
    return Promise.resolve(answers.shift() ?? Response.error())
  }
}

const before = globalThis.fetch
afterAll(() => void (globalThis.fetch = before))

it('asks for the address of an operation, with its parameters in their place and without those that are not there', async () => {
  answering(Response.json({ numero: 1 }), Response.json({ elementos: [] }), Response.json({}))
  const { GET } = createReader()
  const corte = await GET('/api/v1/publico/cortes/vigente', { params: { query: { en: '2024-04-25T18:00:00-06:00' } } })
  expect(corte.data).toEqual({ numero: 1 })
  await GET('/api/v1/publico/candidaturas', { params: { query: { q: 'ana & eva', cargo: undefined, limite: 20 } } })
  await GET('/api/v1/publico/candidaturas/{id}', { params: { path: { id: '../x' } } })
  expect(asked).toEqual([
    '/api/v1/publico/cortes/vigente?en=2024-04-25T18%3A00%3A00-06%3A00',
    '/api/v1/publico/candidaturas?q=ana+%26+eva&limite=20',
    '/api/v1/publico/candidaturas/..%2Fx',
  ])
})

it('tells data, a problem of the API, and what another server answers apart', async () => {
  const { GET } = createReader()
  const problem = { code: 'ruta.no_existe', title: 'No existe' }
  answering(Response.json(problem, { status: 404 }), new Response('<h1>404</h1>', { status: 404 }))
  const ask = () => outcome(GET('/api/v1/publico/proceso'))
  expect(await ask()).toMatchObject({ ok: false, problem: { status: 404, code: 'ruta.no_existe' } })
  expect(await ask()).toMatchObject({ ok: false, problem: { status: 404, code: UNREADABLE } })
})
