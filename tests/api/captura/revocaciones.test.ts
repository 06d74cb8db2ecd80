import { bitacoraOf } from '../../support/acceso.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import {
  abrirIdentidad,
  capturarTodo,
  consentir,
  Equipo,
  givenCapturada,
  RESPUESTAS,
  validar,
  verCaptura,
  verificar,
  type CapturaVista,
} from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { aceptarFormato, CARTA, entregarFormato, MOTIVO, retirar, revocar, verConsentimientos } from '../../support/actos/revocaciones.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'

const OPEN = '2030-05-02T10:00:00-07:00'

let test_: TestApp
let equipo: Equipo
let unidad: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: OPEN })
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  await publicar(test_)
})
afterAll(() => test_.close())

const distintivos = async (of: Given) => (await pagina(test_, of)).body.distintivos.map(({ grupo, origen }) => `${grupo} ${origen}`)
const revocarTodo = (of: Given) => revocar(equipo, of, { token: unidad, tratamiento: 'true', publicacion: 'true', estadistica: 'true' })
const respuestasDe = ({ id }: Given) => sql(test_, 'select 1 from identidad.respuesta where candidatura_id = $1', [id])

describe('a revocación that the Unidad de Transparencia registers', () => {
  it('takes back each of the three apart, with its acuse, and stays in the history', async () => {
    const of = await givenCapturada(equipo)
    const { status, body } = await revocar(equipo, of, { token: unidad, estadistica: 'true' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ tratamiento: true, publicacion: true, estadistica: false, avisoVersion: 1 },
      ...{ mecanismo: 'solicitud_escrita', revision: 'no_requiere', recibidaEl: '2030-05-02', motivo: MOTIVO },
      acuse: { acto: 'consentimiento.revocado' },
    })
    await publicar(test_)
    expect(await distintivos(of)).toEqual(['islena publicacion_autorizada'])
    expect(await respuestasDe(of)).not.toEqual([])
    const { historial, revocables } = await verConsentimientos(equipo, of, await equipo.candidata(of))
    expect(historial.map(({ mecanismo, folio }) => [mecanismo, folio === null])).toEqual([
      ['solicitud_escrita', false],
      ['cuenta_propia', false],
    ])
    expect(revocables).toEqual(['tratamiento', 'publicacion'])
    expect((await leer<{ valido: boolean }>(test_, `acuses/${body.acuse.folio}`)).body.valido).toBe(true)
    const [entry] = await bitacoraOf(test_, 'consentimiento.revocado')
    expect(JSON.stringify(entry)).not.toContain('Canario')
    await revocarTodo(of)
  })

  it('is told to the persona with its reason, which the account that captures for her does not read', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    await revocar(equipo, of, { token: unidad, publicacion: 'true' })
    const motivoFor = async (token: string) => must((await verConsentimientos(equipo, of, token)).actual).motivo
    expect(await motivoFor(await equipo.candidata(of))).toBe(MOTIVO)
    expect(await motivoFor(await equipo.captura(of.responsable))).toBeNull()
  })

  it('keeps the request encrypted, for itself alone, and each reading is an entry', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    const { body } = await revocar(equipo, of, { token: unidad, publicacion: 'true' })
    const path = `/candidaturas/${of.id}/consentimiento/revocaciones/${body.id}/solicitud`
    const read = await send(test_, ['GET', path], { token: unidad })
    expect([read.status, read.bytes.equals(CARTA), read.headers['content-type']]).toEqual([200, true, 'application/octet-stream'])
    expect(await bitacoraOf(test_, 'consentimiento.solicitud_leida')).toHaveLength(1)
    const rows = await sql<{ cifrado: Buffer }>(test_, 'select cifrado from identidad.formato')
    expect(halladas(Buffer.concat(rows.map(({ cifrado }) => cifrado)), agujasDe('CANARIO-DE-SOLICITUD'))).toEqual([])
    const formato = `/candidaturas/${of.id}/consentimiento/formato`
    expect((await send(test_, ['GET', formato], { token: await equipo.verificacion() })).status).toBe(404)
    for (const token of [await equipo.verificacion(), await equipo.candidata(of)])
      expect((await send(test_, ['GET', path], { token })).status).toBe(403)
  })

  it.each<[string, Record<string, string>, number, string]>([
    ['without a choice to take back', {}, 422, 'consentimiento.no_revocable'],
    ['by a request of tomorrow', { publicacion: 'true', recibidaEl: '2030-05-03' }, 422, 'consentimiento.no_revocable'],
    ['without a reason', { publicacion: 'true', motivo: '         ' }, 400, 'entrada.invalida'],
    [
      'after somebody else changed the consent',
      { publicacion: 'true', de: '00000000-0000-4000-8000-000000000000' },
      409,
      'consentimiento.cambio',
    ],
  ])('%s is refused and changes nothing', async (_title, fields, status, code) => {
    const of = await givenCapturada(equipo, {}, 'completa')
    expect(await revocar(equipo, of, { token: unidad, ...fields })).toMatchObject({ status, body: { code } })
    expect((await verConsentimientos(equipo, of, unidad)).historial).toHaveLength(1)
  })

  it('is refused with another file than the request, and by everybody else', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const carta = Buffer.from('GIF89a')
    expect((await revocar(equipo, of, { token: unidad, publicacion: 'true', carta })).status).toBe(422)
    const { id } = must((await verConsentimientos(equipo, of, unidad)).actual)
    for (const token of [await equipo.captura(), await equipo.validacion(), await equipo.verificacion(), await equipo.secretaria()])
      expect((await revocar(equipo, of, { token, de: id, publicacion: 'true' })).status).toBe(403)
  })
})

