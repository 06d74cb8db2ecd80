import { createHash } from 'node:crypto'
import { read, utils } from '@e965/xlsx'
import { halladas, agujasDe, todoDe } from '../support/agujas.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { must } from '../support/candidaturas.ts'
import { Equipo, givenCapturada } from '../support/captura.ts'
import { readRecords } from '../support/csv.ts'
import { decode } from '../support/contrato.ts'
import { unzip } from '../support/expedientes.ts'
import { packageFaults, type Datapackage } from '../support/frictionless.ts'
import { givenCambio, leer, pagina, publicar } from '../support/publico.ts'

interface Lista {
  elementos: { archivo: string; nombre: string; bytes: number; sha256: string; url: string; clase: string }[]
  campos: { archivo: string; columna: string; fundamento: string | null }[]
  licencias: { grupo: string; licencia: string | null; confianza: string }[]
  corte: { numero: number; sha256: string }
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
const lista = async () => (await leer<Lista>(test_, 'descargas')).body
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

  it('have the columns of the INE, and of identity only what was authorised', async () => {
    const [row] = await filas('columnas-ine.csv')
    expect(row).toMatchObject({ PARTIDO_COALICION: expect.any(String), TIPO_CANDIDATO: 'PROPIETARIA', NUM_LISTA_O_FORMULA: '1' })
  })

  it('are described so that readers of data packages accept them, and no licence is made up', async () => {
    const { elementos, licencias, campos } = await lista()
    const pack = JSON.parse((await bytesDe('datapackage.json')).toString('utf8')) as Datapackage
    const files = new Map<string, Buffer>()
    for (const { path } of pack.resources) files.set(path, await bytesDe(path))
    expect(packageFaults(pack, (path) => must(files.get(path)))).toEqual([])
    expect(pack.resources.map(({ path, bytes, hash }) => [path, bytes, hash])).toEqual(
      elementos.filter(({ clase }) => clase === 'datos').map(({ archivo, bytes, sha256: hash }) => [archivo, bytes, `sha256:${hash}`]),
    )
    expect(pack.licenses).toBeUndefined()
    expect(licencias.map(({ licencia, confianza }) => [licencia, confianza])).toEqual(licencias.map(() => [null, 'por_confirmar']))
    expect(campos.find(({ archivo, columna }) => archivo === 'candidaturas.csv' && columna === 'nombre')?.fundamento).toBeTruthy()
    expect(campos.map(({ columna }) => columna)).not.toContain('telefono_privado')
    const dcat = JSON.parse((await bytesDe('dcat.jsonld')).toString('utf8')) as { 'dcat:dataset': { 'dcat:distribution': object[] }[] }
    expect(dcat['dcat:dataset'][0]?.['dcat:distribution']).toHaveLength(pack.resources.length)
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
    expect(halladas(await bytesDe('candidaturas.jsonl'), agujas)).not.toEqual([])
    await givenCambio(test_, { tipo: 'cancelacion', de: { id: must(before?.id) } as never })
    const corte = must(await publicar(test_))
    const { elementos, corte: now } = await lista()
    expect(now.numero).toBe(corte.numero)
    for (const archivo of [...elementos.map((each) => each.archivo), 'todo.zip']) {
      const answer = await pedir(archivo, { 'accept-encoding': 'gzip' })
      expect([archivo, halladas(todoDe(answer), agujas)]).toEqual([archivo, []])
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
