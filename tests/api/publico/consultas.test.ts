import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { ProcesoPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, type Given, type GivenCandidatura } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { encolar, leer, pagina, publicar } from '../../support/publico.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'

interface Lista {
  elementos: { id: string; nombre: string; numero: number }[]
  total: number
  siguiente: string | null
  corte: { numero: number }
}

/** The section of proposals has the clave that the list looks for. */
const pack = JSON.parse(JSON.stringify(packFicticio).replaceAll('"clave":"compromiso"', '"clave":"propuestas"')) as ProcesoPack
const withPropuestas = { ...RESPUESTAS, curricular: { oficio: RESPUESTAS.curricular.oficio, propuestas: RESPUESTAS.curricular.compromiso } }

const PEOPLE: GivenCandidatura[] = [
  { nombre: 'José Ángel', primerApellido: 'Núñez', segundoApellido: 'García', apodo: 'El Güero' },
  { nombre: 'Josefina', primerApellido: 'Garza', contienda: 'alcaldia-m1' },
  { nombre: 'María', primerApellido: 'de la Peña', contienda: 'alcaldia-m1', actor: 'PFAR' },
  { nombre: 'MARIO', primerApellido: 'Peñaloza', contienda: 'alcaldia-m2', actor: 'LUCES', responsable: 'PFAR' },
  { nombre: 'Ana', primerApellido: 'López', calidad: 'suplente', contienda: 'legislatura-sur', actor: 'PCOM' },
  { nombre: 'Zoe', primerApellido: "O'Gorman", contienda: 'intendencia-99' },
  { nombre: '100%_real', primerApellido: 'Prueba', contienda: 'legislatura-sur' },
]
const CROWD = 23

let test_: TestApp
let given: Given[]
let verificada: Given

const list = async (query: string) => (await leer<Lista>(test_, `candidaturas${query}`)).body
const first = async (query: string) => (await list(query)).elementos.map(({ nombre }) => nombre.split(' ')[0])

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  given = []
  for (const person of PEOPLE) given.push(await givenCandidatura(test_, person))
  for (let i = 0; i < CROWD; i += 1)
    given.push(await givenCandidatura(test_, { nombre: 'Multitud', contienda: 'legislatura-sur', actor: 'PFAR' }))
  verificada = await givenCapturada(new Equipo(test_), { nombre: 'Propone', primerApellido: 'Algo', respuestas: withPropuestas })
  given.push(verificada)
  await publicar(test_)
})
afterAll(() => test_.close())

describe('searching', () => {
  it.each<[string, string, string[]]>([
    ['a name without its accents', '?q=jose', ['José', 'Josefina']],
    ['a name with accents that it has not', '?q=Jóse', ['José', 'Josefina']],
    ['the beginning of any word of the name', '?q=gar', ['José', 'Josefina']],
    ['two words in another order', '?q=garcia+jos', ['José']],
    ['ñ written as n', '?q=pena', ['MARIO', 'María']],
    ['capital letters', '?q=MARIO', ['MARIO']],
    ['the apodo', '?q=guero', ['José']],
    ['the middle of a word finds nobody', '?q=osefina', []],
    ['a word that nobody has', '?q=xilófono', []],
    ['signs of SQL are letters of nobody', `?q=${encodeURIComponent("' or 1=1 --")}`, []],
    ['a per cent sign is no wildcard', `?q=${encodeURIComponent('1%l')}`, []],
    ['an apostrophe separates words', `?q=${encodeURIComponent("o'gor")}`, ['Zoe']],
  ])('%s', async (_title, query, names) => {
    expect((await first(query)).sort()).toEqual([...names].sort())
  })
})

describe('filtering', () => {
  it.each<[string, string[]]>([
    ['?cargo=alcaldia', ['Josefina', 'MARIO', 'María']],
    ['?contienda=alcaldia-m1', ['Josefina', 'María']],
    ['?municipio=m2', ['MARIO']],
    ['?distrito=norte', ['José', 'Propone']],
    ['?cargo=alcaldia&actor=PFAR', ['MARIO', 'María']],
    ['?actor=LUCES', ['MARIO']],
    ['?calidad=suplente', ['Ana']],
    ['?conPropuestas=true', ['Propone']],
    ['?cargo=alcaldia&municipio=m1&actor=PFAR&q=mar', ['María']],
    ['?cargo=virreinato', []],
  ])('by %s', async (query, names) => {
    const { elementos, total } = await list(query)
    expect(elementos.map(({ nombre }) => nombre.split(' ')[0]).sort()).toEqual([...names].sort())
    expect(total).toBe(names.length)
  })

  it.each([
    '?calidad=tercera',
    '?conPropuestas=quizá',
    '?limite=0',
    '?limite=1001',
    '?limite=diez',
    '?orden=nombre',
    '?q=a&q=b',
    '?cargo[]=alcaldia',
  ])('by %s is refused', async (query) => {
    expect(await leer(test_, `candidaturas${query}`)).toMatchObject({ status: 400, body: { code: 'entrada.invalida' } })
  })
})

