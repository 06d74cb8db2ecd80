import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { CALIDADES, ESTATUS_CANDIDATURA, ESTATUS_CAPTURA, SEXOS } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDirectorio, HOY, MEETS, type Known } from '../../support/actos/directorio.ts'
import { send } from '../../support/actos/envios.ts'

type Query = Partial<Record<string, string>>
interface Lista {
  elementos: { id: string }[]
  total: number
  siguiente: string | null
}
type Conteos = Record<string, { clave: string; cuantas: number }[]> & { total: number }

let test_: TestApp
let known: Known[]
const tokens = new Map<string, string>()

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${HOY}T12:00:00-07:00` })
  known = await givenDirectorio(test_)
  for (const rol of ['secretaria', 'verificacion', 'comision', 'transparencia'] as const) tokens.set(rol, await test_.tokenOf(rol))
  tokens.set('captura', await test_.tokenOf('captura', { actor: 'PFAR' }))
  tokens.set('validacion', await test_.tokenOf('validacion', { actor: 'PRIO' }))
  tokens.set('candidata', await test_.tokenOf('candidata', { actor: 'PFAR', candidaturaId: known[7]?.id ?? '' }))
}, 60_000)
afterAll(() => test_.close())

const SEES: Record<string, (row: Known) => boolean> = {
  captura: ({ responsable }) => responsable === 'PFAR',
  validacion: ({ responsable }) => responsable === 'PRIO',
  candidata: ({ id }) => id === known[7]?.id,
}

function expected(rol: string, query: Query): Known[] {
  const sees = SEES[rol] ?? (() => true)
  return known.filter((row) => sees(row) && Object.entries(query).every(([name, value]) => MEETS[name]?.(row, value ?? '') ?? true))
}

const byOrden = (a: Known, b: Known) => (a.orden < b.orden ? -1 : 1)
const LAST = '9999'
const byValidada = (a: Known, b: Known) =>
  (a.validada ?? LAST) === (b.validada ?? LAST) ? (a.id < b.id ? -1 : 1) : (a.validada ?? LAST) < (b.validada ?? LAST) ? -1 : 1

async function read<T>(rol: string, path: string): Promise<T> {
  const { status, body } = await send<T>(test_, ['GET', path], { token: tokens.get(rol) ?? '' })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

const search = (query: Query) => new URLSearchParams(query as Record<string, string>).toString()

async function readPages(rol: string, query: Query, limite: number): Promise<{ ids: string[]; totals: Set<number> }> {
  const ids: string[] = []
  const totals = new Set<number>()
  let despues: string | null = null
  do {
    const page: Lista = await read(rol, `/candidaturas?${search({ ...query, limite: String(limite), ...(despues ? { despues } : {}) })}`)
    expect(page.elementos.length).toBeLessThanOrEqual(limite)
    ids.push(...page.elementos.map(({ id }) => id))
    totals.add(page.total)
    despues = page.siguiente
  } while (despues !== null)
  return { ids, totals }
}

/** Some of the filters there are, with values that somebody has and some that nobody has. */
function anyQuery(): fc.Arbitrary<Query> {
  const values: Record<string, string[]> = {
    q: ['maria', 'peña', 'gar jos', 'de la', 'O’Gorman', 'x', '12', 'güera', '%%', known[3]?.clave ?? '', `${known[5]?.folio} `],
    cargo: ['legislatura', 'alcaldia', 'presidencia_comunidad', 'virreinato'],
    distrito: ['norte', 'sur', 'm1'],
    municipio: ['m1', 'm2'],
    comunidad: ['c1', 'm1'],
    actor: ['PRIO', 'PFAR', 'LUCES', 'PCOM', 'NADIE'],
    acuerdo: [...new Set(known.map(({ acuerdo }) => acuerdo)), randomUUID()],
    calidad: [...CALIDADES],
    sexo: [...SEXOS],
    grupo: ['islena', 'serrana', 'ninguno'],
    estatus: [...ESTATUS_CANDIDATURA],
    estatusCaptura: [...ESTATUS_CAPTURA],
    plazo: ['vencida', 'corriendo', 'sin_entrega'],
  }
  const names = Object.keys(values)
  return fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, fc.constantFrom(...(values[name] ?? []))]))))
}

const anyRol = () => fc.constantFrom('secretaria', 'verificacion', 'comision', 'transparencia', 'captura', 'validacion', 'candidata')

describe('any question to the directory', () => {
  it('the pages hold exactly what meets it, once and in order; their total and that of the counts is their sum', async () => {
    const property = fc.asyncProperty(
      anyRol(),
      anyQuery(),
      fc.boolean(),
      fc.integer({ min: 3, max: 40 }),
      async (rol, query, queue, limite) => {
        const rows = expected(rol, query).sort(queue ? byValidada : byOrden)
        const { ids, totals } = await readPages(rol, queue ? { ...query, orden: 'validada' } : query, limite)
        expect(ids).toEqual(rows.map(({ id }) => id))
        expect([...totals]).toEqual([rows.length])
        expect(await read<Conteos>(rol, `/candidaturas/conteos?${search(query)}`)).toMatchObject({ total: rows.length })
      },
    )
    await fc.assert(property, { numRuns: 120 })
  }, 120_000)

  it('each count is how many the list has with that value instead, the other filters as they are', async () => {
    const property = fc.asyncProperty(anyRol(), anyQuery(), async (rol, query) => {
      const conteos = await read<Conteos>(rol, `/candidaturas/conteos?${search(query)}`)
      for (const [filtro, [faceta, values]] of Object.entries(FACETAS)) {
        const counted = Object.fromEntries((conteos[faceta] ?? []).map(({ clave, cuantas }) => [clave, cuantas]))
        const listed = values.map((value) => [value, expected(rol, { ...query, [filtro]: value }).length] as const)
        expect([faceta, counted]).toEqual([faceta, Object.fromEntries(listed.filter(([, cuantas]) => cuantas > 0))])
      }
    })
    await fc.assert(property, { numRuns: 80 })
  }, 120_000)
})

const FACETAS: Record<string, [string, readonly string[]]> = {
  cargo: ['cargos', ['intendencia', 'legislatura', 'alcaldia', 'presidencia_comunidad']],
  actor: ['actores', ['PFAR', 'PCOM', 'PRIO', 'LUCES']],
  estatus: ['estatus', ESTATUS_CANDIDATURA],
  estatusCaptura: ['estatusCaptura', ESTATUS_CAPTURA],
  calidad: ['calidades', CALIDADES],
  plazo: ['plazos', ['vencida', 'corriendo', 'sin_entrega']],
}
