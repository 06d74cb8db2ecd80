import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { readPdf } from '../../support/pdf.ts'
import { connectAs } from '../../support/roles.ts'

interface Plazo {
  clave: string
  dias: number
  vence: string
}
interface Solicitud {
  id: string
  folio: string
  version: number
  plazo: Plazo | null
  prevenible: Plazo | null
  recurrible: Plazo | null
  porNotificar: boolean
  cartas: { carta: string; fecha: string; envio: object | null }[]
  hechos: { acto: string; fecha: string; folio: string; efectos: string[] }[]
  pasos: { efectiva: string | null }
  hermanas: { id: string; folio: string }[]
}
type Hecha = { solicitud: Solicitud } & Problem

/** Folder where the papers are left, to be looked at page by page. */
const LOOK = join(__dirname, '../../../.cache/papeles')
const TEXTO = 'Diga sobre cuáles de sus datos pregunta y acompañe su acta.'
let test_: TestApp
let unidad: string
let of: Given

beforeAll(async () => {
  test_ = await startTestApp()
  unidad = await test_.tokenOf('transparencia')
  of = await givenCapturada(new Equipo(test_))
  mkdirSync(LOOK, { recursive: true })
})
afterAll(() => test_.close())
beforeEach(() => moveReloj(test_, '2030-05-06T11:00:00-07:00'))

const ask = <T = Hecha>(method: 'GET' | 'POST', path: string, json?: object) =>
  send<T>(test_, [method, `/derechos${path}`], { token: unidad, ...(json ? { json } : {}) })
const actuar = ({ id, version }: Pick<Solicitud, 'id' | 'version'>, json: object) =>
  ask('POST', `/${id}/actos`, { version, texto: TEXTO, ...json })
async function hecha(solicitud: Pick<Solicitud, 'id' | 'version'>, json: object): Promise<Solicitud> {
  const { status, body } = await actuar(solicitud, json)
  expect([status, body.detail, body.errors]).toEqual([200, undefined, undefined])
  return body.solicitud
}
const campos = async (solicitud: Solicitud, json: object) =>
  ((await actuar(solicitud, json)).body.errors ?? []).map(({ field, reasons }) => `${field}: ${reasons.join(' ')}`)
const recibirSinIdentidad = async (derecho: string, tambien: string[] = []): Promise<Solicitud> => {
  const json = { candidaturaId: of.id, derecho, tambien, recibida: '2030-05-06', descripcion: 'Pido lo que corresponde sobre mis datos.' }
  return (await ask('POST', '', json)).body.solicitud
}
const recibir = async (derecho: string): Promise<Solicitud> => {
  const { id } = await recibirSinIdentidad(derecho)
  const form = { file: { field: 'archivo', name: 'ine.pdf', content: '%PDF-1.7\nfirma\n%%EOF' } }
  return (await send<Hecha>(test_, ['POST', `/derechos/${id}/identidad`], { token: unidad, form })).body.solicitud
}
const postal = {
  ...{ acto: 'notificar', medioEntrega: 'correo_postal', comprobante: 'MX-7' },
  direccion: 'Calle Canario-pinos 4, Isla Chica',
}
/** The letter of a recorded act, left to be looked at. */
async function carta({ id, hechos }: Solicitud, acto: string): Promise<string> {
  const { folio } = must(hechos.findLast((each) => each.acto === acto))
  for (const formato of ['pdf', 'docx'])
    writeFileSync(join(LOOK, `oficio-${acto}.${formato}`), (await ask('POST', `/${id}/oficio`, { formato, hecho: folio })).bytes)
  return readPdf.text((await ask('POST', `/${id}/oficio`, { formato: 'pdf', hecho: folio })).bytes).replaceAll(/\s+/g, ' ')
}

