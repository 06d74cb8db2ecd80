import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql } from '../../support/registro/candidaturas.ts'
import { actosDe, APROBADO, givenAcuerdo, givenDocumento, hecho, PDF } from '../../support/registro/cambios.ts'
import { Equipo, type Problem } from '../../support/actos/captura.ts'
import { send, type Sent } from '../../support/actos/envios.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

interface Acuerdo {
  id: string
  numero: string
  fecha: string
  organo: { clave: string } | null
  aprobadoEn: string | null
  asunto: string | null
  documento: { id: string; sha256: string } | null
  candidaturas: number
  cambios: number
  entregas: { pendientes: number; hechas: number }
  porCargo: { clave: string; candidaturas: number }[]
  cambiosLista: { tipo: string; causa: { nombre: string } | null; entra: { nombre: string } | null; candidatura: { nombre: string } }[]
}
const call = async <T = Acuerdo & Problem>(method: 'GET' | 'POST' | 'PUT', path: string, sent: Sent = {}) =>
  send<T>(test_, [method, path], { token: await equipo.secretaria(), ...sent })
const NEW = { organo: 'concejo', aprobadoEn: APROBADO, asunto: 'Sustituciones' }

describe('an acuerdo', () => {
  it('is registered with its document, and its day is the local one', async () => {
    const documentoId = await givenDocumento(equipo)
    const late = { ...NEW, numero: ' VC/ACU/77 ', aprobadoEn: '2030-05-01T23:30:00-07:00', documentoId }
    const { status, body } = await call('POST', '/acuerdos', { json: late })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      numero: 'VC/ACU/77',
      fecha: '2030-05-01',
      organo: { clave: 'concejo' },
      aprobadoEn: '2030-05-02T06:30:00.000Z',
      documento: { id: documentoId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      candidaturas: 0,
    })
    expect(await actosDe(test_, body.id)).toEqual(['acuerdo.registrado'])
  })

  it('has a number that no other has, and a double click is one acuerdo', async () => {
    const json = { ...NEW, numero: 'VC/REPETIDO' }
    const headers = { 'idempotency-key': randomUUID() }
    const twice = await Promise.all([1, 2].map(() => call('POST', '/acuerdos', { json, headers })))
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(twice[0]?.body.id).toBe(twice[1]?.body.id)
    expect((await call('POST', '/acuerdos', { json })).body).toMatchObject({ status: 409, code: 'acuerdo.numero_repetido' })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['by an organ that is not on the list', { organo: 'asamblea' }, 'organo'],
    ['approved in the future', { aprobadoEn: '2030-05-02T10:30:00-07:00' }, 'aprobadoEn'],
    ['with a document that is not there', { documentoId: randomUUID() }, 'documentoId'],
    ['about nothing', { asunto: '' }, 'asunto'],
    ['with no number', { numero: '' }, 'numero'],
  ])('%s is refused with the datum', async (_title, wrong, field) => {
    const { status, body } = await call('POST', '/acuerdos', { json: { ...NEW, numero: randomUUID(), ...wrong } })
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]])
  })

  it('that a list brought is completed; its number and its day stay', async () => {
    const id = randomUUID()
    await sql(test_, `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, 'VC/LISTA', '2030-04-02')`, [
      id,
      test_.loaded.procesoId,
    ])
    const wrong = await call('PUT', `/acuerdos/${id}`, { json: { aprobadoEn: APROBADO } })
    expect(wrong.body.errors).toEqual([{ field: 'aprobadoEn', reasons: ['Debe ser el día que ya consta: 2030-04-02.'] }])
    expect((await call('PUT', `/acuerdos/${id}`, { json: { numero: 'OTRO' } })).status).toBe(400)
    const json = {
      organo: 'concejo',
      asunto: 'Registro',
      aprobadoEn: '2030-04-02T09:00:00-07:00',
      documentoId: await givenDocumento(equipo),
    }
    const { body } = await call('PUT', `/acuerdos/${id}`, { json })
    expect(body).toMatchObject({ numero: 'VC/LISTA', fecha: '2030-04-02', asunto: 'Registro', organo: { clave: 'concejo' } })
    expect((await call('PUT', `/acuerdos/${id}`, { json: {} })).status).toBe(200)
    expect(await actosDe(test_, id)).toEqual(['acuerdo.completado'])
    expect((await call('PUT', `/acuerdos/${randomUUID()}`, { json })).status).toBe(404)
  })

  it('tells what it approves and what it orders', async () => {
    const { id } = await givenAcuerdo(equipo)
    const [a, b] = [await givenCandidatura(test_), await givenCandidatura(test_, { contienda: 'alcaldia-m1', primerApellido: 'Cancelada' })]
    await hecho(equipo, { id: a.id, hacer: 'sustituir' }, { acuerdoId: id })
    await hecho(equipo, { id: b.id, hacer: 'cancelar' }, { acuerdoId: id, causa: 'fallo' })
    const { body } = await call('GET', `/acuerdos/${id}`)
    expect(body).toMatchObject({ candidaturas: 1, cambios: 2, entregas: { pendientes: 1, hechas: 0 } })
    expect(body.porCargo).toEqual([{ clave: 'legislatura', nombre: 'Legislatura', candidaturas: 1 }])
    expect(
      body.cambiosLista.map(({ tipo, causa, candidatura, entra }) => [tipo, causa?.nombre, candidatura.nombre, entra?.nombre]),
    ).toEqual([
      ['sustitucion', 'Renuncia', 'Nombre Apellido', 'Nadia Entrante'],
      ['cancelacion', 'Fallo judicial', 'Nombre Cancelada', undefined],
    ])
    expect((await call('GET', `/acuerdos/${randomUUID()}`)).status).toBe(404)
  })
})

