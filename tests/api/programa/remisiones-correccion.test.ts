import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenDocumento } from '../../support/registro/cambios.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { preparar, type RemisionVista } from '../../support/actos/remisiones.ts'

let test_: TestApp
let equipo: Equipo
let secretaria: string
let documentos: [string, string]

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  await moveReloj(test_, '2030-05-20T10:00:00-07:00')
  documentos = [await givenDocumento(equipo), await givenDocumento(equipo)]
})
afterAll(() => test_.close())

interface Done {
  remision: RemisionVista
  acuse: { folio: string }
  detail?: string
  code?: string
  errors?: { field: string }[]
}

const post = (path: string, json: object, token = secretaria) => send<Done>(test_, ['POST', path], { token, json })
const corregir = (id: string, que: 'envio' | 'acuse', json: object, token?: string) =>
  post(`/remisiones/${id}/${que}/correccion`, json, token)
const ver = async (id: string) => (await send<RemisionVista>(test_, ['GET', `/remisiones/${id}`], { token: secretaria })).body
const remisionDe = async (clave: string) => {
  const { body } = await send<{ hitos: { milestone: string; estatus: string; cumplimiento: { ocurridoEn: string } | null }[] }>(
    test_,
    ['GET', `/actividades/${clave.replace('/', '~')}`],
    { token: secretaria },
  )
  return must(body.hitos.find(({ milestone }) => milestone === 'remision'))
}
const actos = async (id: string) =>
  (await sql<{ acto: string }>(test_, 'select acto from bitacora.acto where objeto_id = $1 order by n', [id])).map(({ acto }) => acto)

const MOTIVO = 'Se copió mal del correo.'
const ENVIO = { version: 1, enviadaEn: '2030-05-06T00:10:00-07:00', medio: 'correo' }
const ACUSE = { recibidaEn: '2030-05-06T08:00:00-07:00', folio: 'INE/1' }
const given = async (entregables: string[], numero: string) => {
  const { id } = await preparar(test_, secretaria, { entregables, numero })
  await post(`/remisiones/${id}/enviar`, { ...ENVIO, oficioId: documentos[0] })
  return id
}

describe('a sending that was typed wrongly', () => {
  it('is corrected with a reason: its evidence follows, what was late is in time, and what it said stays', async () => {
    const id = await given(['B/2030-04'], 'VC/OF/60/2030')
    expect([(await ver(id)).retrasoMinutos, (await remisionDe('B/2030-04')).estatus]).toEqual([10, 'cumplida_tarde'])
    const right = { version: 1, enviadaEn: '2030-05-05T23:50:00-07:00', medio: 'sistema_ine_opl', oficioId: documentos[1], motivo: MOTIVO }
    const { status, body } = await corregir(id, 'envio', right)
    expect([status, body.remision.version, body.remision.retrasoMinutos]).toEqual([200, 2, null])
    expect(body.remision).toMatchObject({ estatus: 'enviada', envio: { enviadaEn: '2030-05-06T06:50:00.000Z', medio: 'sistema_ine_opl' } })
    expect(body.remision.correcciones).toMatchObject([
      {
        que: 'envio',
        ocurridoEn: '2030-05-06T07:10:00.000Z',
        dato: 'correo',
        documento: { id: documentos[0] },
        motivo: MOTIVO,
        folio: body.acuse.folio,
      },
    ])
    expect(await remisionDe('B/2030-04')).toMatchObject({
      estatus: 'cumplida_en_tiempo',
      cumplimiento: { ocurridoEn: '2030-05-06T06:50:00.000Z', referencia: 'VC/OF/60/2030', documentoId: documentos[1] },
    })
    expect(await actos(id)).toEqual(['remision.preparada', 'remision.enviada', 'remision.envio_corregido'])
    expect(await actos('B/2030-04')).toEqual(['actividad.cumplida', 'actividad.cumplimiento_corregido'])
    const kept = await sql<{ motivo: string }>(
      test_,
      `select anulado_motivo as motivo from captura.cumplimiento where entregable = 'B/2030-04' and anulado_en is not null`,
    )
    expect(kept).toEqual([{ motivo: MOTIVO }])
  })

  it('moves the evidence of all that it remits, or of none where only the way was wrong', async () => {
    const id = await given(['B/2030-05', 'B/2030-06'], 'VC/OF/61/2030')
    const same = { version: 1, enviadaEn: ENVIO.enviadaEn, oficioId: documentos[0], motivo: MOTIVO }
    expect((await corregir(id, 'envio', { ...same, medio: 'fisico' })).status).toBe(200)
    expect(await actos('B/2030-05')).toEqual(['actividad.cumplida'])
    const moved = await corregir(id, 'envio', { ...same, version: 2, medio: 'fisico', enviadaEn: '2030-05-07T09:00:00-07:00' })
    expect(moved.body.remision.correcciones.map(({ dato }) => dato)).toEqual(['correo', 'fisico'])
    for (const clave of ['B/2030-05', 'B/2030-06'])
      expect((await remisionDe(clave)).cumplimiento).toMatchObject({ ocurridoEn: '2030-05-07T16:00:00.000Z' })
    const { remision } = (await post(`/remisiones/${id}/anular`, { motivo: 'El oficio iba sin firma.' })).body
    expect([remision.estatus, (await remisionDe('B/2030-06')).cumplimiento]).toEqual(['anulada', null])
  })
})

