import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Carpeta, CarpetaError } from '../../../apps/api/src/cli/exportacion/carpeta.ts'
import { UnreadableError } from '../../../apps/api/src/cli/verificacion/faults.ts'
import { SENA, verifyInventario } from '../../../apps/api/src/cli/verificacion/inventario.ts'
import { openSource } from '../../../apps/api/src/cli/verificacion/source.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { agujasDe, halladas } from '../../support/agujas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { everythingIn, exportTo, filesOf, serveFolder } from '../../support/servidor/copias.ts'
import { givenCambio, leer, publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const SI = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }

let test_: TestApp
let equipo: Equipo
let of: Given
let other: Given
let url: string
let home: string
let folder: string

beforeAll(async () => {
  test_ = await startTestApp({ config: CON_PAGINAS })
  equipo = new Equipo(test_)
  of = await givenCapturada(equipo, { nombre: 'Rosalba', primerApellido: 'Quintanar', apodo: 'La Golondrina Errante', respuestas: SI })
  other = await givenCapturada(equipo, { contienda: 'alcaldia-m2', nombre: 'Otra' })
  await publicar(test_)
  await test_.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(test_.app.server.address() as AddressInfo).port}`
  home = mkdtempSync(join(tmpdir(), 'conoceles-copia-'))
  folder = join(home, 'sitio')
})
afterAll(async () => {
  await test_.close()
  rmSync(home, { recursive: true, force: true })
})

const copiar = (place = folder, from?: string) => exportTo(test_, place, from)
const text = (archivo: string) => readFileSync(join(folder, archivo), 'utf8')
const verify = (place: string) => verifyCortes(openSource(place), () => undefined)

describe('the whole public world as files', () => {
  it('is verified from outside as the system is: as a folder, and where it is served', async () => {
    const { corte } = await copiar()
    const expected = await verify(url)
    expect(expected).toMatchObject({ cortes: corte.numero })
    expect(await verify(folder)).toEqual(expected)
    const served = await serveFolder(folder)
    expect(await verify(served.url)).toEqual(expected)
    await served.close()
  })

  it('answers each address with the bytes of the system: pages, data, histories, short names, downloads, feeds, the visor', async () => {
    const indice = await leer<{ claves?: unknown }>(test_, 'indice')
    expect(indice.status).toBe(200)
    const served = await serveFolder(folder)
    const short = filesOf(join(folder, 'api/v1/publico/candidaturas')).map((name) => /^([0-9a-f]{7,31})\.json$/.exec(name)?.[1])
    const data = [
      'proceso',
      'contiendas',
      'contiendas/alcaldia-m2',
      'estadisticas',
      `candidaturas/${of.id}`,
      `candidaturas/${of.id}/historia`,
    ]
    const more = [
      'novedades.atom',
      'novedades.json',
      'llaves',
      'cortes/1',
      `cortes/1/candidaturas/${of.id}`,
      'descargas/candidaturas.csv',
      'descargas/todo.zip',
      'calendario.ics',
      'calendario',
    ]
    const names = short.flatMap((name) => (name ? [`candidaturas/${name}`] : []))
    expect(names).toHaveLength(2)
    const pages = ['/', '/boleta', '/candidaturas', `/candidaturas/${of.id}`, `/candidaturas/${of.id}/historia`, '/datos']
    const assets = (JSON.parse(readFileSync(join(must(CON_PAGINAS.visor), 'archivos.json'), 'utf8')) as string[]).map((file) => `/${file}`)
    for (const path of [...[...data, ...more, ...names].map((ruta) => `/api/v1/publico/${ruta}`), ...pages, ...assets]) {
      const [copy, live] = await Promise.all([served.url, url].map(async (from) => fetch(from + path)))
      expect([path, copy?.status]).toEqual([path, live?.status])
      expect([path, Buffer.from(await must(copy).arrayBuffer()).equals(Buffer.from(await must(live).arrayBuffer()))]).toEqual([path, true])
    }
    // A copy leaves to the browser the pages that a server renders for each request.
    const comparison = await (await fetch(`${served.url}/comparar?personas=${of.id},0c52397`)).text()
    expect(comparison).toBe(readFileSync(join(must(CON_PAGINAS.visor), 'index.html'), 'utf8'))
    const lost = await fetch(`${served.url}/no/existe`)
    expect([lost.status, await lost.text()]).toEqual([404, expect.stringContaining('Esta página no existe')])
    await served.close()
  })

  it('says that it is a copy, of which corte and when it was made', async () => {
    expect(JSON.parse(text(SENA))).toMatchObject({ hecha: '2030-05-02T17:00:00Z', de: url, corte: { numero: 1 } })
    expect(JSON.parse(text('api/v1/publico/descargas.json'))).toMatchObject({ copia: { en: '2030-05-02T17:00:00Z' } })
    expect((await leer<{ copia: unknown }>(test_, 'descargas')).body.copia).toBeNull()
  })

  it('is written again only where something changed, and keeps nothing of what was altered by hand', async () => {
    const past = new Date('2020-01-01')
    for (const file of filesOf(folder)) utimesSync(join(folder, file), past, past)
    writeFileSync(join(folder, `candidaturas/${of.id}.html.gz`), 'altered')
    writeFileSync(join(folder, 'planted.html'), 'planted')
    await expect(verify(folder)).rejects.toThrow('no contiene lo mismo')
    expect(await copiar()).toMatchObject({ escritos: 1 })
    const written = filesOf(folder).filter((file) => statSync(join(folder, file)).mtimeMs !== past.getTime())
    expect(written).toEqual([`candidaturas/${of.id}.html`, `candidaturas/${of.id}.html.br`, `candidaturas/${of.id}.html.gz`].sort())
    expect(filesOf(folder)).not.toContain('planted.html')
    await verifyInventario(folder)
    expect(filesOf(home).filter((file) => !file.startsWith('sitio/'))).toEqual([])
  })
})

describe('a copy that was altered', () => {
  const HISTORIA = () => `api/v1/publico/candidaturas/${of.id}/historia.json`
  const alterations: [string, () => void, string][] = [
    ['a download', () => appendFileSync(join(folder, 'api/v1/publico/descargas/candidaturas.csv'), ' '), 'descargas/candidaturas.csv no es lo que se copió'], // prettier-ignore
    ['a history', () => writeFileSync(join(folder, HISTORIA()), '{}'), 'historia.json no es lo que se copió'],
    ['a file of the visor, gone', () => rmSync(join(folder, 'sw.js')), 'falta sw.js'],
    ['a page that nobody published', () => writeFileSync(join(folder, 'candidaturas/falsa.html'), 'falsa'), 'candidaturas/falsa.html no es de la copia'], // prettier-ignore
    ['its inventory', () => appendFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  x\n`), 'SHA256SUMS no es el que se escribió'],
  ]

  it.each(alterations)('is told from the one that was made, also in what no corte signs: %s', async (_what, alter, said) => {
    expect(await verifyInventario(folder)).toEqual({ archivos: filesOf(folder).length - 2, huella: (await copiar()).huella })
    alter()
    await verify(folder)
    await expect(verifyInventario(folder)).rejects.toThrow(said)
    await copiar()
  })

  it('is told by sha256sum too', () => {
    expect(execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).toString()).toBe('')
  })
})

