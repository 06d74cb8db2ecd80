import sharp from 'sharp'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, observar, RESPUESTAS, validar, verificar, verSeccion } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'

interface Fotografia {
  sha256: string
  verificada: boolean
  anterior: { sha256: string; textoAlternativo: string; tomadaEn: string; verificadaEn: string } | null
}

let test_: TestApp
let equipo: Equipo
let of: Given
let otra: Given
let vieja = ''
let nueva = ''

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  of = await givenCapturada(equipo, { actor: 'PRIO' }, 'completa')
  otra = await givenCapturada(equipo, { actor: 'PFAR', contienda: 'legislatura-sur' }, 'completa')
  vieja = await put(of, '#336699', 'Retrato de frente, de antes')
  await put(otra, '#99aa11', 'Retrato de otra persona')
  await validar(equipo, of)
  await verificar(equipo, of)
  await publicar(test_)
})
afterAll(() => test_.close())

async function put({ id, responsable }: Given, background: string, textoAlternativo: string): Promise<string> {
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const form = { fields: { textoAlternativo, tomadaEn: '2030-04-20' }, file: { field: 'archivo', name: 'yo.jpg', content } }
  const token = await equipo.captura(responsable)
  const { status, body } = await send<{ sha256: string }>(test_, ['PUT', `/candidaturas/${id}/fotografia`], { token, form })
  expect(status).toBe(200)
  return body.sha256
}

const bytesOf = async (token: string, huella: string | null, size = 'media') =>
  send(test_, ['GET', `/candidaturas/${of.id}/fotografia/${size}${huella ? `?huella=${huella}` : ''}`], { token })
const publica = async (sha: string, size = 'grande') => (await leer(test_, `fotografias/${sha}-${size}.webp`)).status

it('a photograph that is replaced stays beside the new one for who reviews, and for nobody else', async () => {
  const before = await leer(test_, `fotografias/${vieja}-grande.webp`)
  expect(before.status).toBe(200)
  await observar(equipo, of)
  nueva = await put(of, '#993333', 'Retrato de frente, de ahora')
  const { version } = await verSeccion(equipo, of, 'curricular/compromiso')
  await guardar(equipo, { of, at: 'curricular/compromiso' }, { version, respuestas: RESPUESTAS.curricular.compromiso })
  await validar(equipo, of)
  const reviewer = await equipo.verificacion()
  const { body } = await send<{ fotografia: Fotografia }>(test_, ['GET', `/candidaturas/${of.id}/captura`], { token: reviewer })
  expect(body.fotografia).toMatchObject({
    sha256: nueva,
    verificada: false,
    anterior: { sha256: vieja, textoAlternativo: 'Retrato de frente, de antes', tomadaEn: '2030-04-20' },
  })
  const [old, now] = [await bytesOf(reviewer, vieja), await bytesOf(reviewer, null)]
  expect([old.status, now.status, old.bytes.equals(now.bytes)]).toEqual([200, 200, false])
  expect((await bytesOf(await equipo.captura(), vieja)).status).toBe(200)
  expect((await bytesOf(await equipo.captura('PFAR'), vieja)).status).toBe(404)
  const [theirs] = await sql<{ sha256: string }>(test_, 'select sha256 from captura.fotografia where candidatura_id = $1', [otra.id])
  expect((await bytesOf(await equipo.captura(), must(theirs).sha256)).status).toBe(404)
  expect((await bytesOf(reviewer, 'no-es-una-huella')).status).toBe(400)
})

it('nothing of the old one is public once the new one is, by its address or by its hash; the institute keeps what was', async () => {
  const rows = await sql<{ sha256: string }>(test_, `select sha256 from publico.recurso where ruta like 'fotografias/' || $1 || '-%'`, [
    vieja,
  ])
  expect(rows).toHaveLength(3)
  await verificar(equipo, of)
  await publicar(test_)
  expect(must((await pagina(test_, of)).body.fotografia).grande).toContain(nueva)
  expect(await publica(nueva)).toBe(200)
  for (const size of ['chica', 'media', 'grande']) expect([size, await publica(vieja, size)]).toEqual([size, 404])
  for (const { sha256 } of rows) expect((await leer(test_, `recursos/${sha256}`)).status).toBe(404)
  const [left] = await sql<{ bytes: number; retirados: number; imagen: number; filas: number }>(
    test_,
    `select (select count(contenido)::int from publico.recurso where ruta like 'fotografias/' || $1 || '-%') as bytes,
       (select count(*)::int from captura.recurso_retirado where ruta like 'fotografias/' || $1 || '-%') as retirados,
       (select count(*)::int from captura.imagen where sha256 = $1) as imagen,
       (select count(*)::int from captura.fotografia where candidatura_id = $2) as filas`,
    [vieja, of.id],
  )
  expect(left).toEqual({ bytes: 0, retirados: 3, imagen: 1, filas: 2 })
})
