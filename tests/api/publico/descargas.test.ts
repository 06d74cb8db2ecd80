import { createHash } from 'node:crypto'
import { read, utils } from '@e965/xlsx'
import { halladas, agujasDe, todoDe } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { bloquear } from '../../support/actos/bloqueos.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { readRecords } from '../../support/csv.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { packageFaults, type Datapackage } from '../../support/mundos/frictionless.ts'
import { givenCambio, leer, pagina, publicar } from '../../support/publico.ts'

interface Lista {
  elementos: { archivo: string; nombre: string; bytes: number; sha256: string; url: string; clase: string }[]
  campos: { archivo: string; columna: string; fundamento: string | null }[]
  licencias: object[]
  corte: { numero: number; sha256: string }
}

interface Proceso {
  jornada: string
  instituto: { nombre: string }
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

const pedir = (archivo: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  test_.app.inject({ method, url: `/api/v1/publico/descargas/${archivo}`, headers })
const bytesDe = async (archivo: string) => (await pedir(archivo)).rawPayload
const filas = async (archivo: string) => readRecords(await bytesDe(archivo))
/** Once everything is made: the ZIP is the last. */
const lista = async () => {
  await pedir('todo.zip', {}, 'HEAD')
  return (await leer<Lista>(test_, 'descargas')).body
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('downloads of a corte', () => {
  it('are what the list says: name with the corte, size and hash, in whatever encoding', async () => {
    await givenCapturada(equipo, { apodo: '=Peligro' })
    await publicar(test_)
    const { elementos, corte } = await lista()
    expect(elementos.map(({ archivo }) => archivo)).toContain('candidaturas.xlsx')
    for (const { archivo, nombre, bytes, sha256: hash } of elementos) {
      const plain = await pedir(archivo)
      expect([archivo, plain.statusCode, plain.rawPayload.length, sha256(plain.rawPayload)]).toEqual([archivo, 200, bytes, hash])
      expect(plain.headers['content-disposition']).toBe(`attachment; filename="${nombre}"`)
      expect(nombre).toBe(`conoceles-valle-claro-2030-corte-${corte.numero}-${archivo}`)
      const zipped = await pedir(archivo, { 'accept-encoding': 'gzip' })
      expect(sha256(decode({ headers: zipped.headers, body: zipped.rawPayload }))).toBe(hash)
    }
  })

  it('are known again by their ETag, can be asked for without their body, and from any site', async () => {
    const { headers } = await pedir('candidaturas.csv')
    expect((await pedir('candidaturas.csv', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
    const head = await pedir('candidaturas.csv', {}, 'HEAD')
    expect([head.statusCode, head.rawPayload.length, head.headers['content-length']]).toEqual([200, 0, headers['content-length']])
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' })
  })

  it('say what the page says, and hold nothing that a spreadsheet would run', async () => {
    const [row] = await filas('candidaturas.csv')
    const { id, sobrenombre, compromiso, seccion_compromiso } = must(row)
    const { body } = await pagina(test_, { id: must(id) } as never)
    expect({ sobrenombre, seccion_compromiso }).toEqual({ sobrenombre: "'=Peligro", seccion_compromiso: 'publicada' })
    expect(compromiso).toBe(must(body.secciones[1]?.campos[0]).valor)
    const lines = (await bytesDe('candidaturas.jsonl')).toString('utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([body])
    const { Sheets, SheetNames } = read(await bytesDe('candidaturas.xlsx'))
    expect(SheetNames).toEqual(['Candidaturas', 'Diccionario', 'Notas'])
    const [cells] = utils.sheet_to_json<Record<string, unknown>>(must(Sheets.Candidaturas))
    expect(cells).toMatchObject({ id, sobrenombre: '=Peligro', numero: 1, simulacro: true })
    expect(Object.values(must(Sheets.Candidaturas)).filter((cell) => cell && typeof cell === 'object' && 'f' in cell)).toEqual([])
  })

  it('have names beside codes and addresses that open, after the columns that they always had', async () => {
    const [row] = await filas('candidaturas.csv')
    const { id, municipio, fotografia } = must(row)
    const pagina = `${test_.deps.config.origen}/candidaturas/${id}`
    const fotografia_direccion = fotografia === '' ? '' : test_.deps.config.origen + String(fotografia)
    expect(row).toMatchObject({ pagina, fotografia_direccion, municipio_nombre: municipio === '' ? '' : expect.stringMatching(/./) })
    expect(Object.keys(must(row)).slice(-7)).toEqual([
      ...['municipio_nombre', 'distrito_nombre', 'comunidad_nombre', 'integrantes_nombres', 'partido_origen_nombre'],
      ...['pagina', 'fotografia_direccion'],
    ])
    const { Sheets } = read(await bytesDe('candidaturas.xlsx'), { cellNF: true })
    const cells = Object.values(must(Sheets.Candidaturas)) as { l?: { Target: string }; z?: string }[]
    expect(cells.map((cell) => cell.l?.Target)).toContain(pagina)
    expect(cells.some(({ z }) => z === 'dd/mm/yyyy hh:mm:ss')).toBe(true)
  })

  it('have the columns of the INE, and of identity only what was authorised', async () => {
    const [row] = await filas('columnas-ine.csv')
    expect(row).toMatchObject({ PARTIDO_COALICION: expect.any(String), TIPO_CANDIDATO: 'PROPIETARIA', NUM_LISTA_O_FORMULA: '1' })
  })

  it('are described so that readers of data packages accept them, and no licence is told that nobody decided', async () => {
    const { elementos, licencias, campos } = await lista()
    const pack = JSON.parse((await bytesDe('datapackage.json')).toString('utf8')) as Datapackage
    const files = new Map<string, Buffer>()
    for (const { path } of pack.resources) files.set(path, await bytesDe(path))
    expect(packageFaults(pack, (path) => must(files.get(path)))).toEqual([])
    expect(pack.resources.flatMap(({ path, schema }) => (schema?.foreignKeys ? [path] : []))).toEqual([
      ...['candidaturas.csv', 'contiendas.csv', 'lugares.csv', 'secciones.csv'],
    ])
    expect(pack.resources.map(({ path, bytes, hash }) => [path, bytes, hash])).toEqual(
      elementos.filter(({ clase }) => clase === 'datos').map(({ archivo, bytes, sha256: hash }) => [archivo, bytes, `sha256:${hash}`]),
    )
    expect(pack.licenses).toBeUndefined()
    expect(licencias).toEqual([])
    expect(campos.find(({ archivo, columna }) => archivo === 'candidaturas.csv' && columna === 'nombre')?.fundamento).toBeTruthy()
    expect(campos.map(({ columna }) => columna)).not.toContain('telefono_privado')
  })

  it('are in a catalogue that tells whom to ask, how often they change, for which election they are, and the service beside them', async () => {
    const texto = (await bytesDe('dcat.jsonld')).toString('utf8')
    const dcat = JSON.parse(texto) as { 'dcat:dataset': (Record<string, unknown> & { 'dcat:distribution': object[] })[] }
    const { origen } = test_.deps.config
    const datos = must(dcat['dcat:dataset'][0])
    const proceso = (await leer<Proceso>(test_, 'proceso')).body
    const { elementos } = await lista()
    expect(datos['dcat:distribution']).toHaveLength(elementos.filter(({ clase }) => clase === 'datos').length)
    expect(datos).toMatchObject({
      'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/IRREG' },
      'dct:temporal': { 'dcat:endDate': { '@value': proceso.jornada } },
      'dcat:contactPoint': { 'vcard:fn': proceso.instituto.nombre },
    })
    expect(dcat).toMatchObject({
      'dcat:service': [
        {
          'dcat:endpointURL': { '@id': `${origen}/api/v1/publico` },
          'dcat:endpointDescription': { '@id': `${origen}/api/v1/publico/openapi.json` },
          'dcat:servesDataset': { '@id': datos['@id'] },
        },
      ],
    })
    expect(texto).not.toMatch(/licen[cs]e|por confirmar/i)
  })

  it('come all together as one file, byte for byte', async () => {
    const inside = await unzip(await bytesDe('todo.zip'))
    const { elementos } = await lista()
    expect([...inside].map(([ruta, bytes]) => [ruta, sha256(bytes)]).sort()).toEqual(
      elementos.map(({ archivo, sha256: hash }) => [archivo, hash]).sort(),
    )
  })

  it('lose what a persona took with her at the very corte', async () => {
    const [before] = await filas('candidaturas.csv')
    const agujas = agujasDe(must(before?.compromiso))
    for (const archivo of ['candidaturas.jsonl', 'candidaturas.xlsx', 'todo.zip'])
      expect([archivo, halladas(await todoDe(await pedir(archivo)), agujas)]).not.toEqual([archivo, []])
    await givenCambio(test_, { tipo: 'cancelacion', de: { id: must(before?.id) } as never })
    const corte = must(await publicar(test_))
    const { elementos, corte: now } = await lista()
    expect(now.numero).toBe(corte.numero)
    for (const archivo of [...elementos.map((each) => each.archivo), 'todo.zip']) {
      const answer = await pedir(archivo, { 'accept-encoding': 'gzip' })
      expect([archivo, halladas(await todoDe(answer), agujas)]).toEqual([archivo, []])
    }
    const [after] = await filas('candidaturas.csv')
    expect(after).toMatchObject({ id: before?.id, estatus: 'cancelada', compromiso: '', sobrenombre: '' })
    for (const bytes of (await unzip(await bytesDe('todo.zip'))).values()) expect(halladas(bytes, agujas)).toEqual([])
  })
})

describe('catalogues and dictionary', () => {
  it('name every value and every question', async () => {
    const catalogos = (await leer<{ elementos: { clave: string; valores: { clave: string }[] }[] }>(test_, 'catalogos')).body.elementos
    expect(catalogos.find(({ clave }) => clave === 'estatus')?.valores.map(({ clave }) => clave)).toEqual([
      'aprobada',
      'sustituida',
      'cancelada',
    ])
    const { body } = await leer<{ campos: { clave: string; seccion: string }[] }>(test_, 'diccionario')
    expect(body.campos).toContainEqual(expect.objectContaining({ clave: 'compromiso', seccion: 'compromiso' }))
  })
})

describe('the history of public data', () => {
  interface Historia {
    nombre: string | null
    versiones: {
      desde: { numero: number; en: string }
      hasta: { numero: number } | null
      estatus: string
      sha256: string
      url: string | null
    }[]
  }
  interface Feed {
    version: string
    items: {
      id: string
      url: string
      title: string
      content_text: string
      date_published: string
      date_modified: string
      _conoceles: { corte: number; retiradas: number }
    }[]
  }
  const historia = async (id: string) => (await leer<Historia>(test_, `candidaturas/${id}/historia`)).body
  const feed = async () => (await leer<Feed>(test_, 'novedades.json')).body
  const atom = async () => (await leer(test_, 'novedades.atom')).text

  it('has each version of a candidatura with its cortes, and those of before only by their hash', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Canariofeliz', primerApellido: 'Manantial', numero: 31 })
    const first = must(await publicar(test_)).numero
    await givenCambio(test_, { tipo: 'cancelacion', de: of })
    const second = must(await publicar(test_)).numero
    const { nombre, versiones } = await historia(of.id)
    expect(nombre).toContain('Canariofeliz')
    expect(versiones.map(({ desde, hasta, estatus, url }) => [desde.numero, hasta?.numero, estatus, url !== null])).toEqual([
      [second, undefined, 'vigente', true],
      [first, second, 'anterior', false],
    ])
    expect((await leer(test_, `recursos/${must(versiones[1]).sha256}`)).status).toBe(404)
    const manifiesto = await leer<{ recursos: { sha256: string }[] }>(test_, `cortes/${first}`)
    expect(manifiesto.body.recursos.map((each) => each.sha256)).toContain(must(versiones[1]).sha256)
    expect((await leer(test_, 'candidaturas/00000000-0000-4000-8000-000000000000/historia')).status).toBe(404)
  })

  it('has the corte in force at an instant, and none before the first', async () => {
    const { elementos } = (await leer<{ elementos: { numero: number; en: string; sha256: string }[] }>(test_, 'cortes')).body
    const [last, before] = elementos
    const at = async (en: string) =>
      leer<{ numero: number; hasta: { numero: number } | null; candidaturas: number }>(test_, `cortes/vigente?en=${encodeURIComponent(en)}`)
    expect((await at(must(before).en)).body).toMatchObject({ numero: must(before).numero, hasta: { numero: must(last).numero } })
    expect((await leer(test_, 'cortes/vigente')).body).toMatchObject({ numero: must(last).numero, hasta: null, sha256: must(last).sha256 })
    expect([(await at('2001-01-01T00:00:00Z')).status, (await at('ayer')).status]).toEqual([404, 400])
    expect((await at('2024-02-29T24:00:00Z')).status).toBe(400)
  })

  it('tells nothing of a day that has not come in the zone of the proceso; of the rest of today, the newest', async () => {
    const today = test_.deps.clock.today()
    const at = async (day: typeof today, time: string) => {
      const en = day.toZonedDateTime({ timeZone: test_.deps.clock.zona, plainTime: time }).toInstant().toString()
      return leer<{ code?: string; hasta?: unknown }>(test_, `cortes/vigente?en=${encodeURIComponent(en)}`)
    }
    expect(await at(today, '23:59:59')).toMatchObject({ status: 200, body: { hasta: null } })
    const tomorrow = await at(today.add({ days: 1 }), '00:00:00')
    expect([tomorrow.status, tomorrow.body.code]).toEqual([400, 'corte.por_venir'])
  })

  it('as feeds: one entry for each corte, the newest first, by an address that does not change', async () => {
    const { version, items } = await feed()
    expect(version).toBe('https://jsonfeed.org/version/1.1')
    expect(items.map((item) => item._conoceles.corte)).toEqual(items.map((_, at) => items.length - at))
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const xml = await atom()
    const ids = [...xml.matchAll(/<entry><id>([^<]+)<\/id>/g)].map(([, id]) => id)
    expect(ids).toEqual(items.map(({ id }) => id))
    for (const element of ['<title>', '<id>', '<updated>', '<author><name>', 'rel="self"']) expect(xml).toContain(element)
    expect(xml.match(/&(?!(amp|lt|gt|quot);)/)).toBeNull()
  })

  it('names in no entry a persona who is not shown any more, those of the past included', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Canarionube', primerApellido: 'Tejocotal', numero: 32 })
    const suyo = must(await publicar(test_)).numero
    expect(
      [await atom(), (await feed()).items[0]?.content_text].map((text) => halladas(must(text), agujasDe('Canarionube')).length),
    ).toEqual([1, 1])
    await bloquear(equipo, of)
    await publicar(test_)
    const { items } = await feed()
    const [newest, entry] = [must(items[0]), must(items.find((item) => item._conoceles.corte === suyo))]
    expect([entry.date_modified, newest.date_modified]).toEqual([newest.date_published, newest.date_published])
    expect(entry.date_published < entry.date_modified).toBe(true)
    expect(await atom()).toContain(`<updated>${newest.date_published}</updated><published>${entry.date_published}</published>`)
    const everything = [
      await atom(),
      JSON.stringify(await feed()),
      JSON.stringify(await historia(of.id)),
      (await bytesDe('candidaturas.csv')).toString(),
    ]
    expect(everything.map((text) => halladas(text, agujasDe('Canarionube')))).toEqual([[], [], [], []])
  })

  it('a program of another site may ask whether what it has is still the newest', async () => {
    const answer = await test_.app.inject({ method: 'OPTIONS', url: '/api/v1/publico/descargas/candidaturas.csv' })
    expect([answer.statusCode, answer.headers['access-control-allow-headers']]).toEqual([204, 'if-none-match'])
  })
})
