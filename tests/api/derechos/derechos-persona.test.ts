import { bitacoraOf } from '../../support/acceso.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { attempt, connectAs, count, REFUSED } from '../../support/roles.ts'

interface Solicitud {
  id: string
  folio: string
  estatus: string
  version: number
  acreditadaEn: string | null
  identidadEntregada: boolean
  documentos: { id: string; nombre: string; hecho: string | null; deLaPersona: boolean; bytes: number }[]
  hechos: { acto: string; texto: string; folio: string }[]
  acciones: { acto: string; permitido: boolean }[]
  entregaDatos: boolean
}
type Hecha = { solicitud: Solicitud; acuse: Acuse } & Problem

const PDF = '%PDF-1.7\nCANARIO-credencial-8812\n%%EOF'
const CARTA = '%PDF-1.7\nCANARIO-carta-5570\n%%EOF'
let test_: TestApp
let unidad: string
let ella: string
let otra: string
let of: Given
let ajena: Given

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  of = await givenCapturada(equipo)
  ajena = await givenCapturada(equipo)
  ella = await equipo.candidata(of)
  otra = await equipo.candidata(ajena)
  unidad = await test_.tokenOf('transparencia')
})
afterAll(() => test_.close())

const hoy = () => test_.deps.clock.today().toString()
const ask = <T = Hecha>(token: string, method: 'GET' | 'POST', path: string, json?: object) =>
  send<T>(test_, [method, `/derechos${path}`], { token, ...(json ? { json } : {}) })
const pedir = (token: string, who: Given, more: object = {}) =>
  ask(token, 'POST', '', {
    candidaturaId: who.id,
    derecho: 'acceso',
    recibida: hoy(),
    descripcion: 'Quiero saber qué guardan sobre mí.',
    ...more,
  })
const subir = (token: string, path: string, { content = PDF, fields = {}, headers = {}, name = 'archivo.pdf' } = {}) =>
  send<Hecha>(test_, ['POST', `/derechos${path}`], { token, headers, form: { fields, file: { field: 'archivo', name, content } } })
const actuar = (token: string, { id, version }: Pick<Solicitud, 'id' | 'version'>, acto: object) =>
  ask(token, 'POST', `/${id}/actos`, { version, texto: 'Así se dijo y consta en el expediente.', ...acto })
const given = async (): Promise<Solicitud> => {
  const { status, body } = await pedir(ella, of)
  expect(status).toBe(201)
  return body.solicitud
}

