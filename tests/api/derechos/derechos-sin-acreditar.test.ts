import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, type Given } from '../../support/registro/candidaturas.ts'
import type { Problem } from '../../support/actos/captura.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'

interface Solicitud {
  id: string
  version: number
  acciones: { acto: string; permitido: boolean }[]
  sentidos: string[]
  porNotificar: boolean
  recurrible: { dias: number; vence: string } | null
}
type Hecha = { solicitud: Solicitud } & Problem

let test_: TestApp
let unidad: string
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  unidad = await test_.tokenOf('transparencia')
  of = await givenCandidatura(test_)
})
afterAll(() => test_.close())

const hace = (days: number) => test_.deps.clock.today().subtract({ days }).toString()
const post = (path: string, json: object) => send<Hecha>(test_, ['POST', `/derechos${path}`], { token: unidad, json })
const recibir = (recibida: string) =>
  post('', { candidaturaId: of.id, derecho: 'acceso', recibida, descripcion: 'Pido lo que se guarda sobre mí.' })
const responder = ({ id, version }: Solicitud, sentido: string) =>
  post(`/${id}/actos`, { acto: 'responder', sentido, causa: 'acreditacion', ...COMITE, version, texto: 'No acreditó su identidad.' })
/** Why it is refused before the Comité voted. */
const COMITE = { sinComite: 'El Comité de Transparencia todavía no sesiona.' }
const deberes = async () =>
  (await send<{ elementos: { clave: string }[] }>(test_, ['GET', '/pendientes'], { token: unidad })).body.elementos
    .map(({ clave }) => clave)
    .filter((clave) => /^(derecho|notificar)-/.test(clave))

it('a request whose persona never proves who she is can be answered that it does not proceed, past every term, and then owes its delivery alone', async () => {
  const { solicitud } = (await recibir(hace(60))).body
  expect(solicitud.acciones.filter(({ permitido }) => permitido).map(({ acto }) => acto)).toEqual([
    'informar_costos',
    'responder',
    'desistir',
    'anular',
    'recurrir',
  ])
  expect([solicitud.sentidos, await deberes()]).toEqual([['improcedente'], [`derecho-${solicitud.id}`]])
  const granted = await responder(solicitud, 'procedente')
  expect([granted.status, granted.body.detail]).toEqual([409, expect.stringMatching(/^Falta que la persona acredite su identidad/)])
  const { status, body } = await responder(solicitud, 'improcedente')
  expect([status, body.solicitud]).toEqual([200, expect.objectContaining({ estatus: 'improcedente', plazo: null, entregaDatos: false })])
  expect([body.solicitud.porNotificar, await deberes()]).toEqual([true, [`notificar-${solicitud.id}`]])
  expect((await send(test_, ['GET', `/derechos/${solicitud.id}/datos`], { token: unidad })).status).toBe(409)
  const entrega = { acto: 'notificar', medioEntrega: 'comparecencia', enviada: hace(0), texto: 'La recibió en la Unidad.' }
  const told = (await post(`/${solicitud.id}/actos`, { ...entrega, version: body.solicitud.version })).body.solicitud
  expect([told.porNotificar, told.recurrible, await deberes()]).toEqual([
    false,
    expect.objectContaining({ dias: 6, vence: expect.stringMatching(/^2030-05-/) }),
    [],
  ])
})

it('a request did not arrive before the programme of work began: a year typed wrong is told', async () => {
  const before = await recibir('2029-12-31')
  const reason = 'No puede ser anterior al 1 de enero de 2030, en que comienza el programa de trabajo del proceso.'
  expect([before.status, before.body.errors]).toEqual([400, [{ field: 'recibida', reasons: [reason] }]])
  expect((await recibir('2030-01-01')).status).toBe(201)
})

it('and is so under the legal block too', async () => {
  const { solicitud } = (await recibir(hace(60))).body
  await bloquear(test_)
  const { status, body } = await responder(solicitud, 'improcedente')
  expect([status, body.solicitud]).toMatchObject([200, { estatus: 'improcedente', plazo: null }])
})
