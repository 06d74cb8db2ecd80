import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { leer, publicar } from '../../support/publico.ts'
import { attempt, connectAs, REFUSED } from '../../support/roles.ts'
import { todoPublico } from '../../support/mundos/todo-publico.ts'

interface Reporte {
  id: string
  folio: string
  pagina: string
  texto: string
  estatus: string
  pideRespuesta: boolean
  version: number
}

const URL_REPORTES = '/api/v1/publico/reportes'
const CANARIO = 'Canario: mi vecina Tomasa Agraz dice que su teléfono está mal'
const PALABRAS = { pregunta: '¿Es correcto el número de regidurías?', respuesta: 'Sí: lo confirma el acuerdo de 2024.', motivo: null }

let test_: TestApp
let secretaria: string
let network = 0

beforeAll(async () => {
  test_ = await startTestApp({ config: { proxy: '127.0.0.1' } })
  secretaria = await test_.tokenOf('secretaria')
  await publicar(test_)
})
afterAll(() => test_.close())

/** From a network of its own unless it says which: each may send few. */
const from = (red = ++network) => ({ 'x-forwarded-for': `10.${red >> 8}.${red & 255}.7` })
const json = (payload: object, headers: Record<string, string> = from()) =>
  test_.app.inject({ method: 'POST', url: URL_REPORTES, payload, headers })
