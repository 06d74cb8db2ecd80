import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openExpediente } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, type Acuse, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'

interface Solicitud {
  id: string
  folio: string
  derecho: string
  version: number
  medio: string | null
  folioPnt: string | null
  hermanas: { id: string; folio: string; derecho: string }[]
}
type Hecha = { solicitud: Solicitud; acuse: Acuse } & Problem

/** Folder where the papers are left, to be looked at page by page. */
const LOOK = join(__dirname, '../../../.cache/papeles')
const CARTA = '%PDF-1.7\nCANARIO-carta-9931\n%%EOF'
/** No clave of ours, no instant of a machine. */
const RAW = /_|\d{4}-\d{2}-\d{2}T|undefined|null/
let test_: TestApp
let equipo: Equipo
let unidad: string
let of: Given
let solicitud: Solicitud

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  unidad = await test_.tokenOf('transparencia')
  of = await givenCapturada(equipo)
  mkdirSync(LOOK, { recursive: true })
})
afterAll(() => test_.close())

const ask = <T = Hecha>(method: 'GET' | 'POST', path: string, json?: object, token = unidad) =>
  send<T>(test_, [method, `/derechos${path}`], { token, ...(json ? { json } : {}) })
const subir = (path: string, name: string, content: string) =>
  send<Hecha>(test_, ['POST', path], { token: unidad, form: { file: { field: 'archivo', name, content } } })
const words = (pdf: Buffer) => readPdf.text(pdf).replaceAll(/\s+/g, ' ')
/** Saturday 27 April 2030. */
const SABADO = '2030-04-27'

it('one letter that asks for several rights is as many requests, each with its folio, its term and how it came', async () => {
  const { status, body } = await ask('POST', '', {
    ...{ candidaturaId: of.id, derecho: 'acceso', tambien: ['oposicion', 'acceso'], recibida: SABADO },
    ...{ descripcion: 'Pido mis datos y que dejen de contarse en las estadísticas.', medio: 'plataforma' },
    ...{ folioPnt: ' 170000 24 000012 ', representante: 'Lucía Arce', domicilio: 'lucia@correo.example' },
  })
  expect([status, body.detail]).toEqual([201, undefined])
  solicitud = body.solicitud
  expect(solicitud).toMatchObject({ derecho: 'acceso', medio: 'plataforma', folioPnt: '170000 24 000012' })
  expect(solicitud.hermanas.map(({ derecho }) => derecho)).toEqual(['oposicion'])
  const [otra] = (await ask<Solicitud>('GET', `/${solicitud.id}`)).body.hermanas
  expect(otra).toMatchObject({ derecho: 'oposicion', folio: expect.stringMatching(/^ARCO\/2030\/002-/) })
  expect((await ask<Solicitud>('GET', `/${must(otra).id}`)).body.hermanas.map(({ folio }) => folio)).toEqual([solicitud.folio])
})

it('its acuse says in words what arrived, when it counts as received and until when it is answered', async () => {
  const { status, bytes } = await ask('GET', `/${solicitud.id}/acuse`)
  expect(status).toBe(200)
  writeFileSync(join(LOOK, 'acuse.pdf'), bytes)
  const text = words(bytes)
  expect(text).toContain('27 de abril de 2030, día inhábil: se tiene por recibida el 29 de abril de 2030')
  expect(text).toContain('Plataforma Nacional de Transparencia')
  expect(text).toMatch(/La Unidad de Transparencia responde a más tardar el \d+ de mayo de 2030: 8 días hábiles\./)
  expect(text).not.toMatch(RAW)
})

const oficio = (json: object) => ask('POST', `/${solicitud.id}/oficio`, json)

