import sharp from 'sharp'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { registrarCandidaturas } from '../../support/registro/listas.ts'

const ALT = 'Retrato de frente con fondo claro'

let test_: TestApp
let ids: Map<string, string>
let rio: string
let faro: string
let reviewer: string
let picture: Buffer

const idOf = (clave: string) => ids.get(clave) ?? ''
const path = (clave: string, rest = '') => `/candidaturas/${idOf(clave)}/fotografia${rest}`
const sql = <T>(text: string, params: unknown[] = []) => test_.owner.query(text, params) as Promise<T[]>
const colour = (background: string) =>
  sharp({ create: { width: 450, height: 600, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'CANARIO' } })
    .toBuffer()

function put(
  clave: string,
  token: string,
  { content = picture, ...fields }: { content?: Buffer } & Record<string, string | Buffer> = {},
): Promise<Answer> {
  const all = { textoAlternativo: ALT, tomadaEn: '2030-04-20', ...(fields as Record<string, string>) }
  return send(test_, ['PUT', path(clave)], { token, form: { fields: all, file: { field: 'archivo', name: 'yo.jpg', content } } })
}

beforeAll(async () => {
  test_ = await startTestApp()
  picture = await colour('#336699')
  const secretaria = await test_.tokenOf('secretaria')
  ids = await registrarCandidaturas(test_, secretaria, [
    { clave: 'una' },
    { clave: 'otra', calidad: 'suplente' },
    { clave: 'cupo', demarcacion: 'sur' },
    { clave: 'ajena', demarcacion: 'sur', actor_politico: 'PFAR' },
  ])
  rio = await test_.tokenOf('captura', { actor: 'PRIO' })
  faro = await test_.tokenOf('captura', { actor: 'PFAR' })
  reviewer = await test_.tokenOf('verificacion')
})
afterAll(() => test_.close())

describe('a photograph', () => {
  it('is received with its acuse, and handed back re-encoded in three sizes without metadata', async () => {
    const { status, body } = await put('una', rio)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      textoAlternativo: ALT,
      tomadaEn: '2030-04-20',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      acuse: { acto: 'fotografia.recibida' },
    })
    for (const [tamano, width] of [
      ['chica', 150],
      ['media', 300],
      ['grande', 600],
    ] as const) {
      const { headers, bytes } = await send(test_, ['GET', path('una', `/${tamano}`)], { token: rio })
      expect(headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      const metadata = await sharp(bytes).metadata()
      expect({ format: metadata.format, width: metadata.width, exif: metadata.exif }).toEqual({ format: 'webp', width, exif: undefined })
    }
    expect((await send(test_, ['GET', path('una', '/enorme')], { token: rio })).status).toBe(400)
  })

  it('is stored once when another candidatura has the same picture', async () => {
    expect((await put('otra', rio)).status).toBe(200)
    expect(await sql('select 1 from captura.imagen')).toHaveLength(1)
  })

  it('that is newer replaces the one before without losing it', async () => {
    const { body } = await put('una', rio, {
      content: await colour('#993333'),
      recorte: JSON.stringify({ x: 0.1, y: 0, ancho: 0.8, alto: 1 }),
    })
    const rows = await sql<{ sha256: string; vigente: boolean }>(
      'select sha256, retirada_en is null as vigente from captura.fotografia where candidatura_id = $1 order by guardada_en',
      [idOf('una')],
    )
    expect(rows.map(({ vigente }) => vigente)).toEqual([false, true])
    expect(rows[1]?.sha256).toBe(body.sha256)
    const captura = await send<{ fotografia: { sha256: string } }>(test_, ['GET', `/candidaturas/${idOf('una')}/captura`], { token: rio })
    expect(captura.body.fotografia.sha256).toBe(body.sha256)
  })

  it('changes the version of the candidatura: a validating account has to look again', async () => {
    const version = async () =>
      (await sql<{ version: number }>('select version from captura.candidatura where id = $1', [idOf('una')]))[0]?.version ?? 0
    const before = await version()
    await put('una', rio)
    expect(await version()).toBe(before + 1)
  })

  it('may be withdrawn, once', async () => {
    expect((await send(test_, ['DELETE', path('otra')], { token: rio })).status).toBe(204)
    expect((await send(test_, ['GET', path('otra', '/chica')], { token: rio })).status).toBe(404)
    expect((await send(test_, ['DELETE', path('otra')], { token: rio })).status).toBe(404)
    expect(await bitacoraOf(test_, 'fotografia.retirada')).toHaveLength(1)
  })

  it.each<[string, Record<string, string | Buffer>, number, string]>([
    ['without alternative text', { textoAlternativo: '' }, 400, 'textoAlternativo'],
    ['with an alternative text of 201 letters', { textoAlternativo: 'a'.repeat(201) }, 400, 'textoAlternativo'],
    ['with an alternative text of blanks', { textoAlternativo: '          ' }, 422, 'textoAlternativo'],
    ['taken tomorrow', { tomadaEn: '2030-05-03' }, 422, 'tomadaEn'],
    ['taken more than three months ago', { tomadaEn: '2030-02-01' }, 422, 'tomadaEn'],
    ['with a part that leaves the picture', { recorte: '{"x":0.5,"y":0,"ancho":0.8,"alto":1}' }, 422, 'archivo'],
    ['with a part that is no JSON', { recorte: 'x' }, 400, 'recorte'],
    ['that is a drawing with a program', { content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }, 422, 'archivo'],
    ['that is also something else', { content: Buffer.from('ffd8ffe0', 'hex') }, 422, 'archivo'],
  ])('%s is refused', async (_title, fields, status, field) => {
    const answer = await put('una', rio, fields)
    expect(answer).toMatchObject({ status, body: { errors: [{ field, reasons: [expect.any(String)] }] } })
  })

  it('is refused beyond 5 MB', async () => {
    expect((await put('una', rio, { content: Buffer.alloc(5 * 1024 * 1024 + 1) })).status).toBe(413)
  })
})