describe('a persona who asks with her own account', () => {
  it('is received today, with a folio of the same series and an acuse, and sees it; nobody else’s', async () => {
    const { body: before } = await pedir(unidad, ajena)
    const solicitud = await given()
    const number = (folio: string) => Number(must(folio.split(/[/-]/)[2]))
    expect(number(solicitud.folio)).toBe(number(before.solicitud.folio) + 1)
    expect(solicitud).toMatchObject({ estatus: 'en_tramite', version: 1, identidadEntregada: false, documentos: [] })
    expect(solicitud.acciones).toEqual([{ acto: 'desahogar', permitido: false, razones: [expect.any(String)] }])
    const list = async (token: string) => (await ask<{ elementos: Solicitud[] }>(token, 'GET', '')).body.elementos.map(({ folio }) => folio)
    expect(await list(ella)).toEqual([solicitud.folio])
    expect(await list(otra)).toEqual([before.solicitud.folio])
    expect(await list(unidad)).toEqual(expect.arrayContaining([solicitud.folio, before.solicitud.folio]))
    expect((await ask(otra, 'GET', `/${solicitud.id}`)).status).toBe(404)
    expect(await bitacoraOf(test_, 'derecho.recibida')).toHaveLength(2)
  })

  it('asks of her own data alone, and of no other day', async () => {
    expect((await pedir(ella, ajena)).body.errors).toEqual([
      { field: 'candidaturaId', reasons: ['Sólo puede pedir sobre sus propios datos.'] },
    ])
    expect((await pedir(ella, of, { recibida: '2030-01-02' })).body.errors).toEqual([{ field: 'recibida', reasons: ['Se recibe hoy.'] }])
    expect((await pedir(await test_.tokenOf('captura', { actor: of.responsable }), of)).status).toBe(403)
  })

  it('hands in the proof of her identity, again while nobody accepted it; what is accepted is what was looked at, and what she handed in last', async () => {
    const { id, version } = await given()
    const none = await ask(unidad, 'POST', `/${id}/acreditacion`, { version })
    expect([none.status, none.body.detail]).toEqual([409, 'La persona todavía no entrega con qué acredita su identidad.'])
    expect((await subir(ella, `/${id}/identidad`, { content: 'no es un documento' })).status).toBe(422)
    expect((await subir(ella, `/${id}/identidad`, { content: '%PDF-1.7\nborroso\n%%EOF' })).status).toBe(200)
    const looked = (await ask<Solicitud>(unidad, 'GET', `/${id}`)).body.version
    const handed = await subir(ella, `/${id}/identidad`)
    expect(handed.body.solicitud).toMatchObject({ identidadEntregada: true, acreditadaEn: null, version: looked + 1 })
    const stale = await ask(unidad, 'POST', `/${id}/acreditacion`, { version: looked })
    expect([stale.status, stale.body.code]).toEqual([409, 'derecho.version_distinta'])
    expect((await subir(otra, `/${id}/identidad`)).status).toBe(404)
    expect((await ask(ella, 'POST', `/${id}/acreditacion`, { version })).status).toBe(403)
    const seen = await ask(unidad, 'GET', `/${id}/identidad`)
    expect([seen.status, seen.bytes.toString()]).toEqual([200, PDF])
    const accepted = await ask(unidad, 'POST', `/${id}/acreditacion`, { version: looked + 1 })
    expect(accepted.body.solicitud).toMatchObject({ acreditadaEn: hoy(), version: looked + 2 })
    expect((await subir(ella, `/${id}/identidad`)).body.detail).toBe('La identidad ya está acreditada.')
    expect((await ask(unidad, 'POST', `/${id}/acreditacion`, { version: looked + 2 })).status).toBe(409)
  })

  it('attends a prevention herself, is told that she has to, and does nothing else', async () => {
    const pendientes = async () =>
      (await send<{ elementos: { clave: string; texto: string }[] }>(test_, ['GET', '/pendientes'], { token: ella })).body.elementos
        .filter(({ clave }) => clave === 'derechos')
        .map(({ texto }) => texto)
    const solicitud = await given()
    expect(await pendientes()).toEqual([])
    for (const acto of ['prevenir', 'responder', 'hacer_efectivo', 'ampliar'])
      expect((await actuar(ella, solicitud, { acto, sentido: 'procedente' })).status).toBe(403)
    expect((await actuar(ella, solicitud, { acto: 'desahogar' })).status).toBe(409)
    const prevencion = { acto: 'prevenir', texto: 'Diga sobre cuáles de sus datos pregunta.' }
    const silent = (await actuar(unidad, solicitud, prevencion)).body.solicitud
    const notificacion = { acto: 'notificar', medioEntrega: 'sistema', enviada: hoy(), texto: 'La leyó con su cuenta.' }
    const prevented = (await actuar(unidad, silent, notificacion)).body.solicitud
    expect(await pendientes()).toEqual(['Completar su solicitud sobre sus datos'])
    expect((await actuar(ella, solicitud, { acto: 'desahogar' })).body.code).toBe('derecho.version_distinta')
    expect((await actuar(otra, prevented, { acto: 'desahogar' })).status).toBe(404)
    const both = await Promise.all([1, 2].map(() => actuar(ella, prevented, { acto: 'desahogar', texto: 'Pregunto por mi fotografía.' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { body } = await ask<Solicitud>(unidad, 'GET', `/${solicitud.id}`)
    expect(body.hechos.map(({ acto, texto }) => [acto, texto])).toEqual([
      ['prevenir', 'Diga sobre cuáles de sus datos pregunta.'],
      ['notificar', 'La leyó con su cuenta.'],
      ['desahogar', 'Pregunto por mi fotografía.'],
    ])
    expect(await pendientes()).toEqual([])
  })

  it('reaches in the database nothing but her own request, and writes into it nothing that was done', async () => {
    const { id } = await given()
    const client = await connectAs(test_, 'actor')
    const own = { rol: 'candidata', candidatura: of.id }
    const all = { text: 'select 1 from captura.solicitud_derecho' }
    expect(await count(client, all, own)).toBeGreaterThan(1)
    expect(await count(client, { text: `${all.text} where candidatura_id <> $1`, values: [of.id] }, own)).toBe(0)
    expect(await count(client, all, { ...own, rol: 'captura' })).toBe(0)
    expect(await count(client, { text: `update captura.solicitud_derecho set hechos = '[]' where id = $1`, values: [id] }, own)).toBe(
      REFUSED,
    )
    expect(
      await count(
        client,
        { text: 'select captura.desahogar_derecho($1, 1, now()::date, $2, $2)', values: [id, 'x'] },
        { ...own, rol: 'captura' },
      ),
    ).toBe(REFUSED)
    const copy = `insert into identidad.prueba_derecho (id, solicitud_id, clase, nombre, medio, de_la_persona, kid, envuelta, cifrada, recibida_en)
      values (gen_random_uuid(), $1, 'documento', 'x', 'application/pdf', $2, 'k1', '', '', now())`
    expect(await attempt(client, { text: copy, values: [id, false] }, own)).toBe(REFUSED)
    expect(await attempt(client, { text: copy, values: [id, true] }, { rol: 'candidata', candidatura: ajena.id })).toBe(REFUSED)
    await client.end()
  })
})

describe('documents', () => {
  it('go with the request and with each act; both sides read them, nobody else does, and each reading is an entry', async () => {
    const solicitud = await given()
    const { id } = solicitud
    const first = await subir(ella, `/${id}/documentos`, { content: CARTA, name: 'carta\u0020 firmada.pdf' })
    expect([first.status, first.body.solicitud.documentos]).toEqual([
      201,
      [expect.objectContaining({ nombre: 'carta firmada.pdf', hecho: null, deLaPersona: true, bytes: CARTA.length })],
    ])
    const prevented = (await actuar(unidad, solicitud, { acto: 'prevenir' })).body.solicitud
    const folio = must(prevented.hechos[0]).folio
    expect((await subir(ella, `/${id}/documentos`, { fields: { hecho: folio } })).status).toBe(409)
    const oficio = await subir(unidad, `/${id}/documentos`, { fields: { hecho: folio }, name: 'oficio.pdf' })
    expect(oficio.body.solicitud.documentos.map(({ nombre, hecho, deLaPersona }) => [nombre, hecho, deLaPersona])).toEqual([
      ['carta firmada.pdf', null, true],
      ['oficio.pdf', folio, false],
    ])
    expect((await subir(unidad, `/${id}/documentos`, { fields: { hecho: 'AAAAA-AAAAA-AAAAA' } })).status).toBe(400)
    const [carta, suyo] = oficio.body.solicitud.documentos.map((each) => each.id)
    const read = await ask(unidad, 'GET', `/${id}/documentos/${carta}`)
    expect([read.status, read.bytes.toString(), read.headers['content-disposition']]).toEqual([
      200,
      CARTA,
      expect.stringContaining('attachment'),
    ])
    expect((await ask(ella, 'GET', `/${id}/documentos/${suyo}`)).bytes.toString()).toBe(PDF)
    expect((await ask(otra, 'GET', `/${id}/documentos/${carta}`)).status).toBe(404)
    const other = (await pedir(otra, ajena)).body.solicitud.id
    expect((await ask(otra, 'GET', `/${other}/documentos/${carta}`)).status).toBe(404)
    expect(await bitacoraOf(test_, 'derecho.documento_leido')).toHaveLength(2)
    const rows = await sql<{ t: string }>(test_, 'select t::text as t from identidad.prueba_derecho t')
    expect(halladas(rows.map(({ t }) => t).join(), agujasDe('CANARIO-carta-5570'))).toEqual([])
  })

  it('sent twice with one key are one; eleven are too many', async () => {
    const { id } = await given()
    const twice = { headers: { 'idempotency-key': 'dos-veces' } }
    const answers = [await subir(ella, `/${id}/documentos`, twice), await subir(ella, `/${id}/documentos`, twice)]
    expect(answers.map(({ body }) => body.acuse.folio)).toEqual(Array(2).fill(must(answers[0]).body.acuse.folio))
    for (let n = 1; n < 10; n += 1) expect((await subir(ella, `/${id}/documentos`)).status).toBe(201)
    expect((await subir(ella, `/${id}/documentos`)).body.detail).toBe('Se admiten hasta 10 documentos.')
    const { body } = await ask<Solicitud>(ella, 'GET', `/${id}`)
    expect(body.documentos).toHaveLength(10)
  })

  it('are added by the persona while it is attended to, and by the institute also when it is over', async () => {
    const { id, version } = await given()
    await subir(unidad, `/${id}/identidad`)
    const no = { acto: 'responder', sentido: 'improcedente', causa: 'sin_datos', sinComite: 'El Comité todavía no sesiona.' }
    const closed = (await actuar(unidad, { id, version: version + 1 }, no)).body.solicitud
    expect(closed.estatus).toBe('improcedente')
    expect((await subir(ella, `/${id}/documentos`)).status).toBe(409)
    expect((await subir(unidad, `/${id}/documentos`, { fields: { hecho: must(closed.hechos[0]).folio } })).status).toBe(201)
  })
})
