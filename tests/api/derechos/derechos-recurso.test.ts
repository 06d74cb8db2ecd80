import { longDate } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'

interface Solicitud {
  id: string
  folio: string
  version: number
  relojRecurso: string | null
  recurso: { estatus: string; expediente: string | null; sentido: string | null; cumplirAntes: string | null } | null
}

let test_: TestApp
let unidad: string
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  unidad = await test_.tokenOf('transparencia')
  of = await givenCapturada(new Equipo(test_))
})
afterAll(() => test_.close())

const hoy = () => test_.deps.clock.today()
const leer = async (id: string) => (await send<Solicitud>(test_, ['GET', `/derechos/${id}`], { token: unidad })).body
async function actuar(id: string, acto: object) {
  const { version } = await leer(id)
  const json = { texto: 'Consta en el oficio del garante.', version, ...acto }
  return send<{ detail?: string; errors?: { field: string }[] }>(test_, ['POST', `/derechos/${id}/actos`], { token: unidad, json })
}
const tarea = async (id: string) =>
  (
    await send<{ elementos: { clave: string; texto: string; venceEn: string | null }[] }>(test_, ['GET', '/pendientes'], { token: unidad })
  ).body.elementos.find(({ clave }) => clave === `recurso-${id}`)

it('a recurso de revisión is followed to its compliance: owed each day it is open, and told in the expediente', async () => {
  const json = { candidaturaId: of.id, derecho: 'acceso', recibida: hoy().toString(), descripcion: 'Pido saber qué datos míos se guardan.' }
  const { id, folio } = (await send<{ solicitud: Solicitud }>(test_, ['POST', '/derechos'], { token: unidad, json })).body.solicitud
  const sinComite = 'El Comité de Transparencia todavía no sesiona.'
  await actuar(id, { acto: 'responder', sentido: 'improcedente', causa: 'acreditacion', sinComite })
  expect((await actuar(id, { acto: 'admitir_recurso' })).body.detail).toBe('No se ha interpuesto un recurso de revisión.')
  expect(await tarea(id)).toBeUndefined()

  expect((await actuar(id, { acto: 'recurrir' })).status).toBe(200)
  expect((await actuar(id, { acto: 'recurrir' })).body.detail).toBe('Ya hay un recurso de revisión que sigue abierto.')
  expect(await leer(id)).toMatchObject({
    recurso: { estatus: 'interpuesto', expediente: null },
    relojRecurso: `Corre un recurso de revisión ante el garante, interpuesto el ${longDate(hoy().toString())}`,
  })
  expect((await actuar(id, { acto: 'admitir_recurso', expedienteRecurso: 'RR/17/2030' })).status).toBe(200)
  expect(await tarea(id)).toMatchObject({ texto: `Seguir un recurso de revisión · ${folio}, expediente RR/17/2030`, venceEn: null })
  expect((await actuar(id, { acto: 'tramitar_recurso' })).status).toBe(200)
  const late = await actuar(id, { acto: 'resolver_recurso', sentidoRecurso: 'confirma', diaRecurso: hoy().add({ days: 1 }).toString() })
  expect([late.status, late.body.errors?.[0]?.field]).toEqual([400, 'diaRecurso'])
  const bare = await actuar(id, { acto: 'resolver_recurso', sentidoRecurso: 'revoca' })
  expect([bare.status, bare.body.errors?.[0]?.field]).toEqual([400, 'cumplirAntes'])

  const cumplirAntes = hoy().add({ days: 9 }).toString()
  expect((await actuar(id, { acto: 'resolver_recurso', sentidoRecurso: 'revoca', cumplirAntes })).status).toBe(200)
  expect((await leer(id)).recurso).toMatchObject({ estatus: 'resuelto', expediente: 'RR/17/2030', sentido: 'revoca', cumplirAntes })
  expect((await leer(id)).relojRecurso).toBe(`Cumplir lo que resolvió el garante a más tardar el ${longDate(cumplirAntes)}`)
  expect(await tarea(id)).toMatchObject({
    texto: expect.stringContaining('Cumplir lo que resolvió el garante'),
    venceEn: expect.any(String),
  })
  expect((await actuar(id, { acto: 'cumplir_recurso' })).status).toBe(200)
  const over = await leer(id)
  expect([over.recurso?.estatus, over.relojRecurso, await tarea(id)]).toEqual(['cumplido', null, undefined])

  const archivos = await unzip((await send(test_, ['GET', `/derechos/${id}/expediente`], { token: unidad })).bytes)
  const text = readPdf.text(must(archivos.get('expediente.pdf'))).replaceAll(/\s+/g, ' ')
  for (const said of ['Recurso de revisión admitido', 'RR/17/2030', 'El garante revoca la respuesta', 'Se cumple a más tardar el'])
    expect(text).toContain(said)
})
