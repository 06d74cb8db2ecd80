import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { EventosService } from '../../../apps/api/src/modules/programa/actividades/index.ts'
import { BitacoraService } from '../../../apps/api/src/modules/bitacora/index.ts'
import { createClock } from '../../../apps/api/src/shared/clock.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, must, sql } from '../../support/registro/candidaturas.ts'

interface Hito {
  milestone: string
  vence: string | null
  estatus: string
  retrasoMinutos: number | null
  cumplimiento: { ocurridoEn: string; registradoEn: string; referencia: string } | null
}

interface Entregable {
  clave: string
  evento: { fecha: string; titulo: string } | null
  hitos: Hito[]
}

describe('a duty towards the INE', () => {
  let t: TestApp
  let secretaria: string

  beforeAll(async () => {
    t = await startTestApp()
    secretaria = await t.tokenOf('secretaria')
  })
  afterAll(() => t.close())

  const call = (method: 'get' | 'post', path: string, token: string, body?: object) => {
    const sent = request(t.app.server)[method](`/api/v1${path}`).set('authorization', `Bearer ${token}`)
    return body ? sent.send(body) : sent
  }
  const tablero = async (token = secretaria) => (await call('get', '/actividades', token).expect(200)).body.elementos as Entregable[]
  const hitoOf = async (clave: string, milestone: string) =>
    must(must((await tablero()).find((each) => each.clave === clave)).hitos.find((hito) => hito.milestone === milestone))
  const path = (clave: string, acto: string) => `/actividades/${clave.replace('/', '~')}/${acto}`

  it('comes whole in one answer: dates, months and what events opened', async () => {
    const claves = (await tablero()).map(({ clave }) => clave)
    expect(claves).toEqual(['A', 'B/2030-04', 'B/2030-05', 'B/2030-06'])
    expect(await hitoOf('B/2030-04', 'remision')).toMatchObject({ vence: '2030-05-05', cumplimiento: null })
  })

  it('is done by the date of its evidence, and keeps apart when it was brought', async () => {
    await moveReloj(t, '2030-05-20T10:00:00-07:00')
    expect((await hitoOf('A', 'pleno')).estatus).toBe('vencida')
    const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: '2030-05-01T23:59:59-07:00', referencia: 'VC/ACU/7' }
    const { body } = await call('post', path('A', 'cumplir'), secretaria, hecho).expect(200)
    expect(body.acuse.folio).toMatch(/^[0-9A-Z]{5}-/)
    const { estatus, retrasoMinutos, cumplimiento } = await hitoOf('A', 'pleno')
    expect([estatus, retrasoMinutos, cumplimiento?.referencia]).toEqual(['cumplida_en_tiempo', null, 'VC/ACU/7'])
    expect(must(cumplimiento).registradoEn > must(cumplimiento).ocurridoEn).toBe(true)
  })

  it('cannot be done twice, nor in the future, nor before the programme; a wrong evidence is annulled with its reason and stays in the record', async () => {
    const hecho = { milestone: 'remision', aplica: true, ocurridoEn: '2030-05-05T12:00:00-07:00', referencia: 'VC/OF/1' }
    const future = { ...hecho, ocurridoEn: '2031-01-01T00:00:00-07:00' }
    await call('post', path('B/2030-04', 'cumplir'), secretaria, future).expect(409)
    await call('post', path('B/2030-04', 'cumplir'), secretaria, hecho).expect(200)
    const before = await call('post', path('B/2030-05', 'cumplir'), secretaria, {
      ...hecho,
      ocurridoEn: '2029-05-05T12:00:00-07:00',
    }).expect(409)
    expect(before.body.detail).toMatch(/El programa de trabajo empieza el 1 de enero de 2030/)
    const again = await call('post', path('B/2030-04', 'cumplir'), secretaria, hecho).expect(409)
    expect(again.body.detail).toMatch(/anule primero/)
    await call('post', path('B/2030-04', 'anular'), secretaria, { milestone: 'remision', motivo: 'El oficio era de otro mes.' }).expect(200)
    expect((await hitoOf('B/2030-04', 'remision')).estatus).toBe('vencida')
    await call('post', path('B/2030-04', 'cumplir'), secretaria, hecho).expect(200)
    const [row] = await sql<{ n: number }>(t, `select count(*)::int as n from captura.cumplimiento where entregable = 'B/2030-04'`)
    expect(row?.n).toBe(2)
  })

  it('has the evidence of a step that nothing dates, and refuses a moment that is no part of it', async () => {
    const hecho = { milestone: 'comision', aplica: true, ocurridoEn: '2030-04-30T12:00:00-07:00', referencia: 'VC/CO/3' }
    const { body } = await call('post', path('A', 'cumplir'), secretaria, hecho).expect(200)
    const { cadena } = body.entregable as { cadena: { milestone: string | null; cumplimiento: { referencia: string } | null }[] }
    expect(cadena.find(({ milestone }) => milestone === 'comision')?.cumplimiento?.referencia).toBe('VC/CO/3')
    await call('post', path('A', 'cumplir'), secretaria, hecho).expect(409)
    await call('post', path('A', 'cumplir'), secretaria, { ...hecho, milestone: 'publicacion' }).expect(404)
  })

  it('is only changed by the secretaría, and each act is in the bitácora once', async () => {
    const hecho = { milestone: 'remision', aplica: false, ocurridoEn: '2030-05-05T12:00:00-07:00', referencia: 'No hubo informe ese mes' }
    for (const rol of ['verificacion', 'comision', 'captura', 'auditoria'] as const) {
      await call('post', path('B/2030-05', 'cumplir'), await t.tokenOf(rol), hecho).expect(403)
    }
    await call('post', path('B/2030-05', 'cumplir'), secretaria, hecho).expect(200)
    expect((await hitoOf('B/2030-05', 'remision')).estatus).toBe('no_aplica')
    const acts = await sql<{ n: number }>(
      t,
      `select count(*)::int as n from bitacora.acto where acto = 'actividad.cumplida' and objeto_id = 'B/2030-05'`,
    )
    expect(acts[0]?.n).toBe(1)
  })

  it('opens a duty of the next day with an acuerdo voted at 23:50, late by ten minutes at 00:10 of the day after', async () => {
    const { id } = await givenCandidatura(t)
    await sql(
      t,
      `insert into captura.acuerdo (id, proceso_id, numero, fecha, aprobado_en) values ($1, $2, 'VC/ACU/99', '2030-05-10', '2030-05-10T23:50:00-07:00')`,
      [randomUUID(), t.loaded.procesoId],
    )
    await sql(t, `update captura.candidatura set acuerdo_id = (select id from captura.acuerdo where numero = 'VC/ACU/99') where id = $1`, [
      id,
    ])
    const listados = [{ clave: 'C', cargos: ['legislatura'] }]
    const procesos = { proceso: () => Promise.resolve({ id: t.loaded.procesoId, zona: 'America/Tijuana', catalogos: { listados } }) }
    const bitacora = new BitacoraService(createClock())
    const eventos = new EventosService(procesos as never, t.services.acts)
    // As a consequence of an act, which ends in the bitácora.
    const registrada = { acto: 'acuerdo.completado' as const, cuentaId: null, rol: null, objeto: null, detalle: { campos: [] } }
    const approve = () =>
      t.owner.transaction(async (tx) => {
        await eventos.openByAcuerdo(tx, [id])
        await bitacora.registrar(tx, registrada)
      })
    await approve()
    await approve()
    const opened = (await tablero()).filter(({ evento }) => evento !== null)
    expect(opened).toHaveLength(1)
    const [entregable] = opened as [Entregable]
    expect(entregable).toMatchObject({
      evento: { fecha: '2030-05-10', titulo: 'Acuerdo VC/ACU/99' },
      hitos: [{ milestone: 'remision', vence: '2030-05-11' }],
    })
    const remitido = { milestone: 'remision', aplica: true, ocurridoEn: '2030-05-12T00:10:00-07:00', referencia: 'VC/OF/2' }
    const before = { ...remitido, ocurridoEn: '2030-05-09T23:59:59-07:00' }
    const refused = await call('post', path(entregable.clave, 'cumplir'), secretaria, before).expect(409)
    expect(refused.body.detail).toMatch(/nació el 10 de mayo de 2030/)
    await call('post', path(entregable.clave, 'cumplir'), secretaria, remitido).expect(200)
    expect(await hitoOf(entregable.clave, 'remision')).toMatchObject({ estatus: 'cumplida_tarde', retrasoMinutos: 10 })
  })

  it('says of an entregable that does not exist what it says of any other thing', async () => {
    await call('get', '/actividades/Z', secretaria).expect(404)
    await call('post', path('A', 'cumplir'), secretaria, {
      milestone: 'comite',
      aplica: true,
      ocurridoEn: '2030-05-01T00:00:00Z',
      referencia: 'abc',
    }).expect(404)
  })
})
