import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type InjectOptions } from 'fastify'
import { idsOf } from '@conoceles/domain'
import { buildApp } from '../../../apps/api/src/app.ts'
import { buildSitemap, descubrimientoRoutes } from '../../../apps/api/src/publico/contrato/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, observar, RESPUESTAS, verificar } from '../../support/actos/captura.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { manifiesto, ultimoCorte } from '../../support/mundos/todo-publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const OPEN = '2030-05-02T10:00:00-07:00'
const SI = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }

let test_: TestApp
let equipo: Equipo
let of: Given
let folder: string
let entrada: string

beforeAll(async () => {
  // A copy of the renderer, so that one test can break it.
  folder = mkdtempSync(join(tmpdir(), 'conoceles-paginas-'))
  entrada = join(folder, 'entry-server.mjs')
  cpSync(must(CON_PAGINAS.visorServidor), entrada)
  test_ = await startTestApp({ ahora: OPEN, config: { ...CON_PAGINAS, visorServidor: entrada } })
  equipo = new Equipo(test_)
  of = await givenCapturada(equipo, { nombre: 'Rosalba', primerApellido: 'Quintanar', respuestas: SI })
  await publicar(test_)
})
afterAll(async () => {
  await test_.close()
  rmSync(folder, { recursive: true, force: true })
})

async function abrir(url: string, options: InjectOptions = {}) {
  const answer = await test_.app.inject({ url, ...options })
  const html = answer.rawPayload.length > 0 ? decode({ headers: answer.headers, body: answer.rawPayload }).toString('utf8') : ''
  return { status: answer.statusCode, headers: answer.headers, html, etag: String(answer.headers.etag) }
}
const shaOf = (etag: string) => etag.slice(1, 65)
const isShell = (html: string) => html.includes('<div id="app"></div>')

describe('the page of a candidatura', () => {
  it('has everything that its data have in its HTML, under the same headers as the visor', async () => {
    const { status, html, headers } = await abrir(`/candidaturas/${of.id}`)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'public, max-age=0, must-revalidate',
    ])
    for (const text of ['<title>Rosalba Quintanar', 'Pesca', 'https://faro.example/uno', RESPUESTAS.curricular.compromiso.compromiso]) {
      expect(html).toContain(text)
    }
    for (const told of [
      '<link rel="canonical" href="http://localhost:3000/candidaturas/',
      '"@type":"Person"',
      '"@type":"BreadcrumbList"',
    ]) {
      expect(html).toContain(told)
    }
    for (const hidden of ['Isla Grande', 'serrana']) expect(html).not.toContain(hidden)
    // Nothing runs but the one script that the policy names, which fetches the visor after what is read: the data are no script to a browser.
    const scripts = [...html.matchAll(/<script(?![^>]*type="application\/(?:ld\+)?json")[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text)
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256').update(String(scripts[0])).digest('base64')
    expect(String(headers['content-security-policy'])).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(html).toMatch(/ data-sigue="\/assets\/[\w-]+\.js"/)
  })

  it('travels compressed, is not sent twice, answers HEAD, and takes no notice of what others add to its address', async () => {
    const plain = await abrir(`/candidaturas/${of.id}`)
    for (const encoding of ['br', 'gzip']) {
      const packed = await abrir(`/candidaturas/${of.id}?fbclid=1`, { headers: { 'accept-encoding': encoding } })
      expect([packed.headers['content-encoding'], packed.html]).toEqual([encoding, plain.html])
      const again = await abrir(`/candidaturas/${of.id}/`, { headers: { 'accept-encoding': encoding, 'if-none-match': packed.etag } })
      expect([again.status, again.html, again.etag]).toEqual([304, '', packed.etag])
    }
    expect(await abrir(`/candidaturas/${of.id}`, { method: 'HEAD' })).toMatchObject({ status: 200, html: '', etag: plain.etag })
  })

  it('is there for each contienda, also where nobody is yet: every link of the visor leads to one', async () => {
    const { elementos } = (await leer<{ elementos: { clave: string; candidaturas: number }[] }>(test_, 'contiendas')).body
    expect(elementos.map(({ candidaturas }) => candidaturas)).toContain(0)
    for (const { clave, candidaturas } of elementos) {
      const { status, html } = await abrir(`/contiendas/${clave}`)
      expect([clave, status, html.includes('no hay candidaturas publicadas')]).toEqual([clave, 200, candidaturas === 0])
    }
  })

  it('stands in the manifest of its corte by its hash, and its bytes are found by it', async () => {
    const { etag, html } = await abrir(`/candidaturas/${of.id}`)
    const recursos = await manifiesto(test_, await ultimoCorte(test_))
    expect(recursos).toContainEqual(expect.objectContaining({ ruta: `paginas/candidaturas/${of.id}`, sha256: shaOf(etag) }))
    expect((await leer(test_, `recursos/${shaOf(etag)}`)).text).toBe(html)
  })
})

