import fc from 'fast-check'
import { reproducirLugares, type Calidad, type HechoLugar } from '@conoceles/domain'
import { act, type Quien } from '../../../apps/api/src/shared/act.ts'
import { AppError } from '../../../apps/api/src/shared/http/errors.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql } from '../../support/registro/candidaturas.ts'
import { givenAcuerdo, PERSONA } from '../../support/registro/cambios.ts'
import { Equipo } from '../../support/actos/captura.ts'

/** Sequences of acts that nobody chose, through the services and over PostgreSQL, until the time is up. */
const TIME_MS = 20_000
const DAYS = ['2030-04-20', '2030-04-28', '2030-05-01', '2030-05-02', '2030-05-03']

let test_: TestApp
let quien: Quien
let acuerdoId: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  acuerdoId = (await givenAcuerdo(new Equipo(test_))).id
  quien = { cuentaId: test_.loaded.procesoId, rol: 'secretaria', actorPoliticoId: null, candidaturaId: null, requestId: 'prueba' }
})
afterAll(() => test_.close())

interface Step {
  acto: 'sustituir' | 'subir' | 'cancelar' | 'corregir' | 'restituir'
  /** Position among the candidaturas that exist by then. */
  quien: number
  otra: number
  dia: string
  /** Whether somebody looks at an old page. */
  vieja: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  acto: fc.constantFrom('sustituir', 'subir', 'cancelar', 'corregir', 'restituir'),
  quien: fc.nat(50),
  otra: fc.nat(50),
  dia: fc.constantFrom(...DAYS),
  vieja: fc.nat(9).map((chance) => chance === 0),
})

interface Place {
  id: string
  version: number
}
const formula = (numero: number) =>
  sql<Place & { estatus: string; calidad: Calidad; acuerdo: string | null }>(
    test_,
    `select c.id, c.version, c.estatus, c.calidad, ac.numero as acuerdo from captura.candidatura c left join captura.acuerdo ac on ac.id = c.acuerdo_id
     where c.numero = $1 order by c.clave`,
    [numero],
  )

/** Does what the step says; a refusal with its reason is an answer like any other, anything else is a failure. */
async function perform(numero: number, { acto, quien: who, otra, dia, vieja }: Step): Promise<boolean> {
  const places = await formula(numero)
  const { id, version } = must(places[who % places.length])
  const of = { id, version: vieja ? version - 1 : version, acuerdoId, efectosDesde: dia, motivo: `Prueba ${who}` }
  const { cambios } = test_.services.vida
  const acts = {
    sustituir: () =>
      cambios.sustituir(quien, { ...of, causa: 'renuncia', entra: { ...PERSONA, nombre: `Nadia ${'abc'.charAt(otra % 3)}` } }, null),
    subir: () => cambios.sustituir(quien, { ...of, causa: 'renuncia', entraDe: must(places[otra % places.length]).id }, null),
    cancelar: () => cambios.cancelar(quien, { ...of, causa: 'enfermedad' }, null),
    corregir: () =>
      cambios.corregir(quien, { id, version: of.version, acuerdoId, motivo: of.motivo, datos: { apodo: `Apodo ${otra % 3}` } }, null),
    restituir: () => cambios.restituir(quien, of, null),
  }
  try {
    await acts[acto]()
    return true
  } catch (error) {
    if (error instanceof AppError && error.status === 409) return false
    throw error
  }
}

/** Checks the invariants of one fórmula after any sequence of acts. */
async function check(numero: number, done: number): Promise<void> {
  const places = await formula(numero)
  const holders = places.filter(({ estatus }) => estatus === 'aprobada')
  for (const calidad of ['propietaria', 'suplente'])
    expect(holders.filter((each) => each.calidad === calidad).length).toBeLessThanOrEqual(1)
  expect(holders.filter(({ acuerdo }) => acuerdo === null)).toEqual([])

  const first = must(places[0]).id
  const { hechos } = await act(test_.deps.databases, quien, (tx) => test_.services.vida.formula.read(tx, quien, first))
  const facts = hechos.map(
    ({ tipo, calidad, entra, sale }) => ({ tipo, calidad, entra: entra?.id ?? null, sale: sale?.id ?? null }) as HechoLugar,
  )
  expect(reproducirLugares(facts)).toEqual(Object.fromEntries(holders.map(({ calidad, id }) => [calidad, id])))

  const changes = hechos.filter(({ tipo }) => tipo !== 'registro')
  const ids = places.map(({ id }) => id)
  const entries = await sql<{ folio: string }>(
    test_,
    `select contenido::jsonb #>> '{detalle,folio}' as folio from bitacora.acto where objeto_id = any($1) order by 1`,
    [ids],
  )
  expect(entries.map(({ folio }) => folio)).toEqual(changes.map(({ folio }) => folio).sort())
  expect(changes).toHaveLength(done)
}

it('the places, the story and the bitácora of a fórmula agree after any sequence of acts', async () => {
  let turn = 1_000
  let acts = 0
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), async (steps, atOnce) => {
    const numero = (turn += 1)
    for (const calidad of ['propietaria', 'suplente'] as const) await givenCandidatura(test_, { numero, calidad, contienda: 'alcaldia-m1' })
    // Two at once look at the same page: at most one of them finds it as it was.
    const pairs = atOnce
      ? Array.from({ length: Math.ceil(steps.length / 2) }, (_, at) => steps.slice(at * 2, at * 2 + 2))
      : steps.map((each) => [each])
    let done = 0
    for (const pair of pairs) done += (await Promise.all(pair.map((each) => perform(numero, each)))).filter(Boolean).length
    acts += done
    await check(numero, done)
  })
  await fc.assert(property, { interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false, numRuns: 1_000, endOnFailure: true })
  expect(acts).toBeGreaterThan(20)
  const { bitacora } = test_.services
  const verified = await act(test_.deps.databases, { ...quien, rol: 'auditoria' }, (tx) =>
    bitacora.verificar(tx, test_.deps.secretos.firmas),
  )
  expect(verified.integra).toBe(true)
}, 90_000)
