import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { actorId, givenCandidatura, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { actosDe, givenAcuerdo, hecho } from '../../support/registro/cambios.ts'
import { Equipo, verCaptura, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

interface Entregada {
  id: string
  candidaturas: number
  venceEn: string | null
  sinCuentas: boolean
  acuse: Acuse
}
interface Listada {
  acuerdo: { id: string }
  actorPolitico: { id: string; clave: string }
  candidaturas: number
  cuentas: number
  entrega: { id: string; recibe: string; venceEn: string | null; folio: string } | null
}

const AHORA = { ahora: '2030-05-02T10:00:00-07:00' }
let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp(AHORA)
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

/** A candidatura that an acuerdo of its own approves and whose accounts wait. */
async function givenWaiting(actor = 'PRIO', acuerdoId?: string): Promise<Given & { acuerdoId: string }> {
  const of = await givenCandidatura(test_, { actor, contienda: 'alcaldia-m1', entregada: false })
  const id = acuerdoId ?? (await givenAcuerdo(equipo)).id
  await sql(test_, 'update captura.candidatura set acuerdo_id = $2 where id = $1', [of.id, id])
  return { ...of, acuerdoId: id }
}

async function entregar(acuerdoId: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const json = {
    acuerdoId,
    actorPoliticoId: actorId(test_, 'PRIO'),
    recibe: 'Rita Recibe, representante',
    entregadaEn: '2030-05-01T20:00:00-07:00',
    ...more,
  }
  return send<Entregada & Problem>(test_, ['POST', '/entregas'], { token: await equipo.secretaria(), json, headers })
}
const list = async (query = '') =>
  (await send<{ elementos: Listada[] }>(test_, ['GET', `/entregas${query}`], { token: await equipo.secretaria() })).body.elementos
const vence = async (id: string) =>
  must(
    (
      await sql<{ entregada: string | null; vence: string | null }>(
        test_,
        'select cuenta_entregada::text as entregada, captura_vence::text as vence from captura.candidatura where id = $1',
        [id],
      )
    )[0],
  )

describe('delivering the accounts of an actor político', () => {
  it('opens the term of the personas who waited, from the local day of the delivery, and gives an acuse', async () => {
    const [a, other] = [await givenWaiting(), await givenWaiting('PFAR')]
    const b = await givenWaiting('PRIO', a.acuerdoId)
    await sql(test_, 'update captura.candidatura set acuerdo_id = $2 where id = $1', [other.id, a.acuerdoId])
    expect((await verCaptura(equipo, a)).venceEn).toBeNull()
    const { status, body } = await entregar(a.acuerdoId)
    expect(status).toBe(201)
    expect(body).toMatchObject({ candidaturas: 2, venceEn: '2030-05-12T06:59:59Z', acuse: { acto: 'cuentas.entregadas' } })
    for (const { id } of [a, b]) expect(await vence(id)).toEqual({ entregada: '2030-05-01', vence: '2030-05-11' })
    expect(await vence(other.id)).toEqual({ entregada: null, vence: null })
    expect(await actosDe(test_, body.id)).toEqual(['cuentas.entregadas'])
    const { body: seen } = await send(test_, ['GET', `/candidaturas/${a.id}`], { token: await equipo.captura() })
    expect(seen).toMatchObject({ entrega: { recibe: 'Rita Recibe, representante', folio: body.acuse.folio }, vencida: false })
    expect((await list('?pendientes=true')).find(({ acuerdo }) => acuerdo.id === a.acuerdoId)).toMatchObject({
      actorPolitico: { clave: 'PFAR' },
      candidaturas: 1,
      entrega: null,
    })
    expect((await list('?pendientes=false')).find(({ acuerdo }) => acuerdo.id === a.acuerdoId)).toMatchObject({
      candidaturas: 2,
      entrega: { id: body.id, venceEn: body.venceEn },
    })
  })

  it('is done once: a second time nobody waits, and a double click is one delivery', async () => {
    const { acuerdoId } = await givenWaiting()
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all([1, 2].map(() => entregar(acuerdoId, {}, key)))
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    const again = await entregar(acuerdoId)
    expect(again.body).toMatchObject({
      status: 409,
      code: 'entrega.no_permitida',
      detail: 'Ninguna candidatura de este acuerdo espera las cuentas de este actor político.',
    })
    const both = await givenWaiting()
    const race = await Promise.all([1, 2].map(() => entregar(both.acuerdoId)))
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('waits anew for a substitute, and not for who left', async () => {
    const of = await givenWaiting()
    await entregar(of.acuerdoId)
    const { id: acuerdoId } = await givenAcuerdo(equipo)
    const { candidaturaId } = await hecho(equipo, { id: of.id, hacer: 'sustituir' }, { acuerdoId })
    expect((await entregar(of.acuerdoId)).status).toBe(409)
    const { body } = await entregar(acuerdoId, { entregadaEn: '2030-05-02T09:00:00-07:00' })
    expect(body.candidaturas).toBe(1)
    expect(await vence(candidaturaId)).toEqual({ entregada: '2030-05-02', vence: '2030-05-12' })
    expect(await vence(of.id)).toEqual({ entregada: '2030-05-01', vence: '2030-05-11' })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['in the future', { entregadaEn: '2030-05-02T10:30:00-07:00' }, 'Todavía no llega la hora de la entrega.'],
    ['before the acuerdo', { entregadaEn: '2030-04-30T23:59:00-07:00' }, 'No puede ser antes del acuerdo, del 1 de mayo de 2030.'],
  ])('%s is refused with the reason', async (_title, wrong, detail) => {
    const { id, acuerdoId } = await givenWaiting()
    expect((await entregar(acuerdoId, wrong)).body).toMatchObject({ status: 409, detail })
    expect(await vence(id)).toEqual({ entregada: null, vence: null })
  })

  it('is seen before it is done, by the same rules, and nothing is written', async () => {
    const { id, acuerdoId } = await givenWaiting()
    const preview = async (entregadaEn: string) => {
      const json = { acuerdoId, actorPoliticoId: actorId(test_, 'PRIO'), recibe: 'Rita Recibe', entregadaEn }
      return (await send(test_, ['POST', '/entregas/vista-previa'], { token: await equipo.secretaria(), json })).body
    }
    expect(await preview('2030-05-01T20:00:00-07:00')).toEqual({ candidaturas: 1, venceEn: '2030-05-12T06:59:59Z', razones: [] })
    expect(await preview('2030-05-02T10:30:00-07:00')).toMatchObject({ razones: ['Todavía no llega la hora de la entrega.'] })
    expect(await vence(id)).toEqual({ entregada: null, vence: null })
  })

  it('after an acuerdo that is not there, or by somebody else, is refused', async () => {
    expect((await entregar(randomUUID())).status).toBe(404)
    const { acuerdoId } = await givenWaiting()
    for (const rol of ['verificacion', 'comision', 'administracion'] as const) {
      const json = { acuerdoId, actorPoliticoId: actorId(test_, 'PRIO'), recibe: 'Nadie más', entregadaEn: '2030-05-01T20:00:00-07:00' }
      const answer = await send<Problem>(test_, ['POST', '/entregas'], { token: await test_.tokenOf(rol), json })
      expect(answer.body).toMatchObject({ status: 403, code: 'acceso.sin_permiso' })
    }
  })

  it('says how many accounts there are to deliver, and whether there is none', async () => {
    const waiting = await givenWaiting('PCOM')
    expect((await entregar(waiting.acuerdoId, { actorPoliticoId: actorId(test_, 'PCOM') })).body.sinCuentas).toBe(true)
    await equipo.captura('PCOM')
    const made = (await list('?pendientes=false')).find(({ acuerdo }) => acuerdo.id === waiting.acuerdoId)
    expect(made).toMatchObject({ actorPolitico: { clave: 'PCOM' }, cuentas: 1 })
    expect((await list()).length).toBe((await list('?pendientes=true')).length + (await list('?pendientes=false')).length)
  })
})

describe('a pack with other terms', () => {
  it('the term is of working days, or runs already from the acuerdo', async () => {
    const [base] = packFicticio.tiposEleccion
    const terms = [
      [{ dias: 3, tipoDias: 'habiles', desde: 'entrega' }, '2030-05-06'],
      [{ dias: 3, tipoDias: 'naturales', desde: 'acuerdo' }, '2030-04-04'],
    ] as const
    for (const [plazoCaptura, expected] of terms) {
      const own = await startTestApp({ ...AHORA, pack: { ...packFicticio, tiposEleccion: [{ ...must(base), plazoCaptura }] } })
      const token = await own.tokenOf('secretaria')
      const of = await givenCandidatura(own, { contienda: 'alcaldia-m1', entregada: false })
      const [{ acuerdo_id }] = (await sql(own, 'select acuerdo_id from captura.candidatura where id = $1', [of.id])) as [
        { acuerdo_id: string },
      ]
      const json = {
        acuerdoId: acuerdo_id,
        actorPoliticoId: actorId(own, 'PRIO'),
        recibe: 'Rita Recibe',
        entregadaEn: '2030-04-30T09:00:00-07:00',
      }
      expect((await send(own, ['POST', '/entregas'], { token, json })).status).toBe(201)
      const [row] = await sql<{ vence: string }>(own, 'select captura_vence::text as vence from captura.candidatura where id = $1', [of.id])
      expect(row?.vence).toBe(expected)
      await own.close()
    }
  })
})
