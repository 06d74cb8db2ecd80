import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'

let test_: TestApp
let equipo: Equipo
let acuerdoId: string
let propietaria: Given
let suplente: Given

const HOY = '2030-05-02'
const MOTIVO = 'Canario-motivo que nadie publica'

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${HOY}T12:00:00-07:00` })
  equipo = new Equipo(test_)
  const { body } = await send<{ id: string }>(test_, ['POST', '/acuerdos'], {
    token: await equipo.secretaria(),
    json: { numero: 'VC/ACU/77', organo: 'concejo', aprobadoEn: `${HOY}T09:00:00-07:00`, asunto: 'Cambios en las candidaturas' },
  })
  acuerdoId = body.id
  propietaria = await givenCapturada(equipo, { nombre: 'Titular', numero: 1 })
  suplente = await givenCapturada(equipo, { nombre: 'Alterna', numero: 1, calidad: 'suplente' })
  await publicar(test_)
})
afterAll(() => test_.close())

async function hacer(of: Given, acto: string, more: object): Promise<Record<string, unknown>> {
  const [row] = await sql<{ version: number }>(test_, 'select version from captura.candidatura where id = $1', [of.id])
  const { status, body } = await send(test_, ['POST', `/candidaturas/${of.id}/${acto}`], {
    token: await equipo.secretaria(),
    json: { version: row?.version, acuerdoId, efectosDesde: HOY, motivo: MOTIVO, ...more },
  })
  expect([status, body]).toEqual([200, expect.anything()])
  await publicar(test_)
  return body
}

const names = async (query: string) =>
  (await leer<{ elementos: { nombre: string }[] }>(test_, `candidaturas${query}`)).body.elementos.map(({ nombre }) => nombre.split(' ')[0])
const salida = { tipo: 'sustituida', desde: HOY, acuerdo: { numero: 'VC/ACU/77', fecha: HOY }, causa: null }

it('the story of a fórmula, act by act, is what the public reads', async () => {
  const entra = { nombre: 'Nueva', primerApellido: 'Quien', sexo: 'mujer', fechaNacimiento: '1990-01-01' }
  const { candidaturaId } = await hacer(propietaria, 'sustituir', { causa: 'enfermedad', entra })
  const nueva: Given = { ...propietaria, id: String(candidaturaId) }
  const left = await pagina(test_, propietaria)
  expect(left.body).toMatchObject({ salida: { ...salida, entra: { id: nueva.id, nombre: 'Nueva Quien' } }, secciones: [] })
  for (const hidden of ['Canario-motivo', 'nfermedad', 'taller de redes']) expect(left.text).not.toContain(hidden)
  expect((await pagina(test_, nueva)).body).toMatchObject({ sustituyeA: { id: propietaria.id, desde: HOY }, salida: null })
  expect(await names('?distrito=norte')).toEqual(['Nueva', 'Alterna'])
  expect((await pagina(test_, suplente)).body.formula.map(({ nombre }) => nombre)).toEqual(['Nueva Quien', 'Alterna Apellido'])

  await hacer(propietaria, 'restituir', {})
  expect((await pagina(test_, propietaria)).text).toContain('taller de redes')
  expect((await pagina(test_, nueva)).body.salida).toMatchObject({ ...salida, entra: { id: propietaria.id } })

  await hacer(propietaria, 'cancelar', { causa: 'renuncia' })
  expect((await pagina(test_, propietaria)).body.salida).toMatchObject({ tipo: 'cancelada', causa: 'Renuncia', entra: null })
  expect(await names('?distrito=norte')).toEqual(['Titular', 'Alterna'])
  expect((await pagina(test_, suplente)).body.formula.map(({ estatus }) => estatus)).toEqual(['cancelada', 'aprobada'])
})

it('a suplente who goes up is in the new place, and the page of its former holder leads there', async () => {
  const of = await givenCapturada(equipo, { nombre: 'Deja', numero: 2 })
  const sube = await givenCapturada(equipo, { nombre: 'Sube', numero: 2, calidad: 'suplente' })
  await publicar(test_)
  const { candidaturaId } = await hacer(of, 'sustituir', { causa: 'renuncia', entraDe: sube.id })
  const now: Given = { ...of, id: String(candidaturaId) }
  expect((await pagina(test_, now)).body).toMatchObject({ nombre: 'Sube Apellido', calidad: 'propietaria', estatus: 'aprobada' })
  expect((await pagina(test_, now)).body.sustituyeA).toEqual({ id: of.id, nombre: 'Deja Apellido', desde: HOY })
  expect((await pagina(test_, of)).body.salida?.entra).toEqual({ id: now.id, nombre: 'Sube Apellido' })
})
