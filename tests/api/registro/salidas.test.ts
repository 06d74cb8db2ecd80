import sharp from 'sharp'
import { agujasDe, halladas, todoDe } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql, type Given, type GivenCandidatura } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, RESPUESTAS, validar, verificar } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { encolar, givenCambio, leer, pagina, publicar, type Salida } from '../../support/publico.ts'

interface Lista {
  elementos: { id: string; nombre: string; estatus: string; fotografia: string | null; salida: Salida | null }[]
  total: number
  canceladas: number
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

const CANARIOS = ['https://canario.example/canario-enlace', 'Canario-compromiso: sembrar ciruelos en la ladera y abrir el pozo viejo']
const APODO = 'Canariozarza'
const CANARIO: GivenCandidatura & { respuestas: Record<string, Record<string, Record<string, unknown>>> } = {
  nombre: 'Odalys',
  primerApellido: 'Quintero',
  apodo: APODO,
  accionAfirmativa: 'islena',
  respuestas: {
    identidad: RESPUESTAS.identidad,
    curricular: { oficio: { oficio: 'Pesca', sitio: CANARIOS[0] }, compromiso: { compromiso: CANARIOS[1] } },
  },
}
const agujas = [...CANARIOS, APODO].flatMap(agujasDe)

/** Verified, with a photograph that is public. */
async function givenPublicada(given: GivenCandidatura = {}): Promise<Given> {
  const of = await givenCapturada(equipo, { ...CANARIO, ...given }, 'completa')
  const background = `#${of.id.slice(0, 6)}`
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const fields = { textoAlternativo: 'Canario-fotografia de frente', tomadaEn: '2030-04-20' }
  const { status } = await send(test_, ['PUT', `/candidaturas/${of.id}/fotografia`], {
    token: await equipo.captura(of.responsable),
    form: { fields, file: { field: 'archivo', name: 'yo.jpg', content } },
  })
  expect(status).toBe(200)
  await validar(equipo, of)
  await verificar(equipo, of)
  await publicar(test_)
  expect((await pagina(test_, of)).body).toMatchObject({ apodo: APODO, fotografia: { grande: expect.any(String) } })
  return of
}

const lista = async (query: string) => (await leer<Lista>(test_, `candidaturas${query}`)).body
const ids = async (query: string) => (await lista(query)).elementos.map(({ id }) => id)
const shaOf = (headers: Record<string, unknown>) => String(headers.etag).slice(1, 65)
const latest = async () => must((await leer<{ elementos: { numero: number; sha256: string }[] }>(test_, 'cortes')).body.elementos[0])
const manifest = async (numero: number) =>
  (await leer<{ recursos: { ruta: string; sha256: string }[] }>(test_, `cortes/${numero}`)).body.recursos

/** Everything that anybody can read, at this moment and by the hash of any moment before. */
async function everywhere(): Promise<Buffer> {
  const { numero } = await latest()
  const paths = new Set<string>(['proceso', 'contiendas', 'territorio', 'cortes', 'candidaturas?limite=50', 'candidaturas?q=o&limite=50'])
  for (let n = 1; n <= numero; n += 1) {
    paths.add(`cortes/${n}`)
    for (const { ruta, sha256 } of await manifest(n)) paths.add(`recursos/${sha256}`).add(ruta)
  }
  const bytes: Buffer[] = []
  for (const path of paths) bytes.push(await todoDe(await test_.app.inject({ url: `/api/v1/publico/${path}` })))
  const tables = await sql(test_, `select fila::text from publico.candidatura union all select comienzo from publico.comienzo`)
  return Buffer.concat([...bytes, Buffer.from(JSON.stringify(tables))])
}

/** Cancels candidaturas between tests: the canaries of one test are not those of the next. */
async function withdraw(...given: Given[]): Promise<void> {
  for (const of of given) await givenCambio(test_, { tipo: 'cancelacion', de: of })
  await publicar(test_)
}

describe('a candidatura that was cancelled', () => {
  it('keeps its place and its address as a notice, and nothing of what it captured is left anywhere', async () => {
    const of = await givenPublicada()
    const order = await ids('?limite=50')
    const before = await pagina(test_, of)
    const photo = must(before.body.fotografia).grande.replace('/api/v1/publico/', '')
    const corte = await latest()
    const then = await manifest(corte.numero)
    expect(halladas(await everywhere(), agujas).sort()).toEqual([...CANARIOS, APODO].sort())

    await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'renuncia', motivo: 'Canario-compromiso en el motivo' })
    await publicar(test_)

    expect(halladas(await everywhere(), [...agujas, ...agujasDe('Canario-fotografia'), ...agujasDe('en el motivo')])).toEqual([])
    const { status, body } = await pagina(test_, of)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      nombre: 'Odalys Quintero',
      estatus: 'cancelada',
      salida: { tipo: 'cancelada', desde: '2030-05-10', acuerdo: { fecha: '2030-05-09' }, causa: 'Renuncia', entra: null },
      actorPolitico: { clave: 'PRIO' },
      fotografia: null,
      accionAfirmativa: null,
      secciones: [],
      distintivos: [],
      estatusCaptura: null,
      fechas: { capturada: null, validada: null, verificada: null },
    })
    expect(await ids('?limite=50')).toEqual(order)
    const row = must((await lista('?limite=50')).elementos.find(({ id }) => id === of.id))
    expect(row).toMatchObject({ estatus: 'cancelada', fotografia: null, salida: { tipo: 'cancelada' } })
    for (const size of ['chica', 'media', 'grande']) {
      expect((await leer(test_, photo.replace('-grande.', `-${size}.`))).status).toBe(404)
    }
    expect(await ids(`?q=${APODO}`)).toEqual([])
    expect(await ids('?q=quintero+odalys')).toContain(of.id)
    expect(await manifest(corte.numero)).toEqual(then)
    expect((await leer(test_, `recursos/${shaOf(before.headers)}`)).status).toBe(404)
  })

  it('leaves what was public of it to the institute, which can still prove it by its hash', async () => {
    const kept = await sql<{ entero: boolean; bytes: number }>(
      test_,
      `select r.sha256 = encode(sha256(k.contenido), 'hex') as entero, octet_length(k.contenido) as bytes
       from captura.recurso_retirado k join publico.recurso r on r.id = k.id where r.contenido is null and k.ruta like 'candidaturas/%'`,
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(({ entero }) => !entero)).toEqual([])
  })

  it('by a cause that may not be told: nothing public names it', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Irma' })
    await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'enfermedad' })
    await publicar(test_)
    const { body } = await pagina(test_, of)
    expect(body.salida).toMatchObject({ tipo: 'cancelada', causa: null })
    expect((await everywhere()).toString('latin1')).not.toMatch(/enfermedad/i)
  })

  it('is a notice without date where the register holds no act, never a page with its texts', async () => {
    const of = await givenCapturada(equipo, CANARIO)
    await sql(test_, `update captura.candidatura set estatus = 'cancelada' where id = $1`, [of.id])
    await encolar(test_, of)
    await publicar(test_)
    const { body, text } = await pagina(test_, of)
    expect(body.salida).toEqual({ tipo: 'cancelada', desde: null, acuerdo: null, causa: null, entra: null })
    expect(halladas(text, agujas)).toEqual([])
  })

  it('and restored comes back with what was verified, its photograph too', async () => {
    const of = await givenPublicada()
    const before = await pagina(test_, of)
    await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'renuncia' })
    await publicar(test_)
    await givenCambio(test_, { tipo: 'restitucion', de: of, causa: 'fallo' })
    await publicar(test_)
    const { body } = await pagina(test_, of)
    const { corte: _corte, ...same } = body as unknown as Record<string, unknown>
    const { corte: _before, ...was } = before.body as unknown as Record<string, unknown>
    expect({ ...same, sal: null }).toEqual({ ...was, sal: null })
    expect((await leer(test_, must(body.fotografia).grande.replace('/api/v1/publico/', ''))).status).toBe(200)
    expect(await ids(`?q=${APODO}`)).toContain(of.id)
    await withdraw(of)
  })

  it('while another shows the same photograph: that one keeps it', async () => {
    const of = await givenPublicada()
    const twin = await givenCapturada(equipo, { nombre: 'Gemela' })
    await sql(
      test_,
      `insert into captura.fotografia select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'candidatura_id', $2::text))).*
       from captura.fotografia f where f.candidatura_id = $1`,
      [of.id, twin.id],
    )
    await encolar(test_, twin)
    await withdraw(of)
    const { fotografia } = (await pagina(test_, twin)).body
    expect((await leer(test_, must(fotografia).grande.replace('/api/v1/publico/', ''))).status).toBe(200)
    await withdraw(twin)
  })
})
