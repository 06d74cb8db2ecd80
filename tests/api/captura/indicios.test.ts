import request from 'supertest'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, guardar } from '../../support/actos/captura.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

const TEXT =
  'Abrir un taller de redes en cada muelle, cuidar el agua del valle entero y pagar a tiempo a quienes limpian los canales cada temporada de lluvias.'
const NEARLY = TEXT.replace('cada temporada', 'toda temporada')
const OTHER =
  'Ordenar el transporte de la sierra con horarios que se cumplan, unidades que sirvan para sillas de ruedas y tarifas que conozca todo el mundo antes de subir.'

interface Indicio {
  seccion: string
  pregunta: string
  tipo: string
  texto: string
}

describe('hints about what was captured', () => {
  let t: TestApp
  let equipo: Equipo

  beforeAll(async () => {
    t = await startTestApp()
    equipo = new Equipo(t)
  })
  afterAll(() => t.close())

  const write = (of: Given, compromiso: string) => guardar(equipo, { of, at: 'curricular/compromiso' }, { respuestas: { compromiso } })
  const list = async (of: Given, token?: string) => {
    const authorization = `Bearer ${token ?? (await equipo.captura(of.responsable))}`
    return request(t.app.server).get(`/api/v1/candidaturas/${of.id}/indicios`).set({ authorization })
  }
  const tipos = async (of: Given) => ((await list(of)).body.elementos as Indicio[]).map(({ pregunta, tipo }) => [pregunta, tipo])

  it('tell of a text that is nearly that of another candidatura, without saying whose, and stop as soon as it is not', async () => {
    const one = await givenCandidatura(t)
    const another = await givenCandidatura(t)
    await write(one, TEXT)
    await write(another, OTHER)
    expect([await tipos(one), await tipos(another)]).toEqual([[], []])
    await guardar(equipo, { of: another, at: 'curricular/compromiso' }, { respuestas: { compromiso: NEARLY }, version: 1 })
    expect([await tipos(one), await tipos(another)]).toEqual([[['compromiso', 'texto_parecido']], [['compromiso', 'texto_parecido']]])
    const { text } = await list(one)
    expect(text).not.toContain(another.id)
    expect(text).not.toContain('toda temporada')
    await guardar(equipo, { of: another, at: 'curricular/compromiso' }, { respuestas: { compromiso: OTHER }, version: 2 })
    expect(await tipos(one)).toEqual([])
  })

  it('tell of personal data and slogans, and the text is kept all the same', async () => {
    const of = await givenCandidatura(t)
    const saved = await write(of, `${OTHER} Llame al 777 123 4567. ¡Ya es hora! ¡Vamos juntas!`)
    expect(saved.status).toBe(200)
    expect(await tipos(of)).toEqual([
      ['compromiso', 'telefono'],
      ['compromiso', 'lema'],
    ])
  })

  it('are for readers of the captura: for another party the candidatura does not exist, and a reviewer reads none before validation', async () => {
    const of = await givenCandidatura(t)
    await write(of, `${OTHER} Mi CURP es XEXX010101HNEXXXA4.`)
    expect((await list(of, await equipo.captura('PCOM'))).status).toBe(404)
    expect((await list(of, await equipo.secretaria())).status).toBe(403)
    expect((await list(of, await equipo.verificacion())).body).toEqual({ elementos: [] })
  })

  it('rest on a table that no role of the application can read', async () => {
    expect((await sql<{ n: number }>(t, 'select count(*)::int as n from captura.prosa'))[0]?.n).toBeGreaterThan(0)
    for (const role of ['actor', 'instituto', 'publicador', 'lector'] as const) {
      const client = await connectAs(t, role)
      expect([role, await count(client, { text: 'select * from captura.prosa' })]).toEqual([role, REFUSED])
      await client.end()
    }
  })
})
