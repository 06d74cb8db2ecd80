import { read, utils } from '@e965/xlsx'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { eventosOf } from '../../support/actos/calendarios.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'

interface Entregable {
  clave: string
  evento: { id: string; titulo: string; fecha: string; causa: { texto: string; entregable: string | null } | null } | null
  hitos: { milestone: string; vence: string | null; estatus: string; retrasoMinutos: number | null }[]
}

interface Respuesta {
  evento: { id: string }
  entregables: { clave: string }[]
  acuse: { folio: string }
  elementos: Entregable[]
  detail: string
  errors: { field: string; reasons: string[] }[]
}

interface Lista {
  total: number
  elementos: {
    titulo: string
    folio: string | null
    actividades: string[]
    entregables: { clave: string; numero: string }[]
    causa: { texto: string } | null
    anulacion: { motivo: string } | null
  }[]
}

const EMITIDO = { tipo: 'documento_emitido', ocurridoEn: '2030-05-10T23:50:00-07:00', titulo: 'Manual de captura' }

describe('an event that a person registers', () => {
  let t: TestApp
  let secretaria: string

  beforeAll(async () => {
    t = await startTestApp()
    secretaria = await t.tokenOf('secretaria')
    await moveReloj(t, '2030-05-12T00:10:00-07:00')
  })
  afterAll(() => t.close())

  const post = (path: string, json: object, { token = secretaria, llave }: { token?: string; llave?: string } = {}) =>
    send<Respuesta>(t, ['POST', path], { token, json, ...(llave ? { headers: { 'idempotency-key': llave } } : {}) })
  const tablero = async () => (await send<Respuesta>(t, ['GET', '/actividades'], { token: secretaria })).body.elementos
  const abiertos = async () => (await tablero()).filter(({ evento }) => evento !== null)
  const path = (clave: string, acto: string) => `/actividades/${clave.replace('/', '~')}/${acto}`
  let direccion = ''
  /** Reads the events as a telephone of the secretaría does. */
  const feed = async () => {
    const json = { nombre: 'Uno', alcance: 'todo' }
    direccion ||= (await send<{ direccion: string }>(t, ['POST', '/calendarios'], { token: secretaria, json })).body.direccion
    const { bytes } = await send(t, ['GET', new URL(direccion).pathname.replace('/api/v1', '')])
    return eventosOf(bytes.toString())
  }
  const uidOf = (clave: string) => `${clave.replace('/', '~')}.remision@valle-claro-2030.conoceles`
  const registrado = async (json: object) => {
    const { status, body } = await post('/eventos', json)
    expect([status, body.errors]).toEqual([201, undefined])
    return { id: body.evento.id, clave: must(body.entregables[0]).clave }
  }

  it('says before it is saved which term it opens, and saves nothing', async () => {
    const { tipo, ocurridoEn } = EMITIDO
    const { body } = await post('/eventos/vista-previa', { tipo, ocurridoEn })
    expect(body).toEqual({
      fecha: '2030-05-10',
      elementos: [{ actividad: 'D', numero: 'D', nombre: 'Actividad D', milestone: 'remision', vence: '2030-05-15', motivoInhabil: null }],
    })
    expect(await abiertos()).toEqual([])
  })

  it('opens its duty once, however often the button is pressed, and only for the secretaría', async () => {
    for (const rol of ['comision', 'verificacion', 'auditoria', 'captura', 'transparencia'] as const)
      expect((await post('/eventos', EMITIDO, { token: await t.tokenOf(rol) })).status).toBe(403)
    const twice = await Promise.all([1, 2].map(() => post('/eventos', EMITIDO, { llave: 'uno' })))
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(twice.map(({ body }) => body.acuse.folio)).size).toBe(1)
    const other = await post('/eventos', EMITIDO, { llave: 'otra persona' })
    expect([other.status, other.body.detail]).toEqual([409, expect.stringMatching(/Ya se registró/)])
    expect(await abiertos()).toMatchObject([
      {
        evento: { titulo: 'Manual de captura', fecha: '2030-05-10', causa: null },
        hitos: [{ milestone: 'remision', vence: '2030-05-15' }],
      },
    ])
    const acts = await sql<{ n: number }>(t, `select count(*)::int as n from bitacora.acto where acto = 'evento.registrado'`)
    expect(acts[0]?.n).toBe(1)
  })

  it('says what a modification modifies: an entregable, one of its versions, or a document that is none', async () => {
    const base = { tipo: 'modificacion', ocurridoEn: '2030-05-11T10:00:00-07:00', titulo: 'Cambios al manual' }
    const causa = must((await abiertos())[0]).clave
    const refused: [object, string][] = [
      [{}, 'causa'],
      [{ causa: { entregable: 'Z' } }, 'causa.entregable'],
      [{ causa: { entregable: 'A', version: 9 } }, 'causa.version'],
      [{ causa: { entregable: causa }, ocurridoEn: '2030-05-01T10:00:00-07:00' }, 'ocurridoEn'],
      [{ causa: { entregable: 'A' }, ocurridoEn: '2030-06-01T10:00:00-07:00' }, 'ocurridoEn'],
      [{ causa: { entregable: 'A' }, ocurridoEn: '2029-06-01T10:00:00-07:00' }, 'ocurridoEn'],
      [{ causa: { entregable: 'A' }, documentoId: '6f1c0f7e-6f0a-4c0e-9a57-0d4f2a1b9c11' }, 'documentoId'],
      [{ tipo: 'documento_emitido', causa: { entregable: 'A' } }, 'causa'],
    ]
    for (const [rest, field] of refused) {
      const { status, body } = await post('/eventos', { ...base, ...rest })
      expect([status, body.errors.map((each) => each.field)]).toEqual([400, [field]])
    }
    const { clave } = await registrado({ ...base, causa: { entregable: causa } })
    const { clave: named } = await registrado({ ...base, titulo: 'Cambios al oficio', causa: { documento: 'Oficio circular' } })
    const opened = await abiertos()
    expect(opened.find((each) => each.clave === clave)?.evento?.causa).toEqual({
      texto: 'D Actividad D. Manual de captura',
      entregable: causa,
    })
    expect(opened.find((each) => each.clave === named)?.evento?.causa).toEqual({ texto: 'Oficio circular', entregable: null })
  })

  it('is annulled with a reason, unless it was fulfilled, worked on or modified: the row stays and the duty is gone everywhere', async () => {
    const opened = await abiertos()
    const titled = (titulo: string) => must(opened.find(({ evento }) => evento?.titulo === titulo))
    const [emitido, cambio] = [titled('Manual de captura'), titled('Cambios al manual')]
    const anular = (id: string, motivo = 'Se registró por error este documento.') => post(`/eventos/${id}/anular`, { motivo })
    const cited = await anular(must(emitido.evento).id)
    expect([cited.status, cited.body.detail]).toEqual([409, expect.stringMatching(/«Cambios al manual» lo modifica/)])
    const hecho = { milestone: 'remision', aplica: true, ocurridoEn: '2030-05-11T12:00:00-07:00', referencia: 'VC/OF/8' }
    expect((await post(path(cambio.clave, 'cumplir'), hecho)).status).toBe(200)
    const done = await anular(must(cambio.evento).id)
    expect([done.status, done.body.detail]).toEqual([409, expect.stringMatching(/cumplido \(VC\/OF\/8\)/)])
    expect((await post(path(cambio.clave, 'anular'), { milestone: 'remision', motivo: 'El oficio era de otra cosa.' })).status).toBe(200)
    expect((await anular(must(cambio.evento).id, 'corto')).status).toBe(400)

    const leer = async () => must((await feed())[uidOf(cambio.clave)])
    const told = await leer()
    expect([told.status, String(told.description)]).toEqual([
      'CONFIRMED',
      expect.stringContaining('Modifica: D Actividad D. Manual de captura.'),
    ])
    const both = await Promise.all([1, 2].map(() => anular(must(cambio.evento).id)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await leer()).status).toBe('CANCELLED')
    expect((await tablero()).map(({ clave }) => clave)).not.toContain(cambio.clave)
    expect((await send(t, ['GET', `/actividades/${cambio.clave.replace('/', '~')}`], { token: secretaria })).status).toBe(404)
    const [row] = await sql<{ motivo: string }>(t, 'select anulado_motivo as motivo from captura.evento where id = $1', [
      must(cambio.evento).id,
    ])
    expect(row?.motivo).toMatch(/por error/)
  })

  it('is listed with what it opened; annulled it stays on the list, with its reason and owing nothing', async () => {
    const ver = async (query: string, token = secretaria) => (await send<Lista>(t, ['GET', `/eventos${query}`], { token })).body
    const all = await ver('')
    expect(all.total).toBe(all.elementos.length)
    const [manual, cambio] = ['Manual de captura', 'Cambios al manual'].map((titulo) =>
      must(all.elementos.find((each) => each.titulo === titulo)),
    )
    expect(manual).toMatchObject({
      actividades: ['D Actividad D'],
      entregables: [{ numero: 'D' }],
      folio: expect.any(String),
      anulacion: null,
    })
    expect(cambio).toMatchObject({
      ...{ actividades: ['E Actividad E'], entregables: [], causa: { texto: 'D Actividad D. Manual de captura' } },
      anulacion: { motivo: 'Se registró por error este documento.' },
    })
    expect((await ver('?estatus=anulado')).elementos.map(({ titulo }) => titulo)).toEqual(['Cambios al manual'])
    expect((await ver('?estatus=vigente')).total).toBe(all.total - 1)
    expect((await ver('?q=MANUAL%20DE')).elementos.map(({ titulo }) => titulo).sort()).toEqual(['Cambios al manual', 'Manual de captura'])
    expect((await ver('?q=ninguno', await t.tokenOf('comision'))).elementos).toEqual([])
    expect((await send(t, ['GET', '/eventos'], { token: await t.tokenOf('captura', { actor: 'PRIO' }) })).status).toBe(403)
  })

  it('registered for 23:50 and remitted at 00:10 past its term is late by ten minutes, and everything says so', async () => {
    const documento = { field: 'archivo', name: 'guia.pdf', content: '%PDF-1.7\nguia\n%%EOF' }
    const { body } = await send<{ id: string }>(t, ['POST', '/documentos'], { token: secretaria, form: { file: documento } })
    const guia = { ...EMITIDO, ocurridoEn: '2030-05-06T23:50:00-07:00', titulo: 'Guía de revisión', documentoId: body.id }
    const { clave } = await registrado(guia)
    const remitido = { milestone: 'remision', aplica: true, ocurridoEn: '2030-05-12T00:10:00-07:00', referencia: 'VC/OF/9' }
    expect((await post(path(clave, 'cumplir'), remitido)).status).toBe(200)
    const tarde = { vence: '2030-05-11', estatus: 'cumplida_tarde', retrasoMinutos: 10 }
    expect(must((await tablero()).find((each) => each.clave === clave)).hitos[0]).toMatchObject(tarde)
    const leer = (what: string) => send<Entregable>(t, ['GET', what], { token: secretaria })
    expect((await leer(`/actividades/${clave.replace('/', '~')}`)).body.hitos[0]).toMatchObject(tarde)
    expect(must((await feed())[uidOf(clave)]).description).toContain('Cómo va: cumplida tarde.')
    const libro = read((await leer('/actividades/calendario.xlsx?q=guia')).bytes)
    expect(
      Object.values(libro.Sheets)
        .map((sheet) => utils.sheet_to_csv(sheet))
        .join(),
    ).toMatch(/Guía de revisión.*[Cc]umplida tarde/s)
    const expediente = await unzip((await leer(`/expedientes?entregable=${encodeURIComponent(clave)}`)).bytes)
    const [opening] = [...expediente].filter(([ruta]) => /\/evento[^/]*\.pdf$/.test(ruta))
    expect(opening?.[1].toString()).toBe(documento.content)
  })

  it('that an acuerdo opened moves with the acuerdo, told in the bitácora, and is annulled by nobody', async () => {
    const [acuerdoId, eventoId] = [crypto.randomUUID(), crypto.randomUUID()]
    await sql(t, `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, 'VC/ACU/70', '2030-05-09')`, [
      acuerdoId,
      t.loaded.procesoId,
    ])
    await sql(
      t,
      `insert into captura.evento (id, proceso_id, tipo, actividades, fecha, ocurrido_en, acuerdo_id, titulo)
       values ($1, $2, 'acuerdo_candidaturas', '{C}', '2030-05-08', '2030-05-08T00:00:00-07:00', $3, 'Acuerdo VC/ACU/70')`,
      [eventoId, t.loaded.procesoId, acuerdoId],
    )
    const json = { aprobadoEn: '2030-05-09T23:50:00-07:00' }
    expect((await send(t, ['PUT', `/acuerdos/${acuerdoId}`], { token: secretaria, json })).status).toBe(200)
    const moved = must((await abiertos()).find(({ evento }) => evento?.id === eventoId))
    expect([moved.evento?.fecha, moved.hitos[0]?.vence]).toEqual(['2030-05-09', '2030-05-10'])
    const told = await sql<{ n: number }>(
      t,
      `select count(*)::int as n from bitacora.acto where acto = 'evento.movido' and objeto_id = $1`,
      [eventoId],
    )
    expect(told[0]?.n).toBe(1)
    const refused = await post(`/eventos/${eventoId}/anular`, { motivo: 'No debió abrirse este plazo.' })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/Lo abrió un acuerdo/)])
  })
})