it('its acuse is the same document each time, also after something was done', async () => {
  const first = await ask('GET', `/${solicitud.id}/acuse`)
  await subir(`/derechos/${solicitud.id}/identidad`, 'ine.pdf', CARTA)
  const [otra] = solicitud.hermanas
  const { acreditadaEn } = (await ask<{ acreditadaEn: string | null }>('GET', `/${must(otra).id}`)).body
  expect(acreditadaEn).not.toBeNull()
  expect((await ask('GET', `/${solicitud.id}/acuse`)).bytes.equals(first.bytes)).toBe(true)
  expect(words(first.bytes)).toMatch(/Expedido: \S+ \d+ de \S+ de 2030, \d\d:\d\d horas/)
})

it('its letter is seen before it is recorded, as a draft that keeps nothing', async () => {
  const none = await oficio({ formato: 'pdf' })
  expect([none.status, none.body.detail]).toEqual([409, 'Todavía no se responde.'])
  const early = await oficio({ formato: 'pdf', acto: 'responder', sentido: 'parcial', texto: 'Se entrega todo lo que se guarda.' })
  expect([early.status, early.body.detail]).toEqual([409, expect.stringMatching(/^Falta el poder o la carta de quien la representa/)])
  await subir(`/derechos/${solicitud.id}/documentos`, 'Poder o carta de representación.pdf', CARTA)
  const escrita = { acto: 'responder', sentido: 'parcial', texto: 'Se entrega todo lo que se guarda, salvo lo que nunca capturó.' }
  const { status, bytes } = await oficio({ formato: 'pdf', ...escrita, firmante: 'Ana Ruiz', cargoFirmante: 'Encargada de la Unidad' })
  expect(status).toBe(200)
  writeFileSync(join(LOOK, 'borrador.pdf'), bytes)
  const text = words(bytes)
  for (const said of [
    'BORRADOR',
    'Con fundamento en los artículos 10, 11 y 20 de la Ley del Valle, publicada el 1 de enero de 2020',
    'Su solicitud de acceso es procedente en parte. Se entrega todo',
    'Por conducto de Lucía Arce',
    'Ana Ruiz',
    'Encargada de la Unidad',
  ])
    expect(text).toContain(said)
  expect(text.replace('Oficio: ____________', '')).not.toMatch(RAW)
  const docx = await oficio({ formato: 'docx', ...escrita })
  expect([docx.status, docx.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect((await ask<Solicitud & { estatus: string }>('GET', `/${solicitud.id}`)).body.estatus).toBe('en_tramite')
})

it('its letter says once that it proceeds', async () => {
  const texto = 'Se declara procedente su solicitud: se entrega todo.'
  const text = words((await oficio({ formato: 'pdf', acto: 'responder', sentido: 'procedente', texto })).bytes)
  expect(text).not.toContain('es procedente')
  expect(text).toContain(texto)
})

it('its expediente verifies, and says everything in one PDF, beside the letter that answers and what was handed in', async () => {
  await subir(`/derechos/${solicitud.id}/documentos`, 'carta.pdf', CARTA)
  const before = (await ask<Solicitud>('GET', `/${solicitud.id}`)).body
  const texto = 'Procede: se entrega todo lo que se guarda, salvo lo que nunca capturó.'
  const answered = await ask('POST', `/${solicitud.id}/actos`, { acto: 'responder', sentido: 'parcial', version: before.version, texto })
  expect(answered.status).toBe(200)
  const datos = await ask('GET', `/${solicitud.id}/datos`)
  const datosPdf = must((await unzip(datos.bytes)).get('datos.pdf'))
  writeFileSync(join(LOOK, 'datos.pdf'), datosPdf)
  expect(words(datosPdf)).toMatch(/Son [1-9]\d* actos, en datos\.json/)
  const { version } = (await ask<Solicitud>('GET', `/${solicitud.id}`)).body
  const done = await ask('POST', `/${solicitud.id}/actos`, { acto: 'hacer_efectivo', version, texto: 'Se entregó en una memoria.' })
  expect(done.status).toBe(200)
  await ask('POST', `/${solicitud.id}/actos`, {
    ...{ acto: 'notificar', version: done.body.solicitud.version, texto: 'Recibió la representante, con su identificación.' },
    ...{ medioEntrega: 'correo_postal', comprobante: 'MX-1234' },
  })
  const { status, bytes } = await ask('GET', `/${solicitud.id}/expediente`)
  expect(status).toBe(200)
  const zip = join(LOOK, 'expediente.zip')
  writeFileSync(zip, bytes)
  const source = await openExpediente(zip)
  const report = await verifyExpediente(source, () => undefined)
  source.close()
  expect(report).toMatchObject({ archivos: 9, spki: test_.deps.secretos.firma.spki })
  const archivos = await unzip(bytes)
  expect([...archivos.keys()]).toEqual([
    ...[
      'expediente.pdf',
      'acuse-de-recibo.pdf',
      'oficio-de-respuesta.pdf',
      'oficio-de-respuesta.docx',
      'documentos/1.pdf',
      'documentos/2.pdf',
    ],
    ...['COMPROBAR.txt', 'indice.html', 'SHA256SUMS', 'indice.json', 'firma.json'],
  ])
  for (const name of ['expediente.pdf', 'oficio-de-respuesta.pdf', 'oficio-de-respuesta.docx', 'indice.html'])
    writeFileSync(join(LOOK, name), must(archivos.get(name)))
  const text = words(must(archivos.get('expediente.pdf')))
  for (const said of [
    texto,
    'Procede en parte',
    'Respuesta entregada',
    'versión 1 del aviso de privacidad',
    'Sus datos se reunieron',
    'Se entregó por correo postal; comprobante de envío: MX-1234.',
    'carta.pdf',
    'Representación acreditada con',
  ])
    expect(text.toLowerCase()).toContain(said.toLowerCase())
  expect(text.replaceAll('Día', '')).not.toMatch(RAW)
  const letter = words(must(archivos.get('oficio-de-respuesta.pdf')))
  expect(letter).not.toContain('BORRADOR')
  expect(letter).toContain('recurso de revisión, previsto en los artículos 30 y 31, ante la autoridad garante')
  expect(letter).toContain('Se hará efectivo dentro de los 5 días hábiles siguientes.')
  expect(archivos.get('documentos/1.pdf')?.toString()).toBe(CARTA)
  const indice = JSON.parse(must(archivos.get('indice.json')).toString()) as { acuses: unknown[]; bitacora: unknown[] }
  expect([indice.acuses.length >= 5, indice.bitacora.length >= 6]).toEqual([true, true])
})

it('its expediente is proved without a program of ours, and its index says acts in words, with hour, name and charge', async () => {
  const { bytes } = await ask('GET', `/${solicitud.id}/expediente`)
  const folder = mkdtempSync(join(tmpdir(), 'expediente-'))
  const archivos = await unzip(bytes)
  for (const [ruta, contenido] of archivos) {
    mkdirSync(join(folder, dirname(ruta)), { recursive: true })
    writeFileSync(join(folder, ruta), contenido)
  }
  const commands = must(archivos.get('COMPROBAR.txt')).toString().split('\n').filter((line) => line.startsWith('     ')) // prettier-ignore
  const run = () => execFileSync('sh', ['-ec', commands.join('\n')], { cwd: folder, stdio: 'pipe' }).toString()
  expect(must(archivos.get('COMPROBAR.txt')).toString()).toContain('/api/v1/publico/llaves')
  expect(run()).toContain('Signature Verified Successfully')
  writeFileSync(join(folder, 'expediente.pdf'), 'otra cosa')
  expect(run).toThrow()
  rmSync(folder, { recursive: true })
  const index = must(archivos.get('indice.html')).toString()
  expect(index).toMatch(/<td>jueves 2 de mayo de 2030, \d\d:\d\d horas<\/td><td>Respuesta a una solicitud ARCO<\/td><td>[^<]+, [^<]+<\/td>/)
  expect(index).not.toMatch(/derechos?\.[a-z_]+|<td>transparencia/)
})
