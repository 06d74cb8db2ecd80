import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenAcuerdo, hecho } from '../../support/registro/cambios.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, observar, verCaptura } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { publicar } from '../../support/publico.ts'

interface Palabras {
  cuando: string
  acto: string
  materia: string
  quien: { nombre: string; cargo: string | null }
  sobre: { tipo: string; nombre: string | null } | null
  detalle: { termino: string; texto: string }[]
}

interface Acto {
  n: number
  acto: string
  cuenta: string | null
  objeto: { tipo: string; id: string } | null
  palabras: Palabras
}

let test_: TestApp
let auditoria: string
let sale: string
let numero: string

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  auditoria = await test_.tokenOf('auditoria')
  const of = await givenCapturada(equipo)
  sale = of.id
  await verCaptura(equipo, of, await equipo.verificacion())
  await observar(equipo, of)
  const acuerdo = await givenAcuerdo(equipo)
  numero = acuerdo.numero
  await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { acuerdoId: acuerdo.id })
  await publicar(test_)
})
afterAll(() => test_.close())

const list = async (query: Record<string, string> = {}, token = auditoria) => {
  const { status, body } = await send<{ elementos: Acto[]; siguiente: string | null }>(
    test_,
    ['GET', `/bitacora?${new URLSearchParams(query).toString()}`],
    { token },
  )
  expect(status).toBe(200)
  return body.elementos
}
const printed = ({ cuando, acto, materia, quien, sobre, detalle }: Palabras) =>
  [
    ...[cuando, acto, materia, quien.nombre, quien.cargo, sobre?.tipo, sobre?.nombre],
    ...detalle.flatMap(({ termino, texto }) => [termino, texto]),
  ].flatMap((each) => each ?? [])

describe('the bitácora in words', () => {
  it('prints neither keys, nor identifiers, nor instants of machines', async () => {
    const rows = await list()
    expect(rows.length).toBeGreaterThan(10)
    const all = rows.flatMap(({ palabras }) => printed(palabras)).join('\n')
    expect(all).not.toMatch(/[a-z]_[a-z]|[a-z]\.[a-z]+_|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f]{4}-|[{}"]/)
  })

  it('finds each row by all the words that it prints, and by each of them', async () => {
    const rows = await list()
    const kinds = new Map(rows.map((row) => [row.acto, row]))
    expect(kinds.size).toBeGreaterThan(8)
    for (const { n, palabras } of kinds.values()) {
      const words = printed(palabras)
      expect((await list({ texto: words.join(' ').slice(0, 120) })).map((row) => row.n)).toContain(n)
      for (const texto of words)
        expect([texto, (await list({ texto: texto.slice(0, 120) })).some((row) => row.n === n)]).toEqual([texto, true])
    }
    expect(await list({ texto: 'nadie dijo jamás esto' })).toEqual([])
  })

  it('names a sustitución with who leaves, her charge, who did it and by which acuerdo', async () => {
    const [acto] = await list({ acto: 'candidatura.sustituida' })
    const said = JSON.stringify(acto?.palabras)
    expect(acto?.palabras).toMatchObject({
      acto: 'Candidatura sustituida',
      materia: 'Registro de candidaturas',
      quien: { nombre: 'Cuenta secretaria', cargo: 'Secretaría' },
      sobre: { tipo: 'Candidatura' },
    })
    const [persona] = await sql<{ nombre: string }>(
      test_,
      `select concat_ws(' ', p.nombre, p.primer_apellido) as nombre from captura.candidatura c join captura.persona p on p.id = c.persona_id where c.id = $1`,
      [sale],
    )
    expect(said).toContain(persona?.nombre)
    expect(said).toContain(numero)
  })

  it('is narrowed by dates, matter, account and person, together and without accents', async () => {
    const rows = await list()
    const hoy = test_.deps.clock.today()
    expect(await list({ desde: hoy.add({ days: 1 }).toString() })).toEqual([])
    expect(await list({ hasta: hoy.subtract({ days: 1 }).toString() })).toEqual([])
    expect((await list({ desde: hoy.toString(), hasta: hoy.toString() })).length).toBe(rows.length)
    const captura = await list({ materia: 'captura' })
    expect(captura.length).toBeGreaterThan(3)
    expect(new Set(captura.map(({ palabras }) => palabras.materia))).toEqual(new Set(['Captura y revisión']))
    expect(await list({ materia: 'captura', cuenta: 'VERIFICACION' })).toEqual([])
    const own = await list({ cuenta: 'verificacion' })
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ palabras }) => palabras.quien.cargo))).toEqual(new Set(['Verificación']))
    const [one] = own
    expect((await list({ cuentaId: String(one?.cuenta) })).every(({ cuenta }) => cuenta === one?.cuenta)).toBe(true)
    const hers = await list({ objetoId: sale })
    expect(hers.map(({ acto }) => acto)).toEqual(
      expect.arrayContaining(['candidatura.sustituida', 'captura.guardada', 'candidatura.observada']),
    )
    expect((await list({ sobre: 'candidatura' })).every(({ objeto }) => objeto?.tipo === 'candidatura')).toBe(true)
  })

  it('keeps the names of personas from a role that only administers accounts', async () => {
    const of = (rows: Acto[]) => rows.find(({ acto }) => acto === 'candidatura.sustituida')?.palabras.sobre?.nombre ?? ''
    const [seen, administered] = [of(await list()), of(await list({}, await test_.tokenOf('administracion')))]
    expect(administered).not.toBe('')
    expect(seen.endsWith(`, ${administered}`)).toBe(true)
  })
})
