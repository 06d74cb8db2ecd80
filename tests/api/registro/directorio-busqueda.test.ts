import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDirectorio, HOY, type Known } from '../../support/actos/directorio.ts'
import { send } from '../../support/actos/envios.ts'

interface Lista {
  elementos: {
    id: string
    clave: string
    venceEn: string | null
    vencida: boolean
    folio: number
    acuerdo: { id: string }
    nombre: string
    actorPolitico: { nombre: string }
    validadaEn: string | null
    version: number
  }[]
  total: number
  siguiente: string | null
}
let test_: TestApp
let known: Known[]
let secretaria: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${HOY}T12:00:00-07:00` })
  known = await givenDirectorio(test_)
  secretaria = await test_.tokenOf('secretaria')
}, 60_000)
afterAll(() => test_.close())

const get = (path: string) => send<Lista & { code: string }>(test_, ['GET', path], { token: secretaria })
const list = async (query: Record<string, string>) => (await get(`/candidaturas?${new URLSearchParams(query).toString()}`)).body

describe('a row', () => {
  it('tells what it takes to recognise it and to act on it', async () => {
    const row = known[9] as Known
    const { elementos } = await list({ q: row.clave })
    expect(elementos).toHaveLength(1)
    expect(elementos[0]).toMatchObject({ id: row.id, folio: Number(row.folio), acuerdo: { id: row.acuerdo }, version: 1 })
  })

  it('is overdue exactly when the filter of terms says so', async () => {
    for (const [plazo, vencida] of [
      ['vencida', true],
      ['corriendo', false],
      ['sin_entrega', false],
    ] as const) {
      const { elementos } = await list({ plazo, limite: '100' })
      expect(elementos.length).toBeGreaterThan(5)
      expect(new Set(elementos.map((each) => each.vencida))).toEqual(new Set([vencida]))
      expect(new Set(elementos.map(({ venceEn }) => venceEn === null))).toEqual(new Set([plazo === 'sin_entrega']))
    }
  })
})

describe('searching', () => {
  it.each([
    ['a word of the surname, then one of the name', 'nunez jose'],
    ['without accents', 'nandu'],
    ['the nickname', 'guera'],
    ['spaces around it', '  maria  '],
  ])('%s finds somebody', async (_title, q) => {
    expect((await list({ q })).total).toBeGreaterThan(0)
  })

  it('a folio finds its fórmula and no other that begins with it', async () => {
    const { elementos } = await list({ q: '1' })
    expect(elementos.map(({ folio }) => folio)).toEqual([1])
  })

  it('a hundred letters of words cost no more than one', async () => {
    const q = Array.from({ length: 50 }, (_, i) => String.fromCharCode(97 + (i % 26))).join(' ')
    expect((await list({ q })).total).toBe(0)
  })
})

describe('an order', () => {
  const SPANISH = new Intl.Collator('es')
  type Row = Lista['elementos'][number]
  const VALUES: Record<string, (one: Row, other: Row) => number> = {
    nombre: (one, other) => SPANISH.compare(one.nombre, other.nombre),
    actor: (one, other) => SPANISH.compare(one.actorPolitico.nombre, other.actorPolitico.nombre),
    vence: (one, other) => (one.venceEn ?? '').localeCompare(other.venceEn ?? ''),
    validada: (one, other) => (one.validadaEn ?? '').localeCompare(other.validadaEn ?? ''),
  }

  async function readAll(query: Record<string, string>): Promise<Row[]> {
    const rows: Row[] = []
    let despues: string | null = null
    do {
      const page: Lista = await list({ ...query, limite: '40', ...(despues === null ? {} : { despues }) })
      rows.push(...page.elementos)
      despues = page.siguiente
    } while (despues !== null)
    return rows
  }

  it.each(['nombre', '-nombre', 'actor', '-actor', '-vence', '-validada'])(
    'by %s gives each row once, sorted, page after page',
    async (orden) => {
      const rows = await readAll({ orden })
      expect(rows.map(({ id }) => id).toSorted()).toEqual((await readAll({})).map(({ id }) => id).toSorted())
      const compare = VALUES[orden.replace('-', '')] ?? (() => Number.NaN)
      const sign = orden.startsWith('-') ? -1 : 1
      for (const [at, row] of rows.slice(1).entries()) expect(sign * compare(rows[at] as Row, row)).toBeLessThanOrEqual(0)
    },
  )

  it.each(['captura', 'boleta'])('by %s turned round is the other end first', async (campo) => {
    const keys = (rows: Row[]) => rows.map(({ id }) => id)
    expect(keys(await readAll({ orden: `-${campo}` }))).toEqual(keys(await readAll({ orden: campo })).toReversed())
  })

  it('holds with a search and with two alternatives of actor', async () => {
    const rows = await readAll({ orden: 'nombre', q: 'maria', actor: 'PRIO' })
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.map(({ nombre }) => nombre)).toEqual(rows.map(({ nombre }) => nombre).toSorted(SPANISH.compare))
  })
})

describe('is refused', () => {
  it.each([
    'plazo=ayer',
    'sexo=otro',
    'calidad=tercera',
    'acuerdo=VC/ACU/1',
    'estatus=vigente',
    'orden=apodo',
    'orden=nombre&despues=000',
    'limite=101',
    'orden=validada&despues=000',
    'orden=validada&despues=2030-13-45',
    'orden=validada&despues=2030-02-30T10:00:00.000000Z~6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11',
    'orden=validada&despues=~no-es-una-clave',
    'q=a&q=b',
  ])('%s', async (query) => {
    const { status, body } = await get(`/candidaturas?${query}`)
    expect([status, body.code]).toEqual([400, 'entrada.invalida'])
  })

  it('a page of the counts', async () => {
    const { status } = await get('/candidaturas/conteos?limite=5')
    expect(status).toBe(400)
  })
})
