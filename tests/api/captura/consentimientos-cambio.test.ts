import { startTestApp, type TestApp } from '../../support/app.ts'
import { capturarTodo, Equipo, validar, verCaptura, verificar } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { aceptarFormato, entregarFormato } from '../../support/actos/revocaciones.ts'
import { givenCandidatura, moveReloj, must, type Given } from '../../support/registro/candidaturas.ts'

interface Visto {
  id: string
  publicacion: boolean
  anterior: { id: string; publicacion: boolean; firmadoEl: string; otorgadoEn: string; verificadaEn: string } | null
}

let test_: TestApp
let equipo: Equipo
let of: Given

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  equipo = new Equipo(test_)
  of = await givenCandidatura(test_, { nombre: 'Cambia' })
  await entregarFormato(equipo, of, { firmadoEl: '2030-05-01' })
  await capturarTodo(equipo, of)
  await validar(equipo, of)
  await aceptarFormato(equipo, of)
  await verificar(equipo, of)
})
afterAll(() => test_.close())

const seen = async () => must((await verCaptura(equipo, of, await equipo.verificacion())).consentimiento) as Visto

describe('a consent that takes the place of a verified one', () => {
  it('has none before it while it is the one that was verified', async () => {
    expect((await seen()).anterior).toBeNull()
  })

  it('is shown to the reviewer beside the earlier one, with their days, and both documents can be read', async () => {
    const first = await seen()
    await moveReloj(test_, '2030-05-04T10:00:00-07:00')
    expect((await entregarFormato(equipo, of, { firmadoEl: '2030-05-03', publicacion: false })).status).toBe(200)
    const now = await seen()
    expect([now.publicacion, now.id === first.id]).toEqual([false, false])
    expect(now.anterior).toMatchObject({
      id: first.id,
      publicacion: true,
      firmadoEl: '2030-05-01',
      otorgadoEn: expect.stringMatching(/^2030-05-02T17/),
      verificadaEn: expect.stringMatching(/^2030-05-02T17/),
    })
    for (const id of [now.id, first.id]) {
      const path = `/candidaturas/${of.id}/consentimiento/formato?consentimiento=${id}`
      const { status, bytes } = await send(test_, ['GET', path], { token: await equipo.verificacion() })
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    const foreign = `/candidaturas/${of.id}/consentimiento/formato?consentimiento=${of.id}`
    expect((await send(test_, ['GET', foreign], { token: await equipo.verificacion() })).status).toBe(404)
  })

  it('that was refused leaves the verified one as it was', async () => {
    expect((await aceptarFormato(equipo, of, false)).status).toBe(200)
    expect(await seen()).toMatchObject({ publicacion: true, anterior: null, rechazo: { supuestoTexto: 'El formato no se lee' } })
  })
})
