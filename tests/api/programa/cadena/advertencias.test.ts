import type { TestApp } from '../../../support/app.ts'
import { send } from '../../../support/actos/envios.ts'
import { startProgramaReal } from '../../../support/actos/programa.ts'
import { preparar, type RemisionVista } from '../../../support/actos/remisiones.ts'
import { moveReloj, must } from '../../../support/registro/candidaturas.ts'
import { paquete } from '../../../support/paquete.ts'

const pack = paquete('morelos-2024')

interface Advertencia {
  tipo: string
  texto: string
  milestone: string
}

interface Detalle {
  advertencias: Advertencia[]
  hitos: { milestone: string; cumplimiento: { advertencias?: { tipo: string }[] } | null }[]
  cadena: { milestone: string | null; cumplimiento: { advertencias?: { tipo: string }[] } | null }[]
}

interface Actuada {
  entregable: Detalle
  entregables: { clave: string }[]
  remision: RemisionVista
  detail: string
}

/** Acts of the secretaría on one proceso. */
async function mesa(changed = pack) {
  const t: TestApp = await startProgramaReal(changed)
  const token = await t.tokenOf('secretaria')
  const path = (clave: string, acto = '') => `/actividades/${clave.replace('/', '~')}${acto}`
  return {
    t,
    token,
    ver: async (clave: string) => (await send<Detalle>(t, ['GET', path(clave)], { token })).body,
    post: (to: string, json: object) => send<Actuada>(t, ['POST', to], { token, json }),
    cumplir: (clave: string, milestone: string, ocurridoEn: string) =>
      send<Actuada>(t, ['POST', path(clave, '/cumplir')], {
        token,
        json: { milestone, aplica: true, ocurridoEn, referencia: `PRUEBA/${milestone}` },
      }),
  }
}

const tiposDe = ({ advertencias }: Detalle, milestone: string) =>
  advertencias.flatMap((each) => (each.milestone === milestone ? [each.tipo] : []))
const quedo = ({ hitos, cadena }: Detalle, milestone: string) =>
  must([...hitos, ...cadena].find((each) => each.milestone === milestone)?.cumplimiento).advertencias?.map(({ tipo }) => tipo)

describe('the chain of work', () => {
  let own: Awaited<ReturnType<typeof mesa>>
  beforeAll(async () => {
    own = await mesa()
    await moveReloj(own.t, '2024-04-28T10:00:00-06:00')
  })
  afterAll(() => own.t.close())

  it('warns before an approval of what is missing, and keeps that with its evidence', async () => {
    const before = await own.ver('11.4')
    expect(tiposDe(before, 'comision')).toEqual(['sin_documento', 'sin_contenidos', 'sin_pasos'])
    expect(tiposDe(before, 'pleno')).toEqual(['sin_aprobacion', 'sin_documento', 'sin_contenidos', 'sin_pasos'])
    const { body } = await own.cumplir('11.4', 'pleno', '2023-11-01T12:00:00-06:00')
    expect(quedo(body.entregable, 'pleno')).toEqual(tiposDe(before, 'pleno'))
    expect(tiposDe(body.entregable, 'pleno')).toEqual([])
    // Later evidence does not change the warnings of then.
    const later = await own.cumplir('11.4', 'comision', '2023-10-30T12:00:00-06:00')
    expect(quedo(later.body.entregable, 'pleno')).toContain('sin_aprobacion')
    expect(tiposDe(later.body.entregable, 'remision')).not.toContain('sin_aprobacion')
  })

  it('warns of a missing approval in an actividad that only remits as in its neighbours, and of a sending without annexes and signed oficio', async () => {
    const { id, advertencias } = await preparar(own.t, own.token, { entregables: ['11.14', '11.5/2024-03'], fecha: '2024-04-28' })
    const missing = (all: RemisionVista['advertencias']) =>
      all.filter(({ tipo }) => tipo === 'sin_aprobacion').map(({ entregable, milestones }) => [entregable, ...milestones])
    const both = [
      ['11.14', 'pleno'],
      ['11.5/2024-03', 'comision', 'pleno'],
    ]
    expect(missing(advertencias)).toEqual(both)
    const envio = { version: 1, enviadaEn: '2024-04-28T09:00:00-06:00', medio: 'correo' }
    const { status, body } = await own.post(`/remisiones/${id}/enviar`, envio)
    expect([status, missing(body.remision.advertencias)]).toEqual([200, both])
    expect(body.remision.advertencias.map(({ tipo }) => tipo)).toEqual(expect.arrayContaining(['sin_anexos', 'sin_oficio']))
    await own.cumplir('11.13', 'pleno', '2024-04-26T12:00:00-06:00')
    const sent = await send<RemisionVista>(own.t, ['GET', `/remisiones/${id}`], { token: own.token })
    expect(missing(sent.body.advertencias)).toEqual(both)
  })

  it('warns that a document is integrated after its remisión was due', async () => {
    const json = { tipo: 'documento_emitido', ocurridoEn: '2024-04-10T10:00:00-06:00', titulo: 'Manual de captura' }
    const { body } = await own.post('/eventos', json)
    const { clave } = must(body.entregables[0])
    expect(tiposDe(await own.ver(clave), 'integracion')).toContain('remision_vencida')
    const done = await own.cumplir(clave, 'integracion', '2024-04-27T10:00:00-06:00')
    expect(quedo(done.body.entregable, 'integracion')).toContain('remision_vencida')
  })
})

describe('a pack whose policy refuses', () => {
  it('tells the reason, and records nothing', async () => {
    const own = await mesa({ ...pack, programa: { ...pack.programa, impiden: ['sin_aprobacion', 'sin_oficio'] } })
    await moveReloj(own.t, '2024-04-28T10:00:00-06:00')
    const refused = await own.cumplir('11.4', 'pleno', '2023-11-01T12:00:00-06:00')
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'No consta: Aprobación de la Comisión. En este proceso eso impide asentarlo.',
    ])
    expect((await own.cumplir('11.4', 'comision', '2023-10-30T12:00:00-06:00')).status).toBe(200)
    expect((await own.cumplir('11.4', 'pleno', '2023-11-01T12:00:00-06:00')).status).toBe(200)
    const { id, advertencias } = await preparar(own.t, own.token, { entregables: ['11.4'], fecha: '2024-04-28' })
    expect(advertencias.map(({ tipo }) => tipo)).not.toContain('sin_aprobacion')
    const sent = await own.post(`/remisiones/${id}/enviar`, { version: 1, enviadaEn: '2024-04-28T09:00:00-06:00', medio: 'correo' })
    expect([sent.status, sent.body.detail]).toEqual([409, 'En este proceso no se envía así: falta el oficio firmado.'])
    await own.t.close()
  })
})