describe('a page tells machines', () => {
  /** Everything that its blocks of schema.org say, but their types and addresses. */
  const saidIn = (html: string) =>
    [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(([, text = '']) => {
      const said: string[] = []
      JSON.parse(text, (key, value: unknown) => {
        if (typeof value === 'string' && !['@type', '@context', 'item', 'inLanguage', 'encodingFormat'].includes(key)) said.push(value)
        return value
      })
      return said
    })

  it('only what its reader finds in it, and whole addresses of this host', async () => {
    const { elementos, conjunto } = (await leer<{ elementos: { url: string }[]; conjunto: string }>(test_, 'descargas')).body
    const { origen } = test_.deps.config
    const descargas = [...elementos.map(({ url }) => url), conjunto].flatMap((url) => [origen + url, must(url.split('/').at(-1))])
    for (const path of [`/candidaturas/${of.id}`, '/datos', '/contiendas/legislatura-norte']) {
      const { html } = await abrir(path)
      const body = must(html.split('</head>')[1])
        .replace(/<script.*?<\/script>/gs, '')
        .replaceAll('&amp;', '&')
      const reads = [path, body, ...descargas].join(' ')
      const said = saidIn(html)
      expect([path, said.length > 2]).toEqual([path, true])
      const parts = said.flatMap((each) => each.replace(origen, '').split(/(?:,|:) /)).filter((part) => part !== 'Candidatura')
      expect([path, parts.filter((part) => !reads.includes(part))]).toEqual([path, []])
    }
  })

  it('which other forms of it there are, and each of them is there', async () => {
    for (const path of [`/candidaturas/${of.id}`, '/datos', '/contiendas/legislatura-norte', '/estadisticas/sexo']) {
      const { html } = await abrir(path)
      const forms = [...html.matchAll(/<link rel="alternate" href="(?<href>[^"]*)" type="(?<type>[^"]*)"/g)].map(
        ({ groups = {} }) => groups,
      )
      expect([path, forms.length > 2]).toEqual([path, true])
      for (const { href = '', type = '' } of forms) {
        const { status, headers } = await abrir(href)
        expect([href, status, String(headers['content-type']).split(';')[0]]).toEqual([href, 200, type])
      }
    }
  })
})

describe('a new corte', () => {
  it('makes only the pages anew of which something changed', async () => {
    const other = await givenCapturada(equipo, { contienda: 'alcaldia-m2', nombre: 'Otra' }, 'validada')
    await publicar(test_)
    const paths = [
      `/candidaturas/${of.id}`,
      '/contiendas/legislatura-norte',
      '/aviso-privacidad',
      '/',
      '/candidaturas',
      `/candidaturas/${other.id}`,
    ]
    const before = await Promise.all(paths.map(async (path) => (await abrir(path)).etag))
    expect((await abrir(`/candidaturas/${other.id}`)).html).not.toContain(RESPUESTAS.curricular.compromiso.compromiso)
    await verificar(equipo, other)
    await publicar(test_)
    const after = await Promise.all(paths.map(async (path) => (await abrir(path)).etag))
    expect(after.map((etag, n) => etag === before[n])).toEqual([true, true, true, false, false, false])
    expect((await abrir(`/candidaturas/${other.id}`)).html).toContain(RESPUESTAS.curricular.compromiso.compromiso)
  })

  it('is rendered by the process that rendered the one before, with what is true by then', async () => {
    const pids = () => execFileSync('pgrep', ['-P', String(process.pid), '-f', 'paginas.worker.js']).toString()
    const other = await givenCapturada(equipo, { contienda: 'alcaldia-m1', actor: 'PRIO', nombre: 'Otra' })
    const dice = async () => (await abrir(`/candidaturas/${other.id}`)).html.includes(RESPUESTAS.curricular.compromiso.compromiso)
    await publicar(test_)
    const before = pids()
    expect([before.trim(), await dice()]).toEqual([expect.stringMatching(/^\d+$/), true])
    await observar(equipo, other)
    await publicar(test_)
    expect([pids(), (await leer(test_, `candidaturas/${other.id}`)).text.includes('"observada"')]).toEqual([before, true])
    expect((await abrir(`/candidaturas/${other.id}`)).html).toContain('observada')
  })

  it('leaves nothing of a badge that was withdrawn, neither in the page nor by the hash or the size of the one before', async () => {
    const before = await abrir(`/candidaturas/${of.id}`)
    expect(before.html).toContain('publicacion_autorizada')
    await consentir(equipo, of, { publicacion: false })
    await publicar(test_)
    const after = await abrir(`/candidaturas/${of.id}`)
    expect(after.html).not.toContain('publicacion_autorizada')
    expect((await leer(test_, `recursos/${shaOf(before.etag)}`)).status).toBe(404)
    expect(after.headers['content-length']).toBe(before.headers['content-length'])
    const past = `select count(*)::int as n, count(coalesce(contenido, gzip, brotli))::int as bytes, count(huella)::int as huellas
      from publico.recurso where construccion is not null and hasta_corte is not null`
    const [left] = await sql<{ n: number; bytes: number; huellas: number }>(test_, past)
    expect(left).toEqual({ n: expect.any(Number) as number, bytes: 0, huellas: 0 })
    expect(left?.n).toBeGreaterThan(2)
  })
})

describe('an address without a page', () => {
  it.each([
    '/no/existe',
    '/candidaturas/00000000-0000-4000-8000-000000000001',
    '/candidaturas/0000000',
    '/estadisticas/ninguna',
    '/aviso-privacidad/versiones/9',
    '/verificar/1/0000000',
    ...['/politica', '/indice', '/proceso', '/catalogos', '/estadisticas/sexo/csv', '/avisos-privacidad/integral'],
  ])('%s is told as not found, in words, with 404', async (path) => {
    const { status, html } = await abrir(path)
    expect([status, isShell(html)]).toEqual([404, false])
    expect(html).toContain('Esta página no existe')
  })

  it('leads to the page of whom it names by the beginning of her id', async () => {
    for (const clave of [of.id.slice(0, 7), of.id.replaceAll('-', '')]) {
      const { status, headers, html } = await abrir(`/candidaturas/${clave}`)
      expect([status, headers.location, headers['cache-control'], html]).toEqual([302, `/candidaturas/${of.id}`, 'no-store', ''])
    }
  })

  it('leads to what was meant by an address with capitals, or with what closes a sentence behind it', async () => {
    const ways = [
      [`/candidaturas/${of.id.toUpperCase()}`, `/candidaturas/${of.id}`],
      [`/candidaturas/${of.id}.`, `/candidaturas/${of.id}`],
      [`/candidaturas/${of.id}%C2%BB).`, `/candidaturas/${of.id}`],
      ['/BOLETA', '/boleta'],
      ['/Candidaturas?q=Ana.', '/candidaturas?q=Ana.'],
      ['/contiendas/Una%2DOtra', '/contiendas/Una-Otra'],
    ] as const
    for (const [from, to] of ways) {
      const { status, headers } = await abrir(from)
      expect([from, status, headers.location]).toEqual([from, 302, to])
    }
    for (const other of ['//otra.example/X.', '/contiendas/Una%23Otra', '/contiendas/Una%2FOtra.'])
      expect((await abrir(other)).headers.location).toBeUndefined()
  })

  it('and so do ids and hashes of the data, and those of a comparison', async () => {
    const given = of.id.toUpperCase()
    for (const path of [`candidaturas/${given}`, `candidaturas/${given}/historia`])
      expect([path, (await leer<{ id: string }>(test_, path)).body.id]).toEqual([path, of.id])
    expect(idsOf(`${given},${of.id.slice(0, 7)})`)).toEqual([of.id])
  })

  it.each(['/acuses/AAAA-AAAA-AAAA', '/verificar/1/00000000-0000-4000-8000-000000000001'])('%s is made by the browser', async (path) => {
    const { status, html } = await abrir(path)
    expect([status, isShell(html)]).toEqual([200, true])
  })

  it('is told as withdrawn, with 410, when it was public once', async () => {
    await moveReloj(test_, '2030-04-30T10:00:00-07:00')
    await publicar(test_)
    const { status, html } = await abrir(`/candidaturas/${of.id}`)
    await moveReloj(test_, OPEN)
    await publicar(test_)
    expect(status).toBe(410)
    expect(html).toContain('ya no está publicada')
    expect(html).not.toContain('Rosalba')
    expect((await abrir(`/candidaturas/${of.id}`)).status).toBe(200)
  })
})

describe('the map for search engines', () => {
  it('is named to robots, but in a simulacro, where there is none', async () => {
    const ofSimulacro = await abrir('/robots.txt')
    expect([ofSimulacro.status, ofSimulacro.html.includes('Sitemap')]).toEqual([200, false])
    const { origen } = test_.deps.config
    const real = Fastify()
    descubrimientoRoutes(real, { origen, modo: 'produccion', lector: test_.deps.databases.lector, headersOf: () => ({}) })
    const { body } = await real.inject('/robots.txt')
    expect(body.split('\n').filter((line) => line.startsWith('Sitemap'))).toEqual([`Sitemap: ${origen}/sitemap.xml`])
    expect((await real.inject('/sitemap.xml')).body).toContain(`<loc>${origen}/candidaturas/${of.id}</loc>`)
    await real.close()
  })

  it('names each page for everybody, and is none in a simulacro', async () => {
    expect((await abrir('/sitemap.xml')).status).toBe(404)
    const { databases, config } = test_.deps
    const locs = async (conCandidaturas: boolean) =>
      [...(await buildSitemap(databases.lector, { origen: config.origen, conCandidaturas })).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
        ([, loc = '']) => loc.replace(config.origen, ''),
      )
    expect(await locs(true)).toEqual(expect.arrayContaining(['/', '/contiendas', '/que-se-publica', '/datos', `/candidaturas/${of.id}`]))
    const own = /boleta|mi-lista|reportar|no-encontrada|retirada|acuses/
    expect((await locs(true)).filter((loc) => own.test(loc))).toEqual([])
    expect((await locs(false)).filter((loc) => loc.startsWith('/candidaturas'))).toEqual([])
  })
})

describe('pages that cannot be made', () => {
  it('by another build of the visor are not handed out: they name files that are not here', async () => {
    // Nobody asked for this address yet: those that somebody did ask for stay in memory until the next corte.
    const path = '/aviso-privacidad/simplificado'
    const other = `update publico.recurso set construccion = 'otra', huella = 'otra' where construccion is not null and hasta_corte is null`
    await sql(test_, other)
    const theirs = await abrir(path)
    expect([theirs.status, isShell(theirs.html)]).toEqual([200, true])
    // A build is a process of its own.
    const { server, services } = await buildApp(test_.deps)
    await encolar(test_, of)
    await services.publicador.publicar()
    await test_.services.cache.refresh()
    await server.close()
    const own = await abrir(path)
    expect([own.status, isShell(own.html)]).toEqual([200, false])
  })

  it('for another address are not handed out at this one: they name where they were', async () => {
    const config = { ...test_.deps.config, origen: 'https://conoceles.example' }
    const { server, services } = await buildApp({ ...test_.deps, config })
    const at = async () => String((await server.inject({ url: '/aviso-privacidad' })).payload)
    expect(isShell(await at())).toBe(true)
    await services.publicador.publicar()
    await services.cache.refresh()
    expect(await at()).toContain('<link rel="canonical" href="https://conoceles.example/aviso-privacidad"')
    await server.close()
    await encolar(test_, of)
    await publicar(test_)
    expect((await abrir('/aviso-privacidad')).html).toContain('href="http://localhost:3000/aviso-privacidad"')
  })

  it('are withdrawn rather than left as they were, and the data are published all the same', async () => {
    // Another publisher: the renderer of the last one has the visor in its memory.
    const { server, services } = await buildApp(test_.deps)
    writeFileSync(entrada, `export const renderDocument = () => Promise.reject(new Error('broken'))`)
    expect((await abrir(`/candidaturas/${of.id}`)).html).toContain('Pesca')
    await observar(equipo, of)
    await services.publicador.publicar()
    await test_.services.cache.refresh()
    cpSync(must(CON_PAGINAS.visorServidor), entrada)
    expect((await leer(test_, `candidaturas/${of.id}`)).text).toContain('"observada"')
    const { status, html } = await abrir(`/candidaturas/${of.id}`)
    expect([status, isShell(html)]).toEqual([200, true])
    expect(services.publicador.takeFallas()).toContain(`/candidaturas/${of.id}: Error: broken`)
    // A page that failed once is not asked for again, also where the next corte follows at once.
    await encolar(test_, await givenCapturada(equipo, { contienda: 'alcaldia-m1' }))
    await services.publicador.publicar()
    await server.close()
    await test_.services.cache.refresh()
    expect((await abrir(`/candidaturas/${of.id}`)).html).toContain('Pesca')
  })
})
