import type { TestApp } from '../../support/app.ts'
import { startTestApp } from '../../support/app.ts'
import { givenDocumento } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { borrador, preparar, type Pendientes, type Propuesta, type RemisionVista } from '../../support/actos/remisiones.ts'

let test_: TestApp
let equipo: Equipo
let secretaria: string

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  await moveReloj(test_, '2030-05-20T10:00:00-07:00')
})
afterAll(() => test_.close())

const get = <T>(path: string, token = secretaria) => send<T>(test_, ['GET', path], { token })
const post = <T = { remision: RemisionVista; acuse: { folio: string }; detail?: string; code?: string }>(
  path: string,
  json: object,
  token = secretaria,
) => send<T & Problem>(test_, ['POST', path], { token, json })
const hitoOf = async (clave: string) => {
  const { body } = await get<{ hitos: { milestone: string; estatus: string; cumplimiento: object | null }[] }>(
    `/actividades/${clave.replace('/', '~')}`,
  )
  return must(body.hitos.find(({ milestone }) => milestone === 'remision'))
}
const actos = async (id: string) =>
  (await sql<{ acto: string }>(test_, 'select acto from bitacora.acto where objeto_id = $1 order by n', [id])).map(({ acto }) => acto)

interface Problem {
  detail?: string
  code?: string
  errors?: { field: string; reasons: string[] }[]
}

const fieldsOf = ({ body }: Answer<Problem>) => (body.errors ?? []).map(({ field }) => field)
const ENVIO = { version: 1, enviadaEn: '2030-05-04T11:00:00-07:00', medio: 'correo' }

describe('a remisión that is due', () => {
  it('is listed by what falls due first, and says who prepares it', async () => {
    const { body } = await get<Pendientes>('/remisiones/pendientes')
    expect(body.elementos.map(({ clave, hito, remision }) => [clave, hito.vence, remision])).toEqual([
      ['B/2030-04', '2030-05-05', null],
      ['B/2030-05', '2030-06-05', null],
      ['B/2030-06', '2030-07-05', null],
    ])
    const { id, numero } = await preparar(test_, secretaria, { entregables: ['B/2030-06'] })
    const after = (await get<Pendientes>('/remisiones/pendientes')).body.elementos
    expect(after.at(-1)?.remision).toEqual({ id, numero })
    await post(`/remisiones/${id}/anular`, { motivo: 'Se preparó por error.' })
    expect((await get<Pendientes>('/remisiones/pendientes')).body.elementos.at(-1)?.remision).toBeNull()
  })

  it('has the words of the pack with its fields filled, and says what nobody confirmed', async () => {
    const { body } = await get<Propuesta>('/remisiones/propuesta?entregables=B/2030-04,B/2030-05')
    expect(body).toMatchObject({
      numeracion: 'VC/OF/…/2030',
      fecha: '2030-05-20',
      destinatario: { nombre: '', cargo: 'Enlace con las oficinas', organo: 'Autoridad Ficticia' },
      asunto: 'Actividad B',
      cuerpo:
        'El Instituto Electoral de Valle Claro remite «Actividad B: abril de 2030» y «Actividad B: mayo de 2030».\n\nDurante el Proceso electoral ficticio de Valle Claro 2030.',
      porConfirmar: [],
    })
    expect((await get('/remisiones/propuesta?entregables=A')).status).toBe(404)
    expect((await get('/remisiones/propuesta?entregables=Z')).status).toBe(404)
  })
})

