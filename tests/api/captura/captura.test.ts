import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import { capturarTodo, consentir, Equipo, guardar, RESPUESTAS, verCaptura, verSeccion, type Problem } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'

const OPEN = '2030-05-02T10:00:00-07:00'
const OFICIO = 'curricular/oficio'
const COMPROMISO = 'curricular/compromiso'

let test_: TestApp
let equipo: Equipo
let of: Given

beforeAll(async () => {
  test_ = await startTestApp({ ahora: OPEN })
  equipo = new Equipo(test_)
})
beforeEach(async () => {
  of = await givenCandidatura(test_)
})
afterAll(() => test_.close())

const letters = (count: number) => 'a '.repeat(count).trim()
const reasonsOf = ({ errors = [] }: Problem) => Object.fromEntries(errors.map(({ field, reasons }) => [field, reasons]))

describe('saving a section', () => {
  it('with some of its answers is accepted, and says what is missing', async () => {
    const { status, body } = await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 1,
      estatus: 'en_captura',
      faltantes: [{ campo: 'sitio', razones: ['Falta el sitio o el teléfono'] }],
    })
    expect(body.acuse).toMatchObject({ acto: 'captura.guardada', folio: expect.stringMatching(/^\w{5}-\w{5}-\w{5}$/) })
    expect((await verCaptura(equipo, of)).secciones[0]).toMatchObject({
      respuestas: { oficio: 'Pesca' },
      version: 1,
      estatus: 'en_captura',
    })
  })

  it('with all of them completes it', async () => {
    const { body } = await guardar(equipo, { of, at: OFICIO }, { respuestas: RESPUESTAS.curricular.oficio })
    expect(body).toMatchObject({ estatus: 'completa', faltantes: [] })
  })

  it('with nothing empties it again', async () => {
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })
    const { body } = await guardar(equipo, { of, at: OFICIO }, { version: 1, respuestas: {} })
    expect(body).toMatchObject({ version: 2, estatus: 'vacia' })
    expect((await verSeccion(equipo, of, OFICIO)).respuestas).toEqual({})
  })

  it('keeps the text as it reads: no blanks at the ends, one kind of line end, composed accents, no hidden controls', async () => {
    const sent = '  Primera línea\r\nSegunda \u202elínea\u2066 con e\u0301nfasis y algo más para llegar  '
    await guardar(equipo, { of, at: COMPROMISO }, { respuestas: { compromiso: sent } })
    expect((await verSeccion(equipo, of, COMPROMISO)).respuestas).toEqual({
      compromiso: 'Primera línea\nSegunda línea con énfasis y algo más para llegar',
    })
  })

  it('gives no room to blanks: one between words, one empty line between lines', async () => {
    const compromiso = `Abrir un taller${'\u00A0'.repeat(9000)} de redes${'\n\u3164'.repeat(5000)}\n en cada muelle y cuidar el agua`
    await guardar(equipo, { of, at: COMPROMISO }, { respuestas: { compromiso } })
    expect((await verSeccion(equipo, of, COMPROMISO)).respuestas).toEqual({
      compromiso: 'Abrir un taller de redes\n\nen cada muelle y cuidar el agua',
    })
  })

  it('drops the answer to a question that the other answers hide', async () => {
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Otro', oficio_otro: 'Herrería' } })
    expect((await verSeccion(equipo, of, OFICIO)).respuestas).toEqual({ oficio: 'Otro', oficio_otro: 'Herrería' })
    await guardar(equipo, { of, at: OFICIO }, { version: 1, respuestas: { oficio: 'Pesca', oficio_otro: 'Herrería' } })
    expect((await verSeccion(equipo, of, OFICIO)).respuestas).toEqual({ oficio: 'Pesca' })
  })

  it('leaves the estatus of the whole where its sections are', async () => {
    const estatusOf = async () =>
      (await sql<{ e: string }>(test_, 'select estatus_captura as e from captura.candidatura where id = $1', [of.id]))[0]?.e
    expect(await estatusOf()).toBe('sin_captura')
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })
    expect(await estatusOf()).toBe('en_captura')
    await consentir(equipo, of)
    await capturarTodo(equipo, of)
    expect(await estatusOf()).toBe('completa')
  })
})

