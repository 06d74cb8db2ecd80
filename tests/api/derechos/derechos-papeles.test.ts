import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openExpediente } from '../../../apps/api/src/cli/verificacion/expediente-source.ts'
import { verifyExpediente } from '../../../apps/api/src/cli/verificacion/verify-expediente.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
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
  hechos: { folio: string }[]
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
const documentoDe = (materia: string, extension = 'pdf') => `documentos/${materia}-${solicitud.folio.replaceAll('/', '-')}.${extension}`
const hoy = () => test_.deps.clock.today().toString()
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
  expect(text).toMatch(/La Unidad de Transparencia le responde en 8 días hábiles, a más tardar el \d+ de mayo de 2030\./)
  expect(text).toMatch(/se lo pide en 3 días hábiles, a más tardar el \d+ de mayo de 2030\. Usted tiene entonces 4 días hábiles/)
  expect(text).toContain('Recibió: Cuenta transparencia, Unidad de Transparencia')
  expect(text).toContain('Anexos recibidos: Ninguno')
  expect(text).not.toMatch(RAW)
})

const VOTO = { comiteResolucion: 'CT/7/2030', comiteFecha: '2030-05-02', comiteSentido: 'confirma' }
const PARCIAL = { sentido: 'parcial', causa: 'terceros', razones: 'Los nombres de terceros se omiten.', ...VOTO }
const PARTES = {
  ...{
    numeroOficio: 'UT/12/2030',
    domicilioOficio: 'Calle de los Pinos 4, Isla Chica',
    horarioOficio: 'de lunes a viernes, de 9:00 a 15:00 horas.',
  },
  ...{ firmante: 'Ana Ruiz', cargoFirmante: 'Encargada de la Unidad' },
}
const oficio = (json: object) => ask('POST', `/${solicitud.id}/oficio`, json)

it('its acuse names the papers that came on its day until it is handed out, and is the same document after that', async () => {
  const handed = await ask('GET', `/${solicitud.id}/acuse`)
  const form = { fields: { exhibido: 'pasaporte' }, file: { field: 'archivo', name: 'ine.pdf', content: CARTA } }
  await send<Hecha>(test_, ['POST', `/derechos/${solicitud.id}/identidad`], { token: unidad, form })
  const [otra] = solicitud.hermanas
  const { acreditadaEn } = (await ask<{ acreditadaEn: string | null }>('GET', `/${must(otra).id}`)).body
  expect(acreditadaEn).not.toBeNull()
  expect(words(handed.bytes)).toContain('Identificación: No consta todavía en el expediente')
  expect(words((await ask('GET', `/${must(otra).id}/acuse`)).bytes)).toContain('Identificación: Mostró su pasaporte')
  await sql(test_, `update captura.solicitud_derecho set version = version + 1 where id = $1`, [solicitud.id])
  expect((await ask('GET', `/${solicitud.id}/acuse`)).bytes.equals(handed.bytes)).toBe(true)
  expect(words(handed.bytes)).toMatch(/Expedido: \S+ \d+ de \S+ de 2030, \d\d:\d\d horas/)
})