it('a prevention is told with its days to both sides, and hers run from the day on which she received it', async () => {
  const nueva = await recibir('acceso')
  expect(nueva.prevenible).toMatchObject({ dias: 3, vence: '2030-05-09' })
  const prevenida = await hecha(nueva, { acto: 'prevenir' })
  expect([prevenida.plazo, prevenida.porNotificar, prevenida.cartas]).toEqual([
    expect.objectContaining({ clave: 'prevenir', dias: 3, vence: '2030-05-09' }),
    true,
    [{ carta: 'prevencion', fecha: '2030-05-06', envio: null }],
  ])
  expect(await carta(prevenida, 'prevenir')).toContain(
    'Tiene 4 días hábiles para hacerlo, contados desde el día siguiente a aquel en que se le notifique este oficio.',
  )
  expect((await actuar(prevenida, { acto: 'no_presentar' })).body.detail).toBe(
    'Falta notificar la prevención: el plazo para atenderla corre desde entonces.',
  )
  await moveReloj(test_, '2030-05-10T11:00:00-07:00')
  const told = await hecha(prevenida, { ...postal, enviada: '2030-05-07', recibida: '2030-05-10' })
  expect([told.plazo, told.porNotificar, told.cartas]).toEqual([
    expect.objectContaining({ clave: 'desahogar', dias: 4, vence: '2030-05-16' }),
    false,
    [],
  ])
  expect(told.hechos.at(-1)?.efectos).toEqual([
    'Se notificó la prevención por correo postal: se envió el 7 de mayo de 2030 a Calle Canario-pinos 4, Isla Chica y se recibió el 10 de mayo de 2030.',
    'Comprobante de envío: MX-7.',
    'Sin comprobante de entrega: ningún documento la prueba.',
  ])
  expect((await actuar(told, { ...postal, enviada: '2030-05-10', recibida: '2030-05-10' })).body.detail).toBe(
    'Ya se notificó: cada oficio se notifica una sola vez.',
  )
  await moveReloj(test_, '2030-05-17T11:00:00-07:00')
  const cerrada = await hecha(told, { acto: 'no_presentar' })
  expect(await carta(cerrada, 'no_presentar')).toContain('porque la prevención del 6 de mayo de 2030 no se atendió en su plazo.')
})

it('a notification has days that can be, an address and its proof, by its medium', async () => {
  const respondida = await hecha(await recibir('rectificacion'), { acto: 'responder', sentido: 'procedente' })
  expect(respondida.plazo).toMatchObject({ clave: 'notificar', dias: 8 })
  expect(await campos(respondida, { acto: 'notificar' })).toEqual(['medioEntrega: Diga por qué medio se notificó.'])
  expect(await campos(respondida, { ...postal, enviada: '2030-05-05', recibida: '2030-05-07' })).toEqual([
    'enviada: No puede ser anterior al 6 de mayo de 2030, día del oficio.',
    'recibida: No puede ser posterior a hoy.',
  ])
  expect(await campos(respondida, { acto: 'notificar', medioEntrega: 'correo', enviada: '2030-05-06' })).toEqual([
    'recibida: Diga qué día fue.',
    'direccion: Escriba la dirección de correo a la que se envió.',
  ])
  const told = await hecha(respondida, { acto: 'notificar', medioEntrega: 'comparecencia', enviada: '2030-05-06' })
  expect([told.plazo, told.recurrible]).toEqual([
    expect.objectContaining({ clave: 'hacerEfectivo', dias: 5, vence: '2030-05-13' }),
    expect.objectContaining({ clave: 'recurrir', dias: 6, vence: '2030-05-14' }),
  ])
})

it('an extension counts once she was told of it within the term', async () => {
  const nueva = await recibir('acceso')
  const ampliada = await hecha(nueva, { acto: 'ampliar' })
  expect(ampliada.plazo).toMatchObject({ clave: 'responder', dias: 8, vence: '2030-05-16' })
  expect(await carta(ampliada, 'ampliar')).toContain('En total es de 10 días hábiles, a más tardar el 20 de mayo de 2030.')
  const told = await hecha(ampliada, { acto: 'notificar', medioEntrega: 'sistema', enviada: '2030-05-06' })
  expect(told.plazo).toMatchObject({ clave: 'responder', dias: 10, vence: '2030-05-20' })
})