const form = (fields: Record<string, string>, headers: Record<string, string> = from()) =>
  test_.app.inject({
    method: 'POST',
    url: URL_REPORTES,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
const bandeja = async (token = secretaria) => (await send<{ elementos: Reporte[] }>(test_, ['GET', '/reportes'], { token })).body.elementos
const atender = (id: string, body: object, token = secretaria): Promise<Answer<Reporte & { code?: string }>> =>
  send(test_, ['POST', `/reportes/${id}`], { token, json: { pregunta: null, respuesta: null, motivo: null, ...body } })
const errores = async () => (await leer<{ elementos: { folio: string; pregunta: string }[] }>(test_, 'errores')).body.elementos

describe('somebody who reports an error of a page', () => {
  it('gets a folio by the form, which works without script, and the institute gets page, corte and words', async () => {
    const answer = await form({ pagina: '/cargos', texto: `${CANARIO}\r\ny otra línea`, respuesta: 'si' })
    expect(answer.statusCode).toBe(303)
    const folio = must(/^\/reporte-recibido\?folio=(E-[2-9A-Z]{8})&pagina=%2F[\w%-]+$/.exec(String(answer.headers.location))?.[1])
    expect(await bandeja()).toEqual([
      expect.objectContaining({
        folio,
        pagina: '/cargos',
        texto: `${CANARIO}\ny otra línea`,
        pideRespuesta: true,
        estatus: 'recibido',
        corte: 1,
      }),
    ])
  })

  it('leaves nothing of herself: the row has no other columns than these', async () => {
    const columns = await sql<{ c: string }>(
      test_,
      `select column_name as c from information_schema.columns where table_schema = 'captura' and table_name = 'reporte' order by ordinal_position`,
    )
    expect(columns.map(({ c }) => c)).toEqual(
      'id folio pagina corte texto pide_respuesta recibido huella estatus version pregunta respuesta motivo atendido_por atendido_en'.split(
        ' ',
      ),
    )
    expect((await json({ pagina: '/', texto: 'Una página sin galletas' })).headers['set-cookie']).toBeUndefined()
  })

  it('is led back to the form with what went wrong; a program gets the problem', async () => {
    for (const [fields, motivo] of [
      [{ pagina: '/cargos', texto: 'corto' }, 'texto'],
      [{ pagina: '/cargos', texto: 'a'.repeat(1001) }, 'texto'],
      [{ pagina: '/boleta?seccion=12', texto: 'La sección no aparece' }, 'texto'],
      [{ pagina: '/cargos', texto: 'Los acentos de JesÃºs están mal' }, 'acentos'],
      [{ pagina: '/cargos', texto: 'Una consulta de más', correo: 'a@b.example' }, 'texto'],
    ] as const) {
      const answer = await form(fields)
      expect([answer.statusCode, new URLSearchParams(String(answer.headers.location).split('?')[1]).get('motivo')]).toEqual([303, motivo])
    }
    expect((await json({ pagina: '/cargos', texto: 'corto' })).statusCode).toBe(400)
    expect((await json({ pagina: '/cargos', texto: 'Desde otro sitio' }, { ...from(), 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
      403,
    )
  })

  it('reports the same once a day: the same folio, one row', async () => {
    const same = { pagina: '/preguntas', texto: 'La respuesta repite un párrafo' }
    const [first, second] = [await json(same), await json(same)]
    expect(second.json()).toEqual(first.json())
    expect((await bandeja()).filter(({ pagina }) => pagina === '/preguntas')).toHaveLength(1)
  })

  it('is bounded by network, by minute and by day, and the whole by day', async () => {
    const red = from()
    const many = []
    for (let n = 0; n < 6; n++) many.push((await json({ pagina: '/', texto: `Una red insiste ${n}` }, red)).statusCode)
    expect(many).toEqual([201, 201, 201, 201, 201, 429])
    await sql(
      test_,
      `insert into captura.reporte (id, folio, pagina, corte, texto, pide_respuesta, recibido, huella, estatus, version)
       select gen_random_uuid(), 'E-' || n, '/', 1, 't', false, (select recibido from captura.reporte limit 1), 'h' || n, 'recibido', 1
       from generate_series(1, 300) n`,
    )
    expect((await json({ pagina: '/', texto: 'Ya no cabe otro hoy' })).json()).toMatchObject({ code: 'reporte.cupo' })
    await sql(test_, `delete from captura.reporte where texto = 't'`)
  })
})

describe('the institute', () => {
  it('answers in public in words of its own, by the publisher; takes it back; and what was written is never public', async () => {
    const { id, version, folio } = must((await bandeja()).find(({ pagina }) => pagina === '/cargos'))
    expect((await atender(id, { version, acto: 'contestar', ...PALABRAS, pregunta: 'corta' })).status).toBe(400)
    const hecho = await atender(id, { version, acto: 'contestar', ...PALABRAS })
    expect([hecho.status, hecho.body.estatus]).toEqual([200, 'contestado'])
    expect((await atender(id, { version, acto: 'descartar', motivo: 'No es un error' })).body.code).toBe('reporte.version_distinta')
    await publicar(test_)
    expect(await errores()).toEqual([expect.objectContaining({ folio, pregunta: PALABRAS.pregunta, respuesta: PALABRAS.respuesta })])
    expect((await todoPublico(test_)).includes('Tomasa Agraz')).toBe(false)
    expect((await atender(id, { version: 2, acto: 'descartar', motivo: 'No es un error' })).body.code).toBe('reporte.acto_no_permitido')
    expect((await atender(id, { version: 2, acto: 'reabrir', motivo: 'La respuesta estaba mal' })).body.estatus).toBe('recibido')
    await publicar(test_)
    expect(await errores()).toEqual([])
    expect((await atender(id, { version: 3, acto: 'descartar', motivo: 'No es un error' })).body.estatus).toBe('descartado')
  })

  it('keeps it to itself: the public role reads nothing, the publisher reads no words, and who only sees changes nothing', async () => {
    const [lector, publicador, instituto] = await Promise.all(
      (['lector', 'publicador', 'instituto'] as const).map((rol) => connectAs(test_, rol)),
    )
    expect(await attempt(must(lector), { text: 'select folio from captura.reporte' })).toBe(REFUSED)
    expect(await attempt(must(publicador), { text: 'select texto from captura.reporte' })).toBe(REFUSED)
    const update = { text: `update captura.reporte set motivo = 'x'` }
    expect(await attempt(must(instituto), update, { rol: 'comision' })).toMatchObject({ rowCount: 0 })
    expect(await attempt(must(instituto), { text: `update captura.reporte set texto = 'x'` }, { rol: 'secretaria' })).toBe(REFUSED)
    for (const client of [lector, publicador, instituto]) await must(client).end()
  })
})
