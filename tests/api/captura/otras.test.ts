import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { givenCandidatura, sql, type Given, type GivenCandidatura } from '../../support/registro/candidaturas.ts'

interface Otras {
  elementos: { id: string; estatus: string; secciones: { clave: string; respuestas: object }[] }[]
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const otras = async (of: Given, token?: string) =>
  send<Otras>(test_, ['GET', `/candidaturas/${of.id}/captura/otras`], { token: token ?? (await equipo.captura(of.responsable)) })

/** Another candidatura of the persona of one that was captured. */
async function alsoIn(of: Given, given: GivenCandidatura = {}): Promise<Given> {
  const also = await givenCandidatura(test_, given)
  await sql(test_, 'update captura.candidatura set persona_id = (select persona_id from captura.candidatura where id = $1) where id = $2', [
    of.id,
    also.id,
  ])
  return also
}

describe('what a persona captured in another candidatura', () => {
  it('is offered by section, and never her identity', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const also = await alsoIn(of)
    const { status, body } = await otras(also)
    expect(status).toBe(200)
    expect(body.elementos.map(({ id }) => id)).toEqual([of.id])
    const found = Object.fromEntries((body.elementos[0]?.secciones ?? []).map(({ clave, respuestas }) => [clave, respuestas]))
    expect(found).toEqual(RESPUESTAS.curricular)
    expect((await otras(of)).body).toEqual({ elementos: [] })
  })

  it('stays offered after that one was substituted', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const also = await alsoIn(of)
    await sql(test_, `update captura.candidatura set estatus = 'sustituida' where id = $1`, [of.id])
    expect((await otras(also)).body.elementos).toMatchObject([{ id: of.id, estatus: 'sustituida' }])
  })

  it('opens no door between actores políticos, nor to the account of the persona', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const also = await alsoIn(of, { responsable: 'PFAR' })
    expect((await otras(also)).body).toEqual({ elementos: [] })
    expect((await otras(of, await equipo.captura('PFAR'))).status).toBe(404)
    expect((await otras(of, await equipo.verificacion())).status).toBe(403)
    expect((await otras(also, await equipo.candidata(also))).body).toEqual({ elementos: [] })
  })

  it('of another persona is not offered', async () => {
    await givenCapturada(equipo, {}, 'completa')
    expect((await otras(await givenCandidatura(test_))).body).toEqual({ elementos: [] })
  })
})