it('a refusal demands its ground and its reasons, and its letter prints them', async () => {
  const solicitud = await recibir('oposicion')
  const no = { acto: 'responder', sentido: 'improcedente' }
  expect(await campos(solicitud, { ...no, texto: 'No procede.' })).toEqual([
    'causa: Elija la causa por la que no procede.',
    'texto: Escriba por qué no procede, en 20 caracteres o más.',
    'comiteResolucion: Falta el número de la resolución del Comité de Transparencia.',
    'comiteFecha: Diga qué día votó el Comité.',
    'comiteSentido: Diga en qué sentido votó el Comité.',
  ])
  const voto = { comiteResolucion: 'CT/7/2030', comiteFecha: '2030-05-06', comiteSentido: 'confirma' }
  expect(await campos(solicitud, { ...no, ...voto, sentido: 'parcial', causa: 'terceros', surte: 'fuera' })).toEqual([
    'razones: Escriba por qué no procede, en 20 caracteres o más.',
  ])
  const texto = 'El dato consta en el acuerdo de registro, que debe conservarse.'
  const negada = await hecha(solicitud, { ...no, ...voto, causa: 'impedimento', texto })
  expect(negada.hechos.at(-1)?.efectos).toEqual([
    'No procede porque existe un impedimento legal.',
    'El Comité de Transparencia confirmó esta negativa en su resolución CT/7/2030, del 6 de mayo de 2030.',
  ])
  const letter = await carta(negada, 'responder')
  expect(letter).toContain(`Asunto: Se responde su solicitud de oposición al tratamiento de sus datos personales Folio: ${negada.folio}`)
  expect(letter).toContain(`no es procedente, porque existe un impedimento legal. Las razones son las siguientes: ${texto}`)
  expect(letter).toContain('confirmó esta negativa en su resolución CT/7/2030')
  expect(letter).not.toMatch(/efectiv/)
})

it('a refusal without the vote of the Comité goes on with its reason, which stays in the record and out of the letter', async () => {
  const solicitud = await recibir('cancelacion')
  const no = { acto: 'responder', sentido: 'improcedente', causa: 'impedimento', texto: 'La ley ordena conservar estos datos.' }
  expect(await campos(solicitud, { ...no, sinComite: 'No.' })).toEqual([
    'sinComite: Escriba por qué se responde sin el voto del Comité, en 20 caracteres o más.',
  ])
  const revoca = { comiteResolucion: 'CT/8/2030', comiteFecha: '2030-05-06', comiteSentido: 'revoca' }
  expect(await campos(solicitud, { ...no, ...revoca })).toEqual([
    'comiteSentido: El Comité revocó la negativa: no se responde que no procede.',
  ])
  const sinComite = 'El Comité canario sesiona después de que vence el plazo.'
  const negada = await hecha(solicitud, { ...no, sinComite })
  expect(negada.hechos.at(-1)?.efectos).toContain(`Se respondió sin el voto del Comité de Transparencia. Motivo: ${sinComite}`)
  expect(await carta(negada, 'responder')).not.toContain('Comité')
  const [act] = await sql<{ t: string }>(
    test_,
    `select contenido as t from bitacora.acto where acto = 'derecho.responder' and objeto_id = $1`,
    [negada.id],
  )
  expect(act?.t).toContain('sin su voto')
  expect(act?.t).not.toContain('canario')
})

it('a withdrawal and a lack of competence have their letters too', async () => {
  const desistida = await hecha(await recibir('cancelacion'), { acto: 'desistir', texto: 'Lo pidió por escrito el mismo día.' })
  expect(await carta(desistida, 'desistir')).toContain('Se tiene por recibido su desistimiento')
  const ajena = await hecha(await recibir('acceso'), { acto: 'declinar', texto: 'Los datos que pide los tiene el Registro Civil.' })
  expect(await carta(ajena, 'declinar')).toContain('Este Instituto no es competente para atender su solicitud.')
})

it('an auditor reads the days of a notification, and neither its address nor the reasons of a refusal', async () => {
  const client = await connectAs(test_, 'instituto')
  await client.query('begin')
  await client.query(`select set_config('app.rol', 'auditoria', true)`)
  const { rows } = await client.query<{ hechos: unknown }>('select hechos from captura.derechos_auditados()')
  await client.query('rollback')
  await client.end()
  const text = JSON.stringify(rows)
  expect(text).toContain('"recibida":"2030-05-10"')
  expect(text).not.toMatch(/Canario-pinos|MX-7|impedimento/)
  const acts = await sql<{ t: string }>(test_, 'select contenido as t from bitacora.acto')
  expect(JSON.stringify(acts)).not.toContain('Canario-pinos')
})