describe('a consent that was taken back in writing', () => {
  const retirada = async () => {
    const of = await givenCapturada(equipo)
    await revocar(equipo, of, { token: unidad, publicacion: 'true' })
    return of
  }

  it('is not brought back by a form signed before, nor on the day of the request', async () => {
    const of = await retirada()
    for (const firmadoEl of ['2030-04-20', '2030-05-02', '2030-05-03']) {
      expect(await entregarFormato(equipo, of, { firmadoEl })).toMatchObject({ status: 422, body: { code: 'consentimiento.mecanismo' } })
    }
    await publicar(test_)
    expect(await distintivos(of)).toEqual([])
  })

  it('is brought back by a form signed after, once it was accepted', async () => {
    const of = await givenCapturada(equipo)
    await revocar(equipo, of, { token: unidad, publicacion: 'true', recibidaEl: '2030-04-28' })
    expect((await entregarFormato(equipo, of, { firmadoEl: '2030-04-30' })).status).toBe(200)
    await publicar(test_)
    expect(await distintivos(of)).toEqual([])
    expect((await aceptarFormato(equipo, of)).status).toBe(200)
    await publicar(test_)
    expect(await distintivos(of)).toEqual(['islena publicacion_autorizada'])
    await revocarTodo(of)
  })

  it('leaves a form that waited without effect: it is reviewed no more', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await sql(test_, 'delete from captura.consentimiento where candidatura_id = $1', [of.id])
    await entregarFormato(equipo, of, { firmadoEl: '2030-05-01' })
    await revocar(equipo, of, { token: unidad, publicacion: 'true' })
    expect((await aceptarFormato(equipo, of)).status).toBe(409)
    expect((await verConsentimientos(equipo, of, unidad)).actual).toMatchObject({ tratamiento: false, publicacion: false })
  })

  it('is brought back by the persona with her own account', async () => {
    const of = await retirada()
    await consentir(equipo, of)
    await publicar(test_)
    expect(await distintivos(of)).toEqual(['islena publicacion_autorizada'])
    await revocarTodo(of)
  })
})