describe('an impossible answer', () => {
  it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['a key that is no question', OFICIO, { sueldo: '1' }, { sueldo: ['Esta pregunta no está en la sección'] }],
    ['a question of another section', OFICIO, { compromiso: 'algo' }, { compromiso: ['Esta pregunta no está en la sección'] }],
    ['a value outside the catalogue', OFICIO, { oficio: 'Piratería' }, { oficio: ['Elija una de las opciones de la lista'] }],
    ['another type', OFICIO, { oficio: ['Pesca'] }, { oficio: expect.arrayContaining(['Se esperaba un texto']) }],
    [
      'an object instead of a text',
      COMPROMISO,
      { compromiso: { texto: 'x' } },
      { compromiso: expect.arrayContaining(['Se esperaba un texto']) },
    ],
    ['an address that is none', OFICIO, { sitio: 'javascript:alert(1)' }, { sitio: [expect.stringContaining('https://')] }],
    [
      'a text over its maximum, blanks not counted',
      COMPROMISO,
      { compromiso: letters(301) },
      { compromiso: ['Sobra 1 carácter, sin contar espacios (máximo 300)'] },
    ],
    [
      'a text that takes many times the room of its letters',
      COMPROMISO,
      { compromiso: letters(40).replaceAll(' ', '\n') },
      { compromiso: ['Tiene 40 líneas (máximo 15). Junte las más cortas en párrafos'] },
    ],
  ])('%s is refused with the reason beside its field, and nothing is saved', async (_title, at, respuestas, reasons) => {
    const { status, body } = await guardar(equipo, { of, at }, { respuestas })
    expect(status).toBe(422)
    expect(body.code).toBe('captura.respuesta_invalida')
    expect(reasonsOf(body)).toEqual(reasons)
    expect(await verSeccion(equipo, of, at)).toMatchObject({ version: 0, estatus: 'vacia', respuestas: {} })
  })

  it('is refused alone: the good ones of its section are saved, and what was stored stays in its place', async () => {
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Otro', oficio_otro: 'Herrería' } })
    const respuestas = { oficio: 'Piratería', oficio_otro: 'Forja', sitio: 'www.forja.example/taller', sueldo: '1' }
    const { status, body } = await guardar(equipo, { of, at: OFICIO }, { version: 1, respuestas })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 2,
      rechazadas: [
        { campo: 'sueldo', razones: ['Esta pregunta no está en la sección'] },
        { campo: 'oficio', razones: ['Elija una de las opciones de la lista'] },
      ],
    })
    expect((await verSeccion(equipo, of, OFICIO)).respuestas).toEqual({
      oficio: 'Otro',
      oficio_otro: 'Forja',
      sitio: 'https://www.forja.example/taller',
    })
  })

  it('beside nothing new saves nothing', async () => {
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })
    const { status } = await guardar(equipo, { of, at: OFICIO }, { version: 1, respuestas: { oficio: 'Pesca', sitio: 'Mi página' } })
    expect(status).toBe(422)
    expect(await verSeccion(equipo, of, OFICIO)).toMatchObject({ version: 1, respuestas: { oficio: 'Pesca' } })
  })

  it.each([
    [300, 'completa', []],
    [40, 'completa', []],
    [39, 'en_captura', [{ campo: 'compromiso', razones: ['Falta 1 carácter, sin contar espacios'] }]],
  ])('a text of %i characters without blanks is within its length or told what it lacks', async (count, estatus, faltantes) => {
    const { status, body } = await guardar(equipo, { of, at: COMPROMISO }, { respuestas: { compromiso: letters(count) } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ estatus, faltantes })
  })

  it('has no address in a section that does not exist', async () => {
    expect((await guardar(equipo, { of, at: 'curricular/sueldos' }, { respuestas: {} })).status).toBe(404)
    expect((await guardar(equipo, { of, at: 'biografico/oficio' }, { respuestas: {} })).status).toBe(400)
  })
})

describe('two people at once', () => {
  it('on a version that is not the last one: 409 with the text that is there', async () => {
    await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })
    const { status, body } = await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Alfarería' } })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'captura.version_distinta', actual: { version: 1, respuestas: { oficio: 'Pesca' } } })
  })

  it('twenty on the same version: one saves, nineteen see what was saved', async () => {
    const sent = Array.from({ length: 20 }, (_, i) => `Compromiso número ${i}, con letras de sobra para que la sección quede completa.`)
    const answers = await Promise.all(sent.map((compromiso) => guardar(equipo, { of, at: COMPROMISO }, { respuestas: { compromiso } })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
    const { respuestas, version } = await verSeccion(equipo, of, COMPROMISO)
    expect(sent[answers.findIndex(({ status }) => status === 200)]).toBe(respuestas.compromiso)
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.actual).toEqual({ version, respuestas })
    expect(await acts()).toHaveLength(1)
  })
})

const acts = () =>
  sql<{ contenido: string }>(test_, `select contenido from bitacora.acto where acto = 'captura.guardada' and objeto_id = $1 order by n`, [
    of.id,
  ])