it('a posted letter is recorded with its day, waits for its acuse, and runs its terms from the day that it tells', async () => {
  const respondida = await hecha(await recibir('rectificacion'), { acto: 'responder', sentido: 'procedente' })
  await moveReloj(test_, '2030-05-08T11:00:00-07:00')
  const posted = await hecha(respondida, { ...postal, enviada: '2030-05-07' })
  expect([posted.porNotificar, posted.plazo?.clave, posted.cartas[0]?.envio]).toEqual([
    true,
    'notificar',
    { enviada: '2030-05-07', direccion: postal.direccion, comprobante: 'MX-7' },
  ])
  expect(posted.hechos.at(-1)?.efectos[0]).toBe(
    'Se envió la respuesta por correo postal el 7 de mayo de 2030 a Calle Canario-pinos 4, Isla Chica. Falta el acuse.',
  )
  await moveReloj(test_, '2030-05-13T11:00:00-07:00')
  const told = await hecha(posted, { ...postal, enviada: '2030-05-07', recibida: '2030-05-10' })
  expect([told.porNotificar, told.plazo, told.recurrible]).toEqual([
    false,
    expect.objectContaining({ clave: 'hacerEfectivo', vence: '2030-05-17' }),
    expect.objectContaining({ clave: 'recurrir', vence: '2030-05-20' }),
  ])
})

it('a prevention was attended, and a right made effective, on the day that is told: terms count from it', async () => {
  const prevenida = await hecha(await recibir('acceso'), { acto: 'prevenir' })
  const enPersona = { acto: 'notificar', medioEntrega: 'comparecencia', enviada: '2030-05-06' }
  const told = await hecha(prevenida, enPersona)
  await moveReloj(test_, '2030-05-13T11:00:00-07:00')
  expect(await campos(told, { acto: 'desahogar', dia: '2030-05-14' })).toEqual(['dia: No puede ser posterior a hoy.'])
  expect(await campos(told, { acto: 'desahogar', dia: '2030-05-03' })).toEqual([
    'dia: No puede ser anterior al 6 de mayo de 2030, día de lo que le precede.',
  ])
  const attended = await hecha(told, { acto: 'desahogar', dia: '2030-05-07' })
  expect(attended.plazo).toMatchObject({ clave: 'responder', dias: 8, vence: '2030-05-17' })
  expect(attended.hechos.at(-1)).toMatchObject({ fecha: '2030-05-07', efectos: ['Se registró el 13 de mayo de 2030.'] })
  const respondida = await hecha(attended, { acto: 'responder', sentido: 'procedente' })
  await ask('GET', `/${respondida.id}/datos`)
  await moveReloj(test_, '2030-05-15T11:00:00-07:00')
  const efectiva = await hecha(respondida, { acto: 'hacer_efectivo', dia: '2030-05-14' })
  expect(efectiva.hechos.at(-1)).toMatchObject({
    fecha: '2030-05-14',
    efectos: expect.arrayContaining(['Se registró el 15 de mayo de 2030.']),
  })
  expect(efectiva.pasos.efectiva).toBe('2030-05-14')
})

it('what the system does itself happens today', async () => {
  const cancelacion = await hecha(await recibir('cancelacion'), { acto: 'responder', sentido: 'procedente' })
  await moveReloj(test_, '2030-05-07T11:00:00-07:00')
  const propuesta = await hecha(cancelacion, { acto: 'proponer_efectivo' })
  const otra = await test_.tokenOf('transparencia')
  const json = { acto: 'hacer_efectivo', version: propuesta.version, texto: TEXTO, dia: '2030-05-06' }
  const { body } = await send<Hecha>(test_, ['POST', `/derechos/${propuesta.id}/actos`], { token: otra, json })
  expect(body.errors).toEqual([{ field: 'dia', reasons: ['Este acto ocurre hoy.'] }])
})

