import { startTestApp, type TestApp } from '../../support/app.ts'
import { actorId, givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, guardar, RESPUESTAS, type CapturaVista, type Guardado } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { connectAs, count } from '../../support/roles.ts'

interface Ajena {
  cuestionario: string
  seccion: string
  rol: string
  actorPolitico: string | null
  veces: number
  primeraEn: string
  ultimaEn: string
}

type Vista = Omit<CapturaVista, 'secciones'> & {
  ajenas: Ajena[]
  secciones: { clave: string; respuestas: object; propias: { respuestas: object; guardadaEn: string } | null }[]
}

let test_: TestApp
let equipo: Equipo
let of: Given
let otra: Given

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  of = await givenCandidatura(test_, { actor: 'PRIO', nombre: 'Ella' })
  otra = await givenCandidatura(test_, { actor: 'PRIO', nombre: 'Otra' })
  await consentir(equipo, of)
})
afterAll(() => test_.close())

async function ver(token: string, { id }: Given = of): Promise<Vista> {
  const { status, body } = await send<Vista>(test_, ['GET', `/candidaturas/${id}/captura`], { token })
  expect(status).toBe(200)
  return body
}

const seccion = ({ secciones }: Vista, clave: string) => must(secciones.find((each) => each.clave === clave))
const save = async (token: string, at: string, version: number, respuestas: Record<string, unknown>) => {
  const { status, body } = await guardar<Guardado>(equipo, { of, at, token }, { version, respuestas })
  expect([at, status]).toEqual([at, 200])
  return body
}
const MIAS = { compromiso: 'Lo escribí yo misma, con mis palabras, y quiero que se quede así como está ahora.' }

describe('an answer captured for a persona', () => {
  it('is shown to her with who, of which party, when and what, and beside what she had written', async () => {
    const [ella, captura, validacion] = [await equipo.candidata(of), await equipo.captura(), await equipo.validacion()]
    const own = await save(ella, 'curricular/compromiso', 0, MIAS)
    expect((await ver(ella)).ajenas).toEqual([])
    await save(captura, 'curricular/compromiso', 1, RESPUESTAS.curricular.compromiso)
    await save(captura, 'curricular/compromiso', 2, RESPUESTAS.curricular.compromiso)
    await save(validacion, 'curricular/oficio', 0, RESPUESTAS.curricular.oficio)
    const seen = await ver(ella)
    expect(seen.ajenas).toEqual([
      expect.objectContaining({ cuestionario: 'curricular', seccion: 'oficio', rol: 'validacion', veces: 1 }),
      expect.objectContaining({ cuestionario: 'curricular', seccion: 'compromiso', rol: 'captura', veces: 2 }),
    ])
    const [{ nombre } = { nombre: '' }] = await sql<{ nombre: string }>(
      test_,
      `select nombre from captura.actor_politico where clave = 'PRIO'`,
    )
    expect(new Set(seen.ajenas.map(({ actorPolitico }) => actorPolitico))).toEqual(new Set([nombre]))
    expect(seccion(seen, 'compromiso')).toMatchObject({
      respuestas: RESPUESTAS.curricular.compromiso,
      propias: { respuestas: MIAS, guardadaEn: own.acuse.recibidoEn },
    })
    expect(seccion(seen, 'oficio').propias).toBeNull()
  })

  it('is shown in identity too, where her own answers stay encrypted', async () => {
    const ella = await equipo.candidata(of)
    await save(ella, 'identidad/sierra', 0, { serrana: 'Sí' })
    await save(await equipo.captura(), 'identidad/sierra', 1, { serrana: 'No' })
    expect(seccion(await ver(ella), 'sierra')).toMatchObject({ respuestas: { serrana: 'No' }, propias: { respuestas: { serrana: 'Sí' } } })
    const rows = await sql<{ propias: unknown }>(
      test_,
      `select propias from captura.seccion where candidatura_id = $1 and clave = 'sierra' and propias is not null`,
      [of.id],
    )
    expect(rows).toEqual([])
  })

  it('is hers to take back: when she saves again there is nothing left to compare, and what was done stays said', async () => {
    const ella = await equipo.candidata(of)
    await save(ella, 'curricular/compromiso', 3, MIAS)
    await save(ella, 'identidad/sierra', 2, { serrana: 'Sí' })
    const seen = await ver(ella)
    expect([seccion(seen, 'compromiso').propias, seccion(seen, 'sierra').propias]).toEqual([null, null])
    expect(seen.ajenas).toHaveLength(3)
    const [left] = await sql<{ n: number }>(test_, 'select count(propia)::int as n from identidad.respuesta where candidatura_id = $1', [
      of.id,
    ])
    expect(left?.n).toBe(0)
  })

  it('is nothing to another persona of the same party, to her party in the screen, nor to another party or the staff in the database', async () => {
    await save(await equipo.captura(), 'curricular/compromiso', 4, RESPUESTAS.curricular.compromiso)
    expect((await ver(await equipo.candidata(otra), otra)).ajenas).toEqual([])
    expect((await send(test_, ['GET', `/candidaturas/${of.id}/captura`], { token: await equipo.candidata(otra) })).status).toBe(404)
    expect((await send(test_, ['GET', `/candidaturas/${of.id}/captura`], { token: await equipo.captura('PFAR') })).status).toBe(404)
    const party = await ver(await equipo.captura())
    expect([party.ajenas, seccion(party, 'compromiso').propias]).toEqual([[], null])
    const client = await connectAs(test_, 'actor')
    const text = 'select * from captura.captura_ajena'
    expect(await count(client, { text }, { rol: 'candidata', candidatura: otra.id })).toBe(0)
    expect(await count(client, { text }, { rol: 'captura', actor: actorId(test_, 'PFAR') })).toBe(0)
    expect(await count(client, { text }, { rol: 'candidata', candidatura: of.id })).toBe(3)
    await client.end()
  })
})