describe('access to a photograph', () => {
  it('another party neither sees, changes nor withdraws it', async () => {
    expect((await send(test_, ['GET', path('una', '/chica')], { token: faro })).status).toBe(404)
    expect((await put('una', faro)).status).toBe(404)
    expect((await send(test_, ['DELETE', path('una')], { token: faro })).status).toBe(404)
  })

  it('the institute sees it once the actor político validated; then nobody changes it', async () => {
    expect((await send(test_, ['GET', path('una', '/chica')], { token: reviewer })).status).toBe(404)
    await sql(`update captura.candidatura set estatus_captura = 'validada' where clave = 'una'`)
    expect((await send(test_, ['GET', path('una', '/chica')], { token: reviewer })).status).toBe(200)
    expect(await put('una', rio)).toMatchObject({
      status: 409,
      body: { code: 'captura.cerrada', detail: expect.stringMatching(/revisando/) },
    })
    expect((await send(test_, ['DELETE', path('una')], { token: rio })).status).toBe(409)
    expect((await put('una', reviewer)).status).toBe(403)
  })
})

it('three at once leave one in force', async () => {
  const contents = await Promise.all(['#111111', '#222222', '#333333'].map(colour))
  const answers = await Promise.all(contents.map((content) => put('otra', rio, { content })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const rows = await sql('select 1 from captura.fotografia where candidatura_id = $1 and retirada_en is null', [idOf('otra')])
  expect(rows).toHaveLength(1)
})

describe('in an hour', () => {
  const receive = (clave: string, { times, por }: { times: number; por: string | null }) =>
    sql(
      `insert into captura.fotografia (id, candidatura_id, sha256, texto_alternativo, tomada_en, guardada_en, guardada_por, retirada_en)
       select gen_random_uuid(), $1, 'x', 'x', '2030-04-20', $2::timestamptz, $3, $2::timestamptz from generate_series(1, $4::int)`,
      [idOf(clave), test_.deps.clock.now().subtract({ minutes: 59 }).toString(), por, times],
    )
  const refused = { status: 429, body: { code: 'captura.limite_de_fotografias' }, headers: { 'retry-after': '3600' } }

  it('the eleventh photograph of a candidatura is refused; later it is not', async () => {
    await receive('cupo', { times: 10, por: null })
    expect(await put('cupo', rio)).toMatchObject(refused)
    await sql(`update captura.fotografia set guardada_en = guardada_en - interval '2 minutes' where candidatura_id = $1`, [idOf('cupo')])
    expect((await put('cupo', rio)).status).toBe(200)
  })

  it('the twenty-first photograph of an account is refused, whatever the candidatura', async () => {
    const account = await send<{ id: string }>(test_, ['GET', '/acceso/yo'], { token: faro })
    await receive('ajena', { times: 9, por: account.body.id })
    await receive('otra', { times: 9, por: account.body.id })
    expect((await put('ajena', faro)).status).toBe(200)
    await sql(`update captura.candidatura set responsable_id = $2 where id = $1`, [idOf('otra'), test_.loaded.actores.get('PFAR')])
    await receive('otra', { times: 1, por: account.body.id })
    expect(await put('ajena', faro)).toMatchObject(refused)
  })
})