it('a letter with two rights is prevented, notified and attended once, and each right has it in its record', async () => {
  const una = await recibirSinIdentidad('acceso', ['rectificacion'])
  const { id } = must(una.hermanas[0])
  const leer = async () => (await ask<Solicitud>('GET', `/${id}`)).body
  const prevenida = await hecha(una, { acto: 'prevenir' })
  const otra = await leer()
  expect(otra.hechos.map(({ acto, folio }) => [acto, folio])).toEqual(prevenida.hechos.map(({ acto, folio }) => [acto, folio]))
  const [letter, same] = [await carta(prevenida, 'prevenir'), await carta(otra, 'prevenir')]
  expect(letter).toBe(same)
  const folios = [una.folio, otra.folio].toSorted().join(' y ')
  expect(letter).toContain(`Folios: ${folios}`)
  expect(letter).toContain('No se ha acreditado la identidad de la persona titular: presente su identificación oficial vigente.')
  const pendientes = await send<{ elementos: { texto: string }[] }>(test_, ['GET', '/pendientes'], { token: unidad })
  const due = pendientes.body.elementos.filter(({ texto }) => texto.startsWith('Notificar la prevención'))
  expect(due.filter(({ texto }) => texto.includes(una.folio) || texto.includes(otra.folio))).toHaveLength(1)
  const form = {
    fields: { hecho: must(prevenida.hechos[0]).folio },
    file: { field: 'archivo', name: 'sellado.pdf', content: '%PDF-1.7\nsello\n%%EOF' },
  }
  const { status } = await send<Hecha>(test_, ['POST', `/derechos/${una.id}/documentos`], { token: unidad, form })
  expect(status).toBe(201)
  for (const { id: each, folio } of [una, otra]) {
    const archivos = await unzip((await ask('GET', `/${each}/expediente`)).bytes)
    expect([...archivos.keys()]).toContain(`documentos/1-prevencion-${folio.replaceAll('/', '-')}.pdf`)
    expect(must(archivos.get('indice.html')).toString()).toContain(`Oficio de prevención, ${folio}: sellado`)
  }
  const told = await hecha(prevenida, { acto: 'notificar', medioEntrega: 'comparecencia', enviada: '2030-05-06' })
  expect([told.porNotificar, (await leer()).porNotificar]).toEqual([false, false])
  const attended = await hecha(told, { acto: 'desahogar' })
  expect([attended.plazo?.clave, (await leer()).plazo?.clave]).toEqual(['responder', 'responder'])
  const entries = await sql(test_, `select 1 from bitacora.acto where acto = 'derecho.prevenir' and objeto_id = any($1)`, [[una.id, id]])
  expect(entries).toHaveLength(2)
  expect((await hecha(attended, { acto: 'ampliar' })).hechos.length - (await leer()).hechos.length).toBe(1)
})

it('an auditor reads the vote on a refusal, or the typed reason to go without it, and none of its other texts', async () => {
  const negar = { acto: 'responder', sentido: 'improcedente', causa: 'terceros', texto: 'Los nombres son de terceros: canario-negativa.' }
  const voto = { comiteResolucion: 'CT/7/2030', comiteFecha: '2030-05-06', comiteSentido: 'confirma' }
  const votada = await hecha(await recibir('acceso'), { ...negar, ...voto })
  const sinVoto = await hecha(await recibir('acceso'), { ...negar, sinComite: 'El Comité sesiona después de que vence el plazo.' })
  const auditoria = await test_.tokenOf('auditoria')
  const { body, bytes } = await send<{ columnas: string[]; filas: { celdas: string[] }[] }>(
    test_,
    ['GET', '/auditoria/respuesta?pregunta=derechos'],
    { token: auditoria },
  )
  const saysOf = ({ folio }: Solicitud) =>
    must(body.filas.find(({ celdas }) => celdas[0] === folio)).celdas[body.columnas.indexOf('Comité de Transparencia')]
  expect(saysOf(votada)).toBe('El Comité de Transparencia confirmó esta negativa en su resolución CT/7/2030, del 6 de mayo de 2030.')
  expect(saysOf(sinVoto)).toBe(
    'Se respondió sin el voto del Comité de Transparencia. Motivo: El Comité sesiona después de que vence el plazo.',
  )
  expect(bytes.toString()).not.toContain('canario-')
})
