import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { publicar } from '../../support/publico.ts'

const LIST = '/api/v1/publico/candidaturas'
const NADIE = '00000000-0000-4000-8000-000000000000'
const QUERIES = [
  '',
  'actor=PRIO',
  'actor=LUCES',
  'actor=PFAR',
  'cargo=alcaldia',
  'cargo=alcaldia&actor=LUCES',
  'cargo=legislatura&actor=LUCES',
  'actor=PRIO&municipio=m1',
  'actor=PRIO&estatus=sustituida',
  'q=a',
  'q=mar',
  'q=mar%20bo',
  'q=zzzz',
  'q=bo&actor=PFAR',
  'sexo=mujer&edadDesde=18&edadHasta=60&calidad=suplente',
  'conPropuestas=true',
  'conPropuestas=false',
  `despues=0${NADIE}`,
  `despues=9${NADIE}`,
]

let test_: TestApp

const NOMBRES = ['Mar', 'Mareas María', 'Bahía', 'Sal Mar']

beforeAll(async () => {
  test_ = await startTestApp()
  for (const [at, nombre] of NOMBRES.entries()) {
    const calidad = at % 2 === 0 ? 'propietaria' : 'suplente'
    const common = { calidad, nombre, primerApellido: at > 1 ? 'Boya' : 'Ancla' } as const
    await givenCandidatura(test_, common)
    await givenCandidatura(test_, { ...common, contienda: 'alcaldia-m1', sexo: 'hombre' })
    await givenCandidatura(test_, { ...common, contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' })
  }
  await publicar(test_)
})
afterAll(() => test_.close())

interface Lista {
  elementos: { id: string }[]
  total: number
  siguiente: string | null
}

/** Each with an address that nobody asked before, so that none comes from memory. */
let asked = 0
async function ask(query: string, limite = 20): Promise<{ status: number; body: Lista }> {
  const address = `${LIST}?${query}&limite=${limite}&${'&'.repeat((asked += 1))}`
  const answer = await test_.app.inject({ url: address })
  return { status: answer.statusCode, body: answer.json<Lista>() }
}

/** Rows of the list, found without any of its indexes. */
async function foundBy(condition: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(test_, `select id from publico.candidatura where ${condition} order by orden`)
  return rows.map(({ id }) => id)
}

async function everyPage(query: string, limite: number): Promise<string[]> {
  const ids: string[] = []
  let despues: string | null = ''
  while (despues !== null) {
    const { body } = await ask(despues === '' ? query : `${query}&despues=${encodeURIComponent(despues)}`, limite)
    ids.push(...body.elementos.map(({ id }) => id))
    despues = body.siguiente
  }
  return ids
}

test('requests at once are answered each with its own', async () => {
  const alone = []
  for (const query of QUERIES) alone.push((await ask(query, 3)).body)
  for (let round = 0; round < 3; round += 1) {
    const together = await Promise.all(QUERIES.map((query) => ask(query, 3)))
    expect(together.map(({ body }) => body)).toEqual(alone)
  }
})

test.each(['9', 'null', `${NADIE} `, '0; drop table'])('a place that no page ended at, «%s», is refused', async (despues) => {
  expect((await ask(`despues=${encodeURIComponent(despues)}`)).status).toBe(400)
})

test.each(['%', '¿?', '…', '_ -'])('signs that no name has, «%s», find nobody', async (signs) => {
  const { status, body } = await ask(`q=${encodeURIComponent(signs)}`)
  expect([status, body.elementos, body.total]).toEqual([200, [], 0])
})

test('questions of one kind with other values, all at once', async () => {
  const ordenes = await sql<{ orden: string; id: string }>(
    test_,
    `select orden, id from publico.candidatura where estatus <> 'sustituida' order by orden`,
  )
  const answers = await Promise.all(ordenes.map(({ orden }, at) => ask(`despues=${encodeURIComponent(orden)}`, 1 + (at % 4))))
  answers.forEach(({ body }, at) => {
    const next = ordenes.slice(at + 1, at + 2 + (at % 4)).map(({ id }) => id)
    expect(body.elementos.map(({ id }) => id)).toEqual(next)
    expect(body.total).toBe(ordenes.length)
  })
})

test.each([
  ['actor=PRIO', `'PRIO' = any(actores)`],
  ['actor=PFAR&cargo=alcaldia', `'PFAR' = any(actores) and cargo = 'alcaldia'`],
  ['cargo=alcaldia', `cargo = 'alcaldia'`],
  // Two of her words begin so, and she is one.
  ['q=mar', `fila ->> 'nombre' like '%Mar%'`],
  ['q=mar&actor=LUCES', `fila ->> 'nombre' like '%Mar%' and 'LUCES' = any(actores)`],
  ['q=bo%20mar', `fila ->> 'nombre' like '%Mar%Boya%'`],
])('page after page, %s gives each once, in order, and as many as it says', async (query, condition) => {
  const expected = await foundBy(condition)
  expect(expected.length).toBeGreaterThan(0)
  for (const limite of [1, 2, 50]) expect(await everyPage(query, limite)).toEqual(expected)
  expect((await ask(query)).body.total).toBe(expected.length)
})

test('a failure of one request fails those that went with it, and none after', async () => {
  await sql(test_, 'alter table publico.comienzo rename to comienzo_ido')
  const failed = await Promise.all(['q=una', 'q=dos', 'q=tres'].map((query) => ask(query)))
  await sql(test_, 'alter table publico.comienzo_ido rename to comienzo')
  expect(failed.map(({ status }) => status)).toEqual([500, 500, 500])
  expect((await ask('q=una')).status).toBe(200)
})

test('a new corte is counted anew', async () => {
  const before = (await ask('')).body.total
  await givenCapturada(new Equipo(test_))
  await publicar(test_)
  expect((await ask('')).body.total).toBe(before + 1)
})