describe('a remisión', () => {
  it('is prepared once however often it is sent, and rewritten only over the version that was read', async () => {
    const json = borrador({ entregables: ['B/2030-04'], numero: 'VC/OF/10/2030' })
    const once = () =>
      send<RemisionVista>(test_, ['POST', '/remisiones'], { token: secretaria, json, headers: { 'idempotency-key': 'r-10' } })
    const [one, two] = [await once(), await once()]
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id])
    const change = (version: number, asunto: string) =>
      send<RemisionVista & Problem>(test_, ['PUT', `/remisiones/${one.body.id}`], { token: secretaria, json: { ...json, asunto, version } })
    expect((await change(1, '  Otro   asunto ')).body).toMatchObject({ version: 2, asunto: 'Otro asunto' })
    expect((await change(1, 'Tarde')).body.code).toBe('remision.version_distinta')
    expect(await actos(one.body.id)).toEqual(['remision.preparada', 'remision.cambiada'])
    await post(`/remisiones/${one.body.id}/anular`, { motivo: 'Termina la prueba.' })
  })

  it('refuses, field by field, what is not to be remitted and documents that are not there', async () => {
    const wrong = borrador({
      entregables: ['B/2030-04', 'A'],
      anexos: ['6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11'],
      copias: Array.from({ length: 21 }, () => 'x'),
    })
    const refused = await post<Problem>('/remisiones', wrong)
    expect([refused.status, fieldsOf(refused)]).toEqual([400, ['entregables', 'anexos', 'copias']])
    expect(fieldsOf(await post<Problem>('/remisiones', borrador({ entregables: [] })))).toEqual(['entregables'])
  })

  it('has a number that no other in force has', async () => {
    const first = await preparar(test_, secretaria, { numero: 'VC/OF/20/2030' })
    const same = borrador({ numero: 'VC/OF/20/2030' })
    expect((await post('/remisiones', same)).body.code).toBe('remision.numero_repetido')
    await post(`/remisiones/${first.id}/anular`, { motivo: 'El oficio se volvió a hacer.' })
    const { status, body } = await post<RemisionVista>('/remisiones', same)
    expect(status).toBe(201)
    await post(`/remisiones/${body.id}/anular`, { motivo: 'Termina la prueba.' })
  })

  it('that covers several fulfils all of them with its sending, and says what it lacks without refusing', async () => {
    const oficioId = await givenDocumento(equipo)
    const { id, advertencias } = await preparar(test_, secretaria, { entregables: ['B/2030-04', 'B/2030-05'], numero: 'VC/OF/30/2030' })
    expect(advertencias.map(({ tipo, entregable }) => [tipo, entregable])).toEqual([
      ['sin_anexos', null],
      ['fuera_de_plazo', 'B/2030-04'],
    ])
    const { body } = await post(`/remisiones/${id}/enviar`, { ...ENVIO, oficioId })
    expect(body.remision).toMatchObject({
      estatus: 'enviada',
      retrasoMinutos: null,
      envio: { medio: 'correo', oficio: { id: oficioId }, folio: body.acuse.folio },
    })
    expect(body.remision.advertencias.map(({ tipo }) => tipo)).toEqual(['sin_anexos', 'dia_inhabil'])
    for (const clave of ['B/2030-04', 'B/2030-05']) {
      expect(await hitoOf(clave)).toMatchObject({
        estatus: 'cumplida_en_tiempo',
        cumplimiento: { ocurridoEn: '2030-05-04T18:00:00.000Z', referencia: 'VC/OF/30/2030', documentoId: oficioId },
      })
    }
    expect(await actos('B/2030-05')).toEqual(['actividad.cumplida'])
  })

  it('once sent is neither rewritten nor sent again, by the API nor by SQL', async () => {
    const { body } = await get<{ elementos: RemisionVista[] }>('/remisiones?q=of/30&estatus=enviada')
    const { id } = must(body.elementos[0])
    const again = await post(`/remisiones/${id}/enviar`, { ...ENVIO, version: 1 })
    expect([again.status, again.body.detail]).toEqual([409, 'Ya no está en preparación: lo enviado no cambia.'])
    const json = { ...borrador({ numero: 'VC/OF/30/2030' }), version: 1 }
    expect((await send(test_, ['PUT', `/remisiones/${id}`], { token: secretaria, json })).status).toBe(409)
    await expect(sql(test_, `update captura.remision set cuerpo = 'Otro' where id = $1`, [id])).rejects.toThrow('no se altera')
  })

  it('is refused whole when one of what it remits is already remitted', async () => {
    const { id } = await preparar(test_, secretaria, { entregables: ['B/2030-05', 'B/2030-06'], numero: 'VC/OF/31/2030' })
    const { status, body } = await post(`/remisiones/${id}/enviar`, ENVIO)
    expect([status, body.detail]).toEqual([409, 'Ya consta como remitida: B (VC/OF/30/2030).'])
    expect((await hitoOf('B/2030-06')).cumplimiento).toBeNull()
    expect((await get<RemisionVista>(`/remisiones/${id}`)).body.estatus).toBe('preparada')
    await post(`/remisiones/${id}/anular`, { motivo: 'Ya se había remitido.' })
  })

  it('receives its acuse after it was sent, and once', async () => {
    const { body } = await get<{ elementos: RemisionVista[] }>('/remisiones?entregable=B/2030-04&estatus=enviada')
    const { id } = must(body.elementos[0])
    const acuse = { recibidaEn: '2030-05-04T12:30:00-07:00', folio: ' INE/1 ', documentoId: await givenDocumento(equipo) }
    const early = await post<Problem>(`/remisiones/${id}/acuse`, { ...acuse, recibidaEn: '2030-05-04T10:59:59-07:00' })
    expect([early.status, fieldsOf(early)]).toEqual([400, ['recibidaEn']])
    const done = await post(`/remisiones/${id}/acuse`, acuse)
    expect(done.body.remision).toMatchObject({ estatus: 'acusada', acuse: { folio: 'INE/1', recibidaEn: '2030-05-04T19:30:00.000Z' } })
    expect((await post(`/remisiones/${id}/acuse`, acuse)).body.detail).toMatch(/Ya tiene su acuse/)
  })

  it('keeps its evidence: it is annulled as a whole, stays in the record, and its duties are open again', async () => {
    const { body } = await get<{ elementos: RemisionVista[] }>('/remisiones?estatus=acusada&q=OF/30')
    const { id } = must(body.elementos[0])
    const alone = await post<Problem>('/actividades/B~2030-04/anular', { milestone: 'remision', motivo: 'No era la evidencia.' })
    expect([alone.status, alone.body.detail]).toEqual([409, 'Esta evidencia es la remisión VC/OF/30/2030: anule la remisión.'])
    const done = await post(`/remisiones/${id}/anular`, { motivo: 'El oficio iba sin firma.' })
    expect(done.body.remision).toMatchObject({ estatus: 'anulada', anulacion: { motivo: 'El oficio iba sin firma.' }, advertencias: [] })
    expect(await hitoOf('B/2030-04')).toMatchObject({ estatus: 'vencida', cumplimiento: null })
    expect((await hitoOf('B/2030-05')).cumplimiento).toBeNull()
    expect((await post(`/remisiones/${id}/anular`, { motivo: 'Otra vez lo mismo.' })).status).toBe(409)
    expect(await actos(id)).toEqual(['remision.preparada', 'remision.enviada', 'remision.acusada', 'remision.anulada'])
    const rows = await sql<{ n: number }>(
      test_,
      `select count(*)::int as n from captura.cumplimiento where referencia = 'VC/OF/30/2030' and anulado_en is not null`,
    )
    expect(rows).toEqual([{ n: 2 }])
  })

  it('sent by two at once is sent by one', async () => {
    const { id } = await preparar(test_, secretaria, { entregables: ['B/2030-06'], numero: 'VC/OF/40/2030' })
    const answers = await Promise.all([post(`/remisiones/${id}/enviar`, ENVIO), post(`/remisiones/${id}/enviar`, ENVIO)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await actos('B/2030-06')).toEqual(['actividad.cumplida'])
  })

  it('is not sent at an hour that did not come, nor with a document that is not there', async () => {
    const { id } = await preparar(test_, secretaria, { entregables: ['B/2030-04'], numero: 'VC/OF/50/2030' })
    const future = await post<Problem>(`/remisiones/${id}/enviar`, { ...ENVIO, enviadaEn: '2030-05-21T00:00:00-07:00' })
    expect(fieldsOf(future)).toEqual(['enviadaEn'])
    const absent = await post<Problem>(`/remisiones/${id}/enviar`, { ...ENVIO, oficioId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' })
    expect(fieldsOf(absent)).toEqual(['oficioId'])
    expect((await post(`/remisiones/${id}/enviar`, { ...ENVIO, version: 9 })).body.code).toBe('remision.version_distinta')
  })
})

describe('the list', () => {
  it('is found by number, state and entregable, newest first, and counted', async () => {
    const { body } = await get<{ elementos: RemisionVista[]; total: number }>('/remisiones?entregable=B/2030-06')
    expect(body.total).toBe(body.elementos.length)
    expect(body.elementos.map(({ entregables }) => entregables.some(({ clave }) => clave === 'B/2030-06'))).not.toContain(false)
    expect((await get<{ total: number }>('/remisiones?q=ninguna')).body.total).toBe(0)
    expect((await get('/remisiones?estatus=perdida')).status).toBe(400)
  })
})