describe('a withdrawn candidatura', () => {
  it('is in no byte of a copy once it was withdrawn: badge, nickname and answers, in no file and no version', async () => {
    const agujas = ['La Golondrina Errante', RESPUESTAS.curricular.compromiso.compromiso].flatMap(agujasDe)
    expect(halladas(await everythingIn(folder), agujas)).toHaveLength(2)
    expect(text(`candidaturas/${of.id}.html`)).toContain('publicacion_autorizada')
    const before = filesOf(join(folder, 'api/v1/publico/recursos'))
    await consentir(equipo, of, { publicacion: false })
    await publicar(test_)
    await copiar()
    expect(text(`candidaturas/${of.id}.html`)).not.toContain('publicacion_autorizada')
    expect((await everythingIn(folder)).includes('publicacion_autorizada":')).toBe(false)
    for (const each of [of, other]) await givenCambio(test_, { tipo: 'cancelacion', de: each })
    await publicar(test_)
    await copiar()
    await verify(folder)
    expect(halladas(await everythingIn(folder), agujas)).toEqual([])
    expect(filesOf(join(folder, 'api/v1/publico/recursos')).filter((file) => before.includes(file))).toEqual([])
  })

  it('leaves no page, and an empty file by which the server of the copy tells what is gone from what never was', async () => {
    const signs = () => filesOf(folder).filter((file) => file.startsWith('senales/'))
    expect(signs()).toEqual(['senales/simulacro'])
    await moveReloj(test_, '2030-04-30T10:00:00-07:00')
    await publicar(test_)
    await copiar()
    await verify(folder)
    expect(filesOf(folder)).not.toContain(`candidaturas/${of.id}.html`)
    expect(signs()).toEqual([...[of, other].map(({ id }) => `senales/retiradas/${id}`).sort(), 'senales/simulacro'])
    for (const sign of signs()) expect([sign, text(sign)]).toEqual([sign, ''])
    await moveReloj(test_, '2030-05-02T10:00:00-07:00')
    await publicar(test_)
    await copiar()
    expect(signs()).toEqual(['senales/simulacro'])
  })
})

