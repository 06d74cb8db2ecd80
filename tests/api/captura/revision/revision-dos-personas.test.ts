import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { startTestApp, type TestApp } from '../../../support/app.ts'
import { must, sql } from '../../../support/registro/candidaturas.ts'
import { acto, Equipo, givenCapturada, guardar, observar, validar, verificar } from '../../../support/actos/captura.ts'
import { abierta, AT, cerrar, responder, vista } from '../../../support/actos/revision.ts'
import { attempt, connectAs } from '../../../support/roles.ts'

const CORREGIDO = { compromiso: 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.' }

let test_: TestApp
let equipo: Equipo
let observa: string
let otra: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
  observa = await equipo.verificacion()
  otra = await equipo.otraVerificacion()
})
afterAll(() => test_.close())

describe('two pairs of eyes', () => {
  it('keep a reviewer who observed from closing: the API says why, beside the button and when it is tried', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await responder(equipo, of)
    await validar(equipo, of)
    const razon = 'Usted hizo esta observación: la cierra otra persona revisora.'
    for (const desenlace of ['atendida', 'retirada'] as const) {
      const { status, body } = await cerrar(equipo, { of, token: observa, desenlace })
      expect([status, body.code, body.detail]).toEqual([409, 'candidatura.acto_no_permitido', razon])
    }
    const accion = (o: { acciones: { acto: string }[] }) => o.acciones.find(({ acto: each }) => each === 'atender')
    expect(accion(await abierta(equipo, of, observa))).toEqual({ acto: 'atender', permitido: false, razones: [razon] })
    expect(accion(await abierta(equipo, of, otra))).toEqual({ acto: 'atender', permitido: true, razones: [] })
  })

  it('nor by verifying the whole', async () => {
    const of = await givenCapturada(equipo, {}, 'validada')
    await observar(equipo, of)
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: CORREGIDO })
    await validar(equipo, of)
    const { body } = await acto(equipo, { of, hacer: 'verificar', token: observa })
    expect(body.detail).toBe('Usted observó la sección «Compromiso»: la verifica otra persona revisora.')
    await verificar(equipo, of)
    expect((await vista(equipo, of)).observaciones).toMatchObject([{ cierre: { desenlace: 'atendida' } }])
  })

  describe('and with nothing but SQL', () => {
    const CLOSING = `update captura.observacion set cerrada_en = now(), cerrada_por = $2, desenlace = $3 where id = $1`
    const account = async (rol: string) =>
      must((await sql<{ id: string }>(test_, `select id from acceso.cuenta where rol = $1 limit 1`, [rol]))[0]).id
    let client: pg.Client
    let id: string
    let creador: string

    beforeAll(async () => {
      client = await connectAs(test_, 'instituto')
      const of = await givenCapturada(equipo, {}, 'validada')
      await observar(equipo, of)
      id = (await abierta(equipo, of)).id
      creador = must((await sql<{ p: string }>(test_, 'select creada_por as p from captura.observacion where id = $1', [id]))[0]).p
    })
    afterAll(() => client.end())

    it('the row refuses the reviewer who observed, by each way of closing', async () => {
      for (const desenlace of ['atendida', 'retirada']) {
        const values = [id, creador, desenlace]
        expect(await attempt(client, { text: CLOSING, values }, { rol: 'verificacion', cuenta: creador })).toBe('23514')
        await expect(sql(test_, CLOSING, values)).rejects.toMatchObject({ driverError: { code: '23514' } })
      }
    })

    it('a next round that is not there closes nothing', async () => {
      const values = [id, creador, 'reiterada']
      expect(await attempt(client, { text: CLOSING, values }, { rol: 'verificacion', cuenta: creador })).toBe('23514')
      const elsewhere = randomUUID()
      const text = `${CLOSING.replace('desenlace = $3', 'desenlace = $3, siguiente_id = $4')}`
      expect(await attempt(client, { text, values: [...values, elsewhere] }, { rol: 'verificacion', cuenta: creador })).toBe('23503')
    })

    it('nobody signs as another, nor changes who observed', async () => {
      const somebody = await account('secretaria').catch(() => randomUUID())
      const foreign = { text: CLOSING, values: [id, somebody, 'atendida'] }
      expect(await attempt(client, foreign, { rol: 'verificacion', cuenta: creador })).toBe('42501')
      const renamed = { text: 'update captura.observacion set creada_por = $2 where id = $1', values: [id, randomUUID()] }
      expect(await attempt(client, renamed, { rol: 'verificacion', cuenta: creador })).toBe('42501')
      const unsigned = { text: `update captura.observacion set cerrada_en = now(), desenlace = 'atendida' where id = $1`, values: [id] }
      expect(await attempt(client, unsigned, { rol: 'verificacion', cuenta: creador })).toBe('42501')
    })

    it('another reviewer may, once: what is closed stays as it was closed', async () => {
      const other = randomUUID()
      const closed = await attempt(client, { text: CLOSING, values: [id, other, 'atendida'] }, { rol: 'verificacion', cuenta: other })
      expect((closed as pg.QueryResult).rowCount).toBe(1)
      await sql(test_, CLOSING, [id, other, 'atendida'])
      await expect(sql(test_, CLOSING, [id, randomUUID(), 'retirada'])).rejects.toMatchObject({ driverError: { code: '42501' } })
    })
  })
})
