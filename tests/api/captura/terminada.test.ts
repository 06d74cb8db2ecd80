import { startTestApp, type TestApp } from '../../support/app.ts'
import { capturarTodo, consentir, Equipo, givenCapturada, validar, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { givenCandidatura, type Given } from '../../support/registro/candidaturas.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const terminar = async (of: Given, token?: string) =>
  send<Acuse & Problem>(test_, ['POST', `/candidaturas/${of.id}/terminada`], { token: token ?? (await equipo.candidata(of)) })
const leer = async (of: Given) =>
  (
    await send<{ terminadaEn: string | null; estatusCaptura: string }>(test_, ['GET', `/candidaturas/${of.id}`], {
      token: await equipo.validacion(of.responsable),
    })
  ).body

describe('the persona says that hers is finished', () => {
  it('with an acuse; her actor político reads it, and still decides when to send it', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    expect(await leer(of)).toMatchObject({ terminadaEn: null })
    const { status, body } = await terminar(of)
    expect([status, body.acto]).toEqual([200, 'captura.terminada'])
    expect(body.folio).toMatch(/^[\w-]+$/)
    expect(await leer(of)).toMatchObject({ terminadaEn: body.recibidoEn, estatusCaptura: 'completa' })
    await validar(equipo, of)
  })

  it('while something is missing it is refused, and the reason says what', async () => {
    const of = await givenCandidatura(test_)
    const refused = await terminar(of)
    expect(refused).toMatchObject({ status: 409, body: { code: 'candidatura.acto_no_permitido' } })
    expect(refused.body.detail).toContain('Falta completar la sección')
    await consentir(equipo, of)
    await capturarTodo(equipo, of)
    expect((await terminar(of)).status).toBe(200)
  })

  it('after it was sent it is too late, and nobody says it for her', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    expect((await terminar(of)).status).toBe(409)
    expect((await terminar(of, await equipo.captura(of.responsable))).status).toBe(403)
  })
})
