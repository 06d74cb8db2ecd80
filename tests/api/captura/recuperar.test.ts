import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  acto,
  Equipo,
  givenCapturada,
  guardar,
  observar,
  validar,
  verCaptura,
  verificar,
  type Acuse,
  type Problem,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

const COMPROMISO = 'curricular/compromiso'
const OTRO = { compromiso: 'Abrir tres talleres de redes, uno en cada muelle, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const recuperar = async (of: Given, more: { token?: string; version?: number } = {}) =>
  send<Acuse & Problem>(test_, ['POST', `/candidaturas/${of.id}/recuperar`], {
    token: more.token ?? (await equipo.validacion(of.responsable)),
    json: { version: more.version ?? (await verCaptura(equipo, of)).version },
  })
const detail = async (of: Given) =>
  (
    await send<{ estatusCaptura: string; validadaEn: string | null; acciones: { acto: string; permitido: boolean; razones: string[] }[] }>(
      test_,
      ['GET', `/candidaturas/${of.id}`],
      { token: await equipo.validacion(of.responsable) },
    )
  ).body
const acts = async (of: Given) =>
  (await sql<{ acto: string }>(test_, 'select acto from bitacora.acto where objeto_id = $1 order by n', [of.id])).map((row) => row.acto)
const refusal = (detail: string) => ({ status: 409, body: { code: 'candidatura.acto_no_permitido', detail } })

describe('taking back what was sent', () => {
  it('opens it again as it was, with an acuse; what was sent keeps its own', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const before = (await verCaptura(equipo, of)).secciones.map(({ clave, respuestas, estatus }) => ({ clave, respuestas, estatus }))
    const sent = (await validar(equipo, of)).body
    const { status, body } = await recuperar(of)
    expect([status, body.acto]).toEqual([200, 'candidatura.recuperada'])
    expect(await detail(of)).toMatchObject({ estatusCaptura: 'completa', validadaEn: null })
    const after = await verCaptura(equipo, of)
    expect(after.secciones.map(({ clave, respuestas, estatus }) => ({ clave, respuestas, estatus }))).toEqual(before)
    expect(after).toMatchObject({ enCorreccion: null })
    for (const { folio } of [sent, body]) {
      expect((await send(test_, ['GET', `/publico/acuses/${folio}`])).status).toBe(200)
    }
    expect((await acts(of)).slice(-2)).toEqual(['candidatura.validada', 'candidatura.recuperada'])
  })

  it('lets it be corrected and sent again', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await recuperar(of)
    expect((await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: OTRO })).status).toBe(200)
    await validar(equipo, of)
    await verificar(equipo, of)
    expect((await verCaptura(equipo, of)).secciones.find(({ clave }) => clave === 'compromiso')).toMatchObject({ verificadas: OTRO })
  })

  it('leaves the institute nothing of it', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await recuperar(of)
    const seen = await verCaptura(equipo, of, await equipo.verificacion())
    expect(seen.secciones.map(({ respuestas }) => respuestas)).toEqual(seen.secciones.map(() => ({})))
  })

  it('of a persona who refused her identity leaves that cuestionario unasked', async () => {
    const of = await givenCapturada(equipo, { consentimiento: { tratamiento: false } }, 'validada')
    await recuperar(of)
    expect(await detail(of)).toMatchObject({ estatusCaptura: 'completa' })
    await validar(equipo, of)
  })

  it('is refused once a reviewer opened it, or said anything of it', async () => {
    const opened = await givenCapturada(equipo, {}, 'validada')
    await verCaptura(equipo, opened, await equipo.verificacion())
    expect(await recuperar(opened)).toMatchObject(refusal('El instituto ya empezó a revisarla.'))
    expect((await detail(opened)).acciones.find((each) => each.acto === 'recuperar')).toMatchObject({ permitido: false })

    const observed = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, observed)
    await guardar(equipo, { of: observed, at: COMPROMISO }, { version: 1, respuestas: OTRO })
    await validar(equipo, observed)
    expect(await recuperar(observed)).toMatchObject(refusal('El instituto ya empezó a revisarla.'))
  })

  it('is refused where there is nothing to take back, after the closing, and to others', async () => {
    const whole = await givenCapturada(equipo, {}, 'completa')
    expect(await recuperar(whole)).toMatchObject(refusal('No hay un envío que recuperar.'))
    const of = await givenCapturada(equipo, {}, 'validada')
    const { version } = await verCaptura(equipo, of)
    expect(await recuperar(of, { version: version - 1 })).toMatchObject({ status: 409, body: { code: 'candidatura.version_distinta' } })
    expect(await recuperar(of, { version, token: await equipo.captura(of.responsable) })).toMatchObject({ status: 403 })
    expect(await recuperar(of, { version, token: await equipo.validacion('PFAR') })).toMatchObject({ status: 404 })
    await moveReloj(test_, '2030-07-04T00:00:00-07:00')
    const late = await recuperar(of, { version })
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    expect(late).toMatchObject(refusal('La captura cerró el 3 de julio de 2030.'))
  })

  it('and not sent again is no sending in time: what is missing then is an omission', async () => {
    await moveReloj(test_, '2030-04-29T10:00:00-07:00')
    const of = await givenCapturada(equipo, {}, 'validada')
    await recuperar(of)
    await guardar(equipo, { of, at: COMPROMISO }, { version: 1, respuestas: {} })
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    const { body } = await send<{ elementos: { id: string; clase: string }[] }>(test_, ['GET', '/omisiones'], {
      token: await equipo.secretaria(),
    })
    expect(body.elementos.find(({ id }) => id === of.id)).toMatchObject({ clase: 'incompleta' })
  })

  it('at once with a verification has one effect', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    const { version } = await verCaptura(equipo, of)
    const answers = await Promise.all([recuperar(of, { version }), acto(equipo, { of, hacer: 'verificar' }, { version })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