describe('answers of identity, once their treatment is taken back', () => {
  const legibles = ({ secciones }: CapturaVista) =>
    secciones.flatMap(({ cuestionario, respuestas, verificadas }) =>
      cuestionario === 'identidad' ? Object.values({ ...respuestas, ...verificadas }) : [],
    )
  const revisa = async (of: Given) => legibles(await abrirIdentidad(equipo, of, await equipo.verificacion()))

  it.each<[string, (of: Given) => Promise<unknown>, number]>([
    ['by herself', (of) => consentir(equipo, of, { tratamiento: false }), 0],
    ['in writing', (of) => revocar(equipo, of, { token: unidad, tratamiento: 'true' }), 1],
  ])('%s, are destroyed with their key, and nobody reads them; what she authorised of the rest stays', async (_title, takeBack, llaves) => {
    const of = await givenCapturada(equipo)
    const readers = [await equipo.captura(), await equipo.candidata(of)]
    const todas = async () => [
      await revisa(of),
      ...(await Promise.all(readers.map(async (token) => legibles(await verCaptura(equipo, of, token))))),
    ]
    for (const leidas of await todas()) expect(leidas).not.toEqual([])
    await takeBack(of)
    for (const leidas of await todas()) expect(leidas).toEqual([])
    expect(await respuestasDe(of)).toEqual([])
    // The key stays only where a document of hers lies under it.
    expect(await sql(test_, 'select 1 from identidad.llave where candidatura_id = $1', [of.id])).toHaveLength(llaves)
    expect(await sql(test_, 'select estatus_captura from captura.candidatura where id = $1', [of.id])).toEqual([
      { estatus_captura: 'verificada' },
    ])
  })

  it('by a form that waits, are hidden until it is rejected, and destroyed once it is accepted', async () => {
    const of = await givenCapturada(equipo)
    await sql(test_, `update captura.consentimiento set mecanismo = 'formato_firmado', revision = 'aceptada' where candidatura_id = $1`, [
      of.id,
    ])
    const no = { firmadoEl: '2030-05-01', tratamiento: false }
    await entregarFormato(equipo, of, no)
    expect(await revisa(of)).toEqual([])
    await aceptarFormato(equipo, of, false)
    expect(await revisa(of)).not.toEqual([])
    await entregarFormato(equipo, of, no)
    await aceptarFormato(equipo, of)
    expect(await respuestasDe(of)).toEqual([])
  })

  it('are asked anew when she authorises it again, and shown once they were verified', async () => {
    const of = await givenCapturada(equipo)
    await consentir(equipo, of, { tratamiento: false })
    await consentir(equipo, of)
    const { secciones } = await verCaptura(equipo, of)
    expect(secciones.map(({ cuestionario, estatus, editable }) => [cuestionario, estatus, editable])).toEqual([
      ['curricular', 'verificada', false],
      ['curricular', 'verificada', false],
      ['identidad', 'vacia', true],
      ['identidad', 'vacia', true],
    ])
    await publicar(test_)
    expect(await distintivos(of)).toEqual([])
    await capturarTodo(equipo, of, { identidad: RESPUESTAS.identidad })
    await validar(equipo, of)
    await verificar(equipo, of)
    await publicar(test_)
    expect(await distintivos(of)).toEqual(['islena publicacion_autorizada'])
    await revocarTodo(of)
  })

  it('leave, where she says yes and no again, what was captured, validated and verified as it was', async () => {
    const of = await givenCapturada(equipo)
    const dates = 'estatus_captura, capturada_en, validada_en, verificada_en'
    const read = () => sql(test_, `select ${dates} from captura.candidatura where id = $1`, [of.id])
    const before = await read()
    for (const tratamiento of [false, true, false]) await consentir(equipo, of, { tratamiento })
    expect(await read()).toEqual(before)
    await revocarTodo(of)
  })

  it('survive every job for a persona who did not take it back', async () => {
    const of = await givenCapturada(equipo)
    const client = await connectAs(test_, 'actor')
    const settings = { rol: 'candidata', candidatura: of.id }
    const text = 'select captura.destruir_identidad($1, now())'
    expect(await attempt(client, { text, values: [of.id] }, settings)).toBe(REFUSED)
    expect(await attempt(client, { text: text.replace('$1', '$1::uuid'), values: [of.id] }, { rol: 'captura' })).toBe(REFUSED)
    await client.end()
    await revocarTodo(of)
  })
})

describe('the persona herself', () => {
  it('is the only one who takes back without a paper', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const { id } = must((await verConsentimientos(equipo, of, unidad)).actual)
    const json = { consentimientoId: id, tratamiento: true, publicacion: true, estadistica: true }
    for (const token of [await equipo.captura(), await equipo.validacion(), unidad])
      expect((await send(test_, ['POST', `/candidaturas/${of.id}/consentimiento/retiros`], { token, json })).status).toBe(403)
  })

  // The last: nobody takes a published aviso away.
  it('takes back one thing under the aviso that she had read: it is no consent to another that came since', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    await sql(
      test_,
      `insert into captura.aviso_privacidad select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'version', 2))).*
       from captura.aviso_privacidad a where a.version = 1`,
    )
    const { status, body } = await retirar(equipo, of, { publicacion: true })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ tratamiento: true, publicacion: false, estadistica: true, avisoVersion: 1, mecanismo: 'cuenta_propia' },
      acuse: { acto: 'consentimiento.revocado' },
    })
    expect(await retirar(equipo, of, { publicacion: true })).toMatchObject({ status: 422, body: { code: 'consentimiento.no_revocable' } })
  })
})