describe('a copy that cannot be made', () => {
  const refused = (place: string, from?: string) => copiar(place, from).then(() => null, (error: Error) => error) // prettier-ignore

  it('leaves the one before as it was, and nothing beside it', async () => {
    const before = filesOf(folder)
    const broken = createServer((request, response) => {
      const answer = fetch(url + (request.url ?? '')).then(async (live) => Buffer.from(await live.arrayBuffer()))
      void answer.then((bytes) => response.end(request.url === '/boleta' ? 'otra cosa' : bytes))
    })
    await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done))
    writeFileSync(join(folder, 'boleta.html'), 'otra cosa')
    const error = await refused(folder, `http://127.0.0.1:${(broken.address() as AddressInfo).port}`)
    expect(error?.message).toContain('boleta no es lo que se firmó')
    expect(filesOf(folder)).toEqual(before)
    expect(filesOf(home).filter((file) => !file.startsWith('sitio/'))).toEqual([])
    await copiar()
    broken.closeAllConnections()
    await new Promise((done) => broken.close(done))
  })

  it('says why: nobody there, no copy of ours, a file, another one under way', async () => {
    expect(await refused(join(home, 'otra'), 'http://127.0.0.1:9')).toBeInstanceOf(UnreadableError)
    const own = join(home, 'propia')
    mkdirSync(own)
    writeFileSync(join(own, 'tesis.txt'), 'mía')
    expect((await refused(own))?.message).toContain('no es una copia')
    expect(readFileSync(join(own, 'tesis.txt'), 'utf8')).toBe('mía')
    expect((await refused(join(own, 'tesis.txt')))?.message).toContain('es un archivo')
    expect((await refused(join(own, 'tesis.txt', 'dentro')))?.message).toContain('No se puede escribir')
    const carpeta = await Carpeta.abrir(folder)
    expect(await refused(folder)).toBeInstanceOf(CarpetaError)
    await carpeta.abandonar()
  })

  it('was killed between two names: the next one puts the copy back first', async () => {
    const before = filesOf(folder)
    renameSync(folder, `${folder}.anterior`)
    expect(await refused(folder, 'http://127.0.0.1:9')).toBeInstanceOf(UnreadableError)
    expect(filesOf(folder)).toEqual(before)
  })
})