describe('the list of acuerdos', () => {
  it('goes from the newest, page by page without repeating, and finds by number or subject', async () => {
    const total = 60
    await sql(
      test_,
      `insert into captura.acuerdo (id, proceso_id, numero, fecha, asunto) select gen_random_uuid(), $1, 'PAG/' || n, date '2029-01-01' + n % 7, 'Paginado' from generate_series(1, ${total}) n`,
      [test_.loaded.procesoId],
    )
    type List = { elementos: Acuerdo[]; total: number; siguiente: string | null }
    const page = async (despues = '') =>
      (await call<List>('GET', `/acuerdos?q=paginado${despues && `&despues=${encodeURIComponent(despues)}`}`)).body
    const first = await page()
    const second = await page(must(first.siguiente))
    const all = [...first.elementos, ...second.elementos]
    expect([first.total, new Set(all.map(({ id }) => id)).size, second.siguiente]).toEqual([total, total, null])
    expect(all.map(({ fecha }) => fecha)).toEqual(
      [...all]
        .map(({ fecha }) => fecha)
        .sort()
        .reverse(),
    )
    expect((await call<List>('GET', '/acuerdos?q=pag/7')).body.elementos.map(({ numero }) => numero)).toEqual(['PAG/7'])
    expect((await call<List>('GET', '/acuerdos?q=100%25')).body.total).toBe(0)
  })

  it.each(['verificacion', 'comision', 'transparencia'] as const)('is read by %s, who registers none', async (rol) => {
    const token = await test_.tokenOf(rol)
    expect((await call('GET', '/acuerdos', { token })).status).toBe(200)
    expect((await call('POST', '/acuerdos', { token, json: { ...NEW, numero: 'X' } })).body).toMatchObject({ code: 'acceso.sin_permiso' })
  })

  it.each(['captura', 'validacion'] as const)('is not for %s', async (rol) => {
    const token = await test_.tokenOf(rol, { actor: 'PRIO' })
    for (const path of ['/acuerdos', `/documentos/${randomUUID()}`, '/entregas'])
      expect((await call('GET', path, { token })).body).toMatchObject({ code: 'acceso.sin_permiso' })
  })
})

describe('a document', () => {
  const receive = (content: Buffer, name = 'soporte.pdf') =>
    call<{ id: string; nombre: string; bytes: number } & Problem>('POST', '/documentos', {
      form: { file: { field: 'archivo', name, content } },
    })

  it('comes back byte by byte, and its name reaches no header', async () => {
    const { status, body } = await receive(PDF, 'acta\u202Efdp; x.exe')
    expect([status, body.bytes, body.nombre]).toEqual([201, PDF.length, 'actafdp; x.exe.pdf'])
    const read = await call('GET', `/documentos/${body.id}`)
    expect(read.bytes).toEqual(PDF)
    expect(read.headers['content-type']).toBe('application/pdf')
    expect(String(read.headers['content-disposition'])).toMatch(/^attachment; filename="documento-[0-9a-f]{12}\.pdf"$/)
    expect(await actosDe(test_, body.id)).toEqual(['documento.recibido'])
    expect((await call('GET', `/documentos/${randomUUID()}`)).status).toBe(404)
  })

  it.each<[string, Buffer, number]>([
    ['a picture that says it is one', Buffer.from('\x89PNG\r\n\x1a\n%%EOF', 'latin1'), 422],
    ['one that was cut', PDF.subarray(0, 12), 422],
    ['nothing', Buffer.alloc(0), 422],
    ['one over 10 MB', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024), PDF]), 413],
  ])('that is %s is refused', async (_title, content, status) => {
    expect((await receive(content)).status).toBe(status)
  })
})