it('its letter is seen before it is recorded, as a draft that keeps nothing', async () => {
  const none = await oficio({ formato: 'pdf' })
  expect([none.status, none.body.detail]).toEqual([409, 'Todavía no hay un acto con oficio.'])
  const early = await oficio({ formato: 'pdf', acto: 'responder', ...PARCIAL, texto: 'Se entrega todo lo que se guarda.' })
  expect([early.status, early.body.detail]).toEqual([409, expect.stringMatching(/^Falta el poder o la carta de quien la representa/)])
  await subir(`/derechos/${solicitud.id}/documentos`, 'Poder o carta de representación.pdf', CARTA)
  const escrita = { acto: 'responder', ...PARCIAL, texto: 'Se entrega todo lo que se guarda, salvo lo que nunca capturó.' }
  const { status, bytes } = await oficio({ formato: 'pdf', ...escrita, firmante: 'Ana Ruiz', cargoFirmante: 'Encargada de la Unidad' })
  expect(status).toBe(200)
  writeFileSync(join(LOOK, 'borrador.pdf'), bytes)
  const text = words(bytes)
  for (const said of [
    'BORRADOR',
    'Con fundamento en los artículos 10, 11, 20 y 22 de la Ley del Valle, publicada el 1 de enero de 2020',
    'La persona titular acreditó su identidad con su pasaporte el',
    'Lucía Arce acreditó que la representa con el documento «Poder o carta de representación».',
    'Su solicitud de acceso a sus datos personales es procedente en parte. Se entrega todo',
    'En lo demás no es procedente, porque se lesionarían los derechos de otra persona: Los nombres de terceros se omiten.',
    'El Comité de Transparencia de este Instituto, con fundamento en el artículo 40, fracción II, de la Ley del Valle, publicada el 1 de enero de 2020, confirmó esta negativa en su resolución CT/7/2030, del 2 de mayo de 2030.',
    'Por conducto de Lucía Arce',
    'Ana Ruiz',
    'Encargada de la Unidad',
  ])
    expect(text).toContain(said)
  expect(text).toContain('Antes de emitirlo falta escribir el número del oficio, el domicilio de la Unidad y el horario de la Unidad.')
  expect(text.replaceAll('____________', '')).not.toMatch(RAW)
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
  const answered = await ask('POST', `/${solicitud.id}/actos`, {
    ...{ acto: 'responder', ...PARCIAL, ...PARTES, version: before.version, texto },
  })
  expect(answered.status).toBe(200)
  const oficioFirmado = {
    fields: { hecho: must(answered.body.solicitud.hechos.at(-1)).folio },
    file: { field: 'archivo', name: 'firmado.pdf', content: CARTA },
  }
  await send<Hecha>(test_, ['POST', `/derechos/${solicitud.id}/documentos`], { token: unidad, form: oficioFirmado })
  const datos = await ask('GET', `/${solicitud.id}/datos`)
  const datosPdf = must((await unzip(datos.bytes)).get('datos.pdf'))
  writeFileSync(join(LOOK, 'datos.pdf'), datosPdf)
  const datosText = words(datosPdf)
  for (const said of ['Actos sobre sus datos', 'Respuesta a una solicitud ARCO', 'Quién leyó sus respuestas de identidad'])
    expect(datosText).toContain(said)
  expect(datosText).toMatch(/\d\d:\d\d horas Validación, Partido Río Capturarlas o revisarlas en su nombre/)
  expect(datosText).not.toMatch(RAW)
  const { version } = (await ask<Solicitud>('GET', `/${solicitud.id}`)).body
  const done = await ask('POST', `/${solicitud.id}/actos`, { acto: 'hacer_efectivo', version, texto: 'Se entregó en una memoria.' })
  expect(done.status).toBe(200)
  await ask('POST', `/${solicitud.id}/actos`, {
    ...{ acto: 'notificar', version: done.body.solicitud.version, texto: 'Recibió la representante, con su identificación.' },
    ...{ medioEntrega: 'correo_postal', comprobante: 'MX-1234', direccion: 'Calle de los Pinos 4, Isla Chica' },
    ...{ enviada: hoy(), recibida: hoy() },
  })
  const { status, bytes } = await ask('GET', `/${solicitud.id}/expediente`)
  expect(status).toBe(200)
  const zip = join(LOOK, 'expediente.zip')
  writeFileSync(zip, bytes)
  const source = await openExpediente(zip)
  const report = await verifyExpediente(source, () => undefined)
  source.close()
  expect(report).toMatchObject({ archivos: 13, spki: test_.deps.secretos.firma.spki })
  const archivos = await unzip(bytes)
  expect([...archivos.keys()]).toEqual([
    ...[
      'expediente.pdf',
      'acuse-de-recibo.pdf',
      'oficios/1-respuesta.pdf',
      'oficios/1-respuesta.docx',
      documentoDe('0-identificacion', 'txt'),
      documentoDe('1-poder'),
      documentoDe('2-solicitud'),
      documentoDe('3-respuesta'),
      'datos-entregados/datos.json',
      'datos-entregados/datos.pdf',
    ],
    ...['COMPROBAR.txt', 'indice.html', 'SHA256SUMS', 'indice.json', 'firma.json'],
  ])
  for (const name of ['expediente.pdf', 'oficios/1-respuesta.pdf', 'oficios/1-respuesta.docx', 'indice.html'])
    writeFileSync(join(LOOK, name.replace('/', '-')), must(archivos.get(name)))
  const text = words(must(archivos.get('expediente.pdf')))
  for (const said of [
    texto,
    'Procede en parte',
    'Notificación',
    'Lucía Arce acreditó que la representa',
    'versión 1 del aviso de privacidad',
    'Sus datos se reunieron',
    'Se notificó la respuesta por correo postal: se envió el 2 de mayo de 2030 a Calle de los Pinos 4, Isla Chica y se recibió el 2 de mayo de 2030.',
    'Comprobante de envío: MX-1234.',
    'Identidad acreditada',
    'carta',
    'La persona puede recurrir en 6 días hábiles, a más tardar el 10 de mayo de 2030.',
  ])
    expect(text.toLowerCase()).toContain(said.toLowerCase())
  expect(text.replaceAll('Día', '')).not.toMatch(RAW)
  const [act] = await sql<{ acuse: string }>(
    test_,
    `select contenido::jsonb #>> '{detalle,acuse}' as acuse from bitacora.acto
     where objeto_id = $1 and acto = 'derecho.identidad_acreditada'`,
    [solicitud.id],
  )
  expect(text.replaceAll(' ', '')).toContain(must(act).acuse)
  const letter = words(must(archivos.get('oficios/1-respuesta.pdf')))
  expect(letter).not.toContain('BORRADOR')
  expect(letter).toContain('Oficio: UT/12/2030')
  expect(letter).toContain(
    'La Unidad de Transparencia está en Calle de los Pinos 4, Isla Chica y atiende de lunes a viernes, de 9:00 a 15:00 horas.',
  )
  expect(letter).toContain(
    'recurso de revisión, previsto en los artículos 30 y 31, ante Garante del Valle o ante esta Unidad de Transparencia, dentro de los 6 días hábiles',
  )
  // As it was signed, although they were handed over since.
  expect(letter).toContain('Sus datos se le entregarán dentro de los 5 días hábiles siguientes')
  expect(letter).not.toContain('se le entregaron')
  expect(archivos.get(documentoDe('1-poder'))?.toString()).toBe(CARTA)
  expect(must(archivos.get('indice.html')).toString()).toContain(`Oficio de respuesta, ${solicitud.folio}: firmado`)
  // The letter, the poder and the note on her identity document stand in each right; the answer of one, in its own.
  const otra = await unzip((await ask('GET', `/${must(solicitud.hermanas[0]).id}/expediente`)).bytes)
  expect([...otra.keys()].filter((ruta) => ruta.startsWith('documentos/'))).toHaveLength(3)
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

it('an acuse lists once a letter that each of its requests keeps, and an expediente tells acts in the order of their days', async () => {
  const json = {
    candidaturaId: of.id,
    derecho: 'acceso',
    tambien: ['oposicion'],
    recibida: hoy(),
    descripcion: 'Pido mis datos, y me opongo.',
  }
  const { id, hermanas } = (await ask('POST', '', json)).body.solicitud
  for (const each of [id, must(hermanas[0]).id]) await subir(`/derechos/${each}/documentos`, 'Escrito de la solicitud.pdf', CARTA)
  await subir(`/derechos/${id}/identidad`, 'ine.pdf', CARTA)
  expect(words((await ask('GET', `/${id}/acuse`)).bytes)).toContain('Anexos recibidos: Escrito de la solicitud Recibió')
  const { version } = (await ask<Solicitud>('GET', `/${id}`)).body
  expect((await ask('POST', `/${id}/actos`, { acto: 'prevenir', version, texto: 'Diga qué datos pide.' })).status).toBe(200)
  await sql(test_, `update captura.solicitud_derecho set hechos = jsonb_set(hechos, '{0,fecha}', '"2030-05-01"') where id = $1`, [id])
  const archivos = await unzip((await ask('GET', `/${id}/expediente`)).bytes)
  expect(words(must(archivos.get('expediente.pdf')))).toMatch(/1 de mayo de 2030 Prevención.* Identidad acreditada/)
})