describe('an Idempotency-Key', () => {
  const clave = 'envio-de-prueba'

  it('sent thirty times at once with the same content saves once and gives everybody the same acuse', async () => {
    const save = { respuestas: { oficio: 'Pesca' }, clave: `${clave}-${of.id}` }
    const answers = await Promise.all(Array.from({ length: 30 }, () => guardar(equipo, { of, at: OFICIO }, save)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1)
    expect(await acts()).toHaveLength(1)
    expect((await verSeccion(equipo, of, OFICIO)).version).toBe(1)
  })

  it('sent again with other content is refused, and changes nothing', async () => {
    const save = { respuestas: { oficio: 'Pesca' }, clave: `${clave}-${of.id}` }
    await guardar(equipo, { of, at: OFICIO }, save)
    const { status, body } = await guardar(equipo, { of, at: OFICIO }, { ...save, version: 1, respuestas: { oficio: 'Otro' } })
    expect(status).toBe(422)
    expect(body.code).toBe('idempotencia.contenido_distinto')
    expect((await verSeccion(equipo, of, OFICIO)).respuestas).toEqual({ oficio: 'Pesca' })
  })

  it('is of one account: another one with the same key saves its own', async () => {
    const save = { respuestas: { oficio: 'Pesca' }, clave: `${clave}-${of.id}` }
    await guardar(equipo, { of, at: OFICIO }, save)
    const other = await guardar(equipo, { of, at: OFICIO, token: await equipo.validacion() }, { ...save, version: 1 })
    expect(other).toMatchObject({ status: 200, body: { version: 2 } })
  })

  it('is free for another attempt after the first one failed', async () => {
    const clave_ = `${clave}-${of.id}`
    expect((await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Piratería' }, clave: clave_ })).status).toBe(422)
    expect((await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' }, clave: clave_ })).status).toBe(200)
  })

  it('longer than the server keeps is refused: two of them must not pass for one', async () => {
    const long = (end: string) => guardar(equipo, { of, at: OFICIO }, { respuestas: {}, clave: 'k'.repeat(100) + end })
    expect((await long('a')).status).toBe(400)
  })
})

describe('the term', () => {
  afterEach(() => moveReloj(test_, OPEN))

  it('that has passed does not keep anybody from capturing; it shows', async () => {
    expect((await verCaptura(equipo, of)).vencida).toBe(true)
    expect((await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })).status).toBe(200)
    await moveReloj(test_, '2030-04-30T23:59:58-07:00')
    expect(await verCaptura(equipo, of)).toMatchObject({ vencida: false, venceEn: '2030-05-01T06:59:59Z' })
    await moveReloj(test_, '2030-05-01T00:00:00-07:00')
    expect((await verCaptura(equipo, of)).vencida).toBe(true)
  })

  it('ends for all capture at the end of its last day', async () => {
    await moveReloj(test_, '2030-07-03T23:59:58-07:00')
    expect((await guardar(equipo, { of, at: OFICIO }, { respuestas: { oficio: 'Pesca' } })).status).toBe(200)
    await moveReloj(test_, '2030-07-04T00:00:00-07:00')
    const { status, body } = await guardar(equipo, { of, at: OFICIO }, { version: 1, respuestas: {} })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'captura.cerrada', detail: 'La captura cerró el 3 de julio de 2030.' })
    expect(await verSeccion(equipo, of, OFICIO)).toMatchObject({ editable: false, razones: ['La captura cerró el 3 de julio de 2030.'] })
  })
})

describe('a body that is none', () => {
  const put = async (raw: string) =>
    send<Problem>(test_, ['PUT', `/candidaturas/${of.id}/captura/${COMPROMISO}`], { token: await equipo.captura(), raw })
  const saved = (compromiso: string) => JSON.stringify({ version: 0, respuestas: { compromiso } })

  it.each([
    ['U+0000 in an answer', saved('uno\u0000dos'), 400, 'entrada.caracter_prohibido'],
    ['U+0000 in a key', '{"version":0,"respuestas":{"a\\u0000":"b"}}', 400, 'entrada.caracter_prohibido'],
    ['half a surrogate pair', saved('uno').replace('uno', '\\ud800'), 400, 'entrada.caracter_prohibido'],
    ['more than 64 KB', saved('a'.repeat(65 * 1024)), 413, 'entrada.demasiado_grande'],
    ['null', 'null', 400, 'entrada.invalida'],
    ['a list', '[]', 400, 'entrada.invalida'],
    ['a number', '7', 400, 'entrada.invalida'],
    ['no JSON', '{"version":', 400, 'entrada.invalida'],
    ['nothing', '', 400, 'entrada.invalida'],
    ['a version that is no number', '{"version":"una","respuestas":{}}', 400, 'entrada.invalida'],
    ['a version in letters', '{"version":"0","respuestas":{}}', 400, 'entrada.invalida'],
    ['a version too large for the database', '{"version":99999999999,"respuestas":{}}', 400, 'entrada.invalida'],
    ['answers in a list', '{"version":0,"respuestas":[]}', 400, 'entrada.invalida'],
    ['something else besides', '{"version":0,"respuestas":{},"estatus":"verificada"}', 400, 'entrada.invalida'],
  ])('%s is refused', async (_title, raw, status, code) => {
    expect(await put(raw)).toMatchObject({ status, body: { status, code } })
  })

  it('keeps what is text: an emoji is one character', async () => {
    expect((await put(saved('José 😀 escribe su compromiso con el valle y sus doce muelles'))).status).toBe(200)
  })
})
