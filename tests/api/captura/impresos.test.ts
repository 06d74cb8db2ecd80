import { startTestApp, type TestApp } from '../../support/app.ts'
import { consentir, Equipo, givenCapturada, validar, type Acuse } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'
import { givenCandidatura, type Given } from '../../support/registro/candidaturas.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const nameOf = async (of: Given) =>
  (await send<{ nombre: string }>(test_, ['GET', `/candidaturas/${of.id}`], { token: await equipo.captura(of.responsable) })).body.nombre
const acuse = async (of: Given, folio: string, token?: string) =>
  send(test_, ['GET', `/candidaturas/${of.id}/acuses/${folio}`], { token: token ?? (await equipo.captura(of.responsable)) })
const formato = async (of: Given, token?: string) =>
  send(test_, ['GET', `/candidaturas/${of.id}/consentimiento/formato-en-blanco`], {
    token: token ?? (await equipo.captura(of.responsable)),
  })

describe('the acuse of an act on paper', () => {
  it('names the act, the persona and the folio, and where to check it; twice it is the same bytes', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const sent = (await validar(equipo, of)).body as Acuse
    const answer = await acuse(of, sent.folio)
    expect(answer).toMatchObject({ status: 200 })
    const text = readPdf.text(answer.bytes)
    for (const part of [sent.folio, 'Captura validada', await nameOf(of), sent.sha256, `/acuses/${sent.folio}`])
      expect(text).toContain(part)
    expect(text).not.toContain(sent.sal)
    expect((await acuse(of, sent.folio)).bytes.equals(answer.bytes)).toBe(true)
  })

  it('is of no other candidatura, and of no other actor político', async () => {
    const [of, other] = [await givenCapturada(equipo, {}, 'completa'), await givenCandidatura(test_)]
    const { folio } = (await validar(equipo, of)).body as Acuse
    expect((await acuse(other, folio)).status).toBe(404)
    expect((await acuse(of, 'AAAAA-AAAAA-AAAAA')).status).toBe(404)
    expect((await acuse(of, folio, await equipo.captura('PFAR'))).status).toBe(404)
    expect((await acuse(of, folio, await equipo.candidata(of))).status).toBe(200)
  })
})

describe('the consentimiento to sign by hand', () => {
  it('has her data and the version of the aviso filled in, and decides nothing', async () => {
    const of = await givenCandidatura(test_)
    const answer = await formato(of)
    expect(answer).toMatchObject({ status: 200 })
    const text = readPdf.text(answer.bytes)
    for (const part of [await nameOf(of), 'Versión 1', 'Sí ( ) No ( )', 'Fecha en que firma']) expect(text).toContain(part)
    expect((await consentir(equipo, of)).status).toBe(200)
  })

  it('is of her actor político alone', async () => {
    const of = await givenCandidatura(test_)
    expect((await formato(of, await equipo.captura('PFAR'))).status).toBe(404)
    expect((await formato(of, await equipo.verificacion())).status).toBe(403)
  })
})