describe('an acuse that was typed wrongly', () => {
  it('is corrected with a reason, any number of times, and nothing that it said is lost', async () => {
    const id = await given(['B/2030-05'], 'VC/OF/62/2030')
    await post(`/remisiones/${id}/acuse`, { ...ACUSE, documentoId: documentos[0] })
    const first = await corregir(id, 'acuse', { ...ACUSE, version: 1, folio: 'INE/2', documentoId: documentos[1], motivo: MOTIVO })
    expect(first.body.remision).toMatchObject({ estatus: 'acusada', acuse: { folio: 'INE/2', documento: { id: documentos[1] } } })
    const second = await corregir(id, 'acuse', {
      ...ACUSE,
      ...{ version: 2, folio: 'INE/2', documentoId: documentos[1], recibidaEn: '2030-05-06T09:30:00-07:00', motivo: 'La hora era otra.' },
    })
    expect(second.body.remision.correcciones.map(({ dato, ocurridoEn, documento }) => [dato, ocurridoEn, documento?.id])).toEqual([
      ['INE/1', '2030-05-06T15:00:00.000Z', documentos[0]],
      ['INE/2', '2030-05-06T15:00:00.000Z', documentos[1]],
    ])
    expect((await actos('B/2030-05')).at(-1)).toBe('actividad.cumplida')
    expect((await actos(id)).slice(-3)).toEqual(['remision.acusada', 'remision.acuse_corregido', 'remision.acuse_corregido'])
  })
})

describe('a correction', () => {
  let id: string
  beforeAll(async () => {
    id = await given(['B/2030-06'], 'VC/OF/63/2030')
    await post(`/remisiones/${id}/acuse`, ACUSE)
  })

  it.each<[string, 'envio' | 'acuse', Record<string, unknown>, string]>([
    ['that moves a sending to an hour that did not come', 'envio', { enviadaEn: '2030-05-21T00:00:00-07:00' }, 'enviadaEn'],
    ['that moves a sending after its acuse', 'envio', { enviadaEn: '2030-05-06T08:00:01-07:00' }, 'enviadaEn'],
    ['that gives a sending a document that is not ours', 'envio', { oficioId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' }, 'oficioId'],
    ['that moves an acuse before the sending', 'acuse', { recibidaEn: '2030-05-06T00:09:59-07:00' }, 'recibidaEn'],
    ['without a reason', 'acuse', { folio: 'INE/3', motivo: 'corto' }, 'motivo'],
  ])('%s is refused with the datum', async (_title, que, wrong, field) => {
    const right = que === 'envio' ? { ...ENVIO, oficioId: documentos[0] } : { ...ACUSE, version: 1 }
    const { status, body } = await corregir(id, que, { ...right, motivo: MOTIVO, ...wrong })
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]])
  })

  it('that changes nothing, or of what was not told yet, is refused', async () => {
    const nothing = await corregir(id, 'acuse', { ...ACUSE, version: 1, motivo: MOTIVO })
    expect([nothing.status, nothing.body.detail]).toEqual([409, 'No cambia nada de lo registrado.'])
    const draft = await preparar(test_, secretaria, { entregables: ['B/2030-06'], numero: 'VC/OF/64/2030' })
    expect((await corregir(draft.id, 'envio', { ...ENVIO, motivo: MOTIVO })).body.detail).toBe('Todavía no se ha enviado.')
    await post(`/remisiones/${draft.id}/anular`, { motivo: 'Termina la prueba.' })
    expect((await corregir(draft.id, 'acuse', { ...ACUSE, version: 1, motivo: MOTIVO })).body.detail).toBe('Está anulada.')
  })

  it('by two at once is made by one, and the other reads again', async () => {
    const both = ['INE/8', 'INE/9'].map((folio) => corregir(id, 'acuse', { ...ACUSE, version: 1, folio, motivo: MOTIVO }))
    const answers = await Promise.all(both)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('remision.version_distinta')
    expect((await ver(id)).correcciones).toHaveLength(1)
  })

  it.each(['verificacion', 'comision', 'transparencia'] as const)('is read by %s, who makes none', async (rol) => {
    const token = await test_.tokenOf(rol)
    const { body } = await send<RemisionVista>(test_, ['GET', `/remisiones/${id}`], { token })
    expect(body.correcciones).toHaveLength(1)
    expect((await corregir(id, 'acuse', { ...ACUSE, version: 2, motivo: MOTIVO }, token)).body.code).toBe('acceso.sin_permiso')
  })

  it('is the only way: SQL alone rewrites neither the sending, nor the acuse, nor what they said', async () => {
    const alone = [
      `update captura.remision set enviada_en = enviada_en - interval '1 day' where id = $1`,
      `update captura.remision set enviada_en = null, acuse_en = null where id = $1`,
      `update captura.remision set acuse_folio = 'OTRO' where id = $1`,
      `update captura.remision set acuse_en = null where id = $1`,
    ]
    for (const statement of alone) await expect(sql(test_, statement, [id])).rejects.toThrow('no se altera')
  })
})