describe('page after page', () => {
  it.each([1, 7, 20, 50])('shows everybody once with %i at a time, in one order, and ends', async (limite) => {
    const seen: string[] = []
    let despues: string | null = null
    do {
      const query: string = `?limite=${limite}${despues ? `&despues=${encodeURIComponent(despues)}` : ''}`
      const page = await list(query)
      expect(page.elementos.length).toBeLessThanOrEqual(limite)
      expect(page.total).toBe(given.length)
      seen.push(...page.elementos.map(({ id }) => id))
      despues = page.siguiente
    } while (despues)
    expect(seen).toHaveLength(given.length)
    expect(new Set(seen)).toEqual(new Set(given.map(({ id }) => id)))
  })

  async function linked(url: string): Promise<{ page: Lista; link: string; exposed: string }> {
    const { headers, body } = await test_.app.inject({ url })
    return { page: JSON.parse(body) as Lista, link: String(headers['link']), exposed: String(headers['access-control-expose-headers']) }
  }

  it('is found by the header that names the next one, with the same filters, also from another site', async () => {
    const seen: string[] = []
    let next: string | undefined = '/api/v1/publico/candidaturas?limite=20&calidad=propietaria'
    while (next) {
      const { page, link, exposed } = await linked(next)
      seen.push(...page.elementos.map(({ id }) => id))
      expect(link).toContain('</api/v1/publico/candidaturas?limite=20&calidad=propietaria>; rel="first"')
      expect(exposed.split(', ')).toContain('link')
      next = /<([^<>]+)>; rel="next"/.exec(link)?.[1]
      expect(next === undefined).toBe(page.siguiente === null)
    }
    const { total } = await list('?calidad=propietaria')
    expect([seen.length, new Set(seen).size]).toEqual([total, total])
  })

  it('keeps its place when somebody is added before it', async () => {
    const page = await list('?limite=20')
    const before = new Set(page.elementos.map(({ id }) => id))
    const added = await givenCandidatura(test_, { nombre: 'Nueva', contienda: 'intendencia-99', actor: 'LUCES', responsable: 'PFAR' })
    given.push(added)
    await encolar(test_, added)
    await publicar(test_)
    const next = await list(`?limite=50&despues=${encodeURIComponent(page.siguiente ?? '')}`)
    expect(next.elementos.filter(({ id }) => before.has(id))).toEqual([])
    expect(next.elementos).toHaveLength(given.length - 1 - before.size)
  })
})

describe('the bytes', () => {
  it('come as they are, or compressed as the caller takes them; each encoding has a strong ETag of its own', async () => {
    const path = `candidaturas/${verificada.id}`
    const plain = await leer(test_, path)
    const zipped = await leer(test_, path, { 'accept-encoding': 'GZIP' })
    const brotli = await leer(test_, path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(gunzipSync(zipped.raw).equals(plain.raw)).toBe(true)
    expect(brotliDecompressSync(brotli.raw).equals(plain.raw)).toBe(true)
    const etags = [plain, zipped, brotli].map(({ headers }) => headers.etag)
    expect(new Set(etags).size).toBe(3)
    for (const etag of etags) expect(etag).toMatch(/^"[0-9a-f]{64}(-gzip|-br)?"$/)
    for (const answer of [plain, zipped, brotli])
      expect(answer.headers).toMatchObject({ vary: 'accept-encoding', 'access-control-allow-origin': '*' })
  })

  it.each<[string, string | undefined]>([
    ['a weight of zero', 'br;q=0, gzip;q=0.0'],
    ['identity', 'identity'],
    ['an encoding that nobody knows', 'zstd, brotli'],
  ])('are not compressed for a client that says %s', async (_title, accepted) => {
    const { headers } = await leer(test_, `candidaturas/${verificada.id}`, { 'accept-encoding': accepted ?? '' })
    expect(headers['content-encoding']).toBeUndefined()
  })

  it.each<[string, (etag: string) => string]>([
    ['its own', (etag) => etag],
    ['its own among others', (etag) => `"otra", ${etag}`],
    ['its own as a cache that compresses hands it on', (etag) => `W/${etag}`],
    ['any', () => '*'],
  ])('are not sent again to a client that has %s ETag', async (_title, sent) => {
    const path = `candidaturas/${verificada.id}`
    const etag = String((await leer(test_, path)).headers.etag)
    const again = await leer(test_, path, { 'if-none-match': sent(etag) })
    expect(again).toMatchObject({ status: 304, text: '', headers: { etag } })
    expect((await leer(test_, path, { 'if-none-match': '"otra"' })).status).toBe(200)
  })

  it('change their ETag with a corte that changes them, and only then', async () => {
    const other = given[1] as Given
    const [mine, hers] = [await pagina(test_, verificada), await pagina(test_, other)]
    await test_.owner.query(
      `update captura.persona set apodo = 'La Nueva' where id = (select persona_id from captura.candidatura where id = $1)`,
      [other.id],
    )
    await encolar(test_, other, verificada)
    await publicar(test_)
    expect((await pagina(test_, other)).headers.etag).not.toBe(hers.headers.etag)
    expect((await pagina(test_, verificada)).headers.etag).toBe(mine.headers.etag)
  })

  it('are a 404 that no cache keeps where nobody published anything', async () => {
    for (const path of [
      `candidaturas/${test_.loaded.procesoId}`,
      `recursos/${'0'.repeat(64)}`,
      `fotografias/${'0'.repeat(64)}-chica.webp`,
      'cortes/999',
    ]) {
      expect(await leer(test_, path)).toMatchObject({
        status: 404,
        headers: { 'cache-control': 'no-store' },
        body: { code: 'ruta.no_existe' },
      })
    }
  })

  it('answer to HEAD with the headers and without them', async () => {
    const answer = await test_.app.inject({ method: 'HEAD', url: `/api/v1/publico/candidaturas/${verificada.id}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers.etag).toBe((await pagina(test_, verificada)).headers.etag)
    expect(answer.rawPayload).toHaveLength(0)
  })
})
