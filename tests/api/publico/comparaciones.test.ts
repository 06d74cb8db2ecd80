import { readdirSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, observar, RESPUESTAS } from '../../support/actos/captura.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { givenCambio, publicar } from '../../support/publico.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

let test_: TestApp
let equipo: Equipo
let all: Given[]
let ids: string[]
let lejos: Given
/** The one that the publisher keeps for its next corte, which in a deployment is a child of another process. */
let ajenos: number[] = []

const dice = (compromiso: string) => ({ ...RESPUESTAS, curricular: { ...RESPUESTAS.curricular, compromiso: { compromiso } } })

beforeAll(async () => {
  test_ = await startTestApp({ config: CON_PAGINAS })
  equipo = new Equipo(test_)
  const [first, second] = [
    await givenCapturada(equipo, {
      nombre: 'Rosalba',
      primerApellido: 'Quintanar',
      respuestas: dice('Sembrar manglares en la ribera y abrir la escuela del puerto.'),
    }),
    await givenCapturada(equipo, {
      nombre: 'Hermelinda',
      primerApellido: 'Zúñiga',
      respuestas: dice('Empedrar las calles del faro y alumbrar el muelle viejo.'),
    }),
  ]
  all = [first, second]
  for (const nombre of ['Tercera', 'Cuarta', 'Quinta']) all.push(await givenCapturada(equipo, { nombre }, 'validada'))
  ids = all.map(({ id }) => id)
  lejos = await givenCapturada(equipo, { nombre: 'Lejana', contienda: 'alcaldia-m2' })
  await publicar(test_)
  ajenos = renderers()
})
afterAll(() => test_.close())

async function abrir(query: string, options: InjectOptions = {}, { app }: TestApp = test_) {
  const answer = await app.inject({ url: `/comparar${query}`, ...options })
  const html = answer.rawPayload.length > 0 ? decode({ headers: answer.headers, body: answer.rawPayload }).toString('utf8') : ''
  return { status: answer.statusCode, headers: answer.headers, html, etag: String(answer.headers.etag) }
}
const comparar = (...personas: string[]) => abrir(`?personas=${personas.join(',')}`)
const isShell = (html: string) => html.includes('<div id="app"></div>')
/** Text that a reader sees, without the data that the page brings. */
const leido = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const hasta = async (fin: () => boolean) => {
  while (!fin()) await pause(20)
}

/** Child processes that render comparisons, as the kernel lists them. */
function renderers(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && !ajenos.includes(Number(name)))
  return pids.flatMap((pid) => {
    try {
      const isOurs = new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('paginas.worker') ? [Number(pid)] : []
    } catch {
      return []
    }
  })
}

describe('the process that renders comparisons', () => {
  it('is not there before somebody compares, is one for all, and is replaced when it was killed', async () => {
    expect(renderers()).toEqual([])
    const [a, b, c] = ids
    await Promise.all([comparar(must(a), must(b)), comparar(must(b), must(c)), comparar(must(a), must(c))])
    const [pid, ...more] = renderers()
    expect([typeof pid, more]).toEqual(['number', []])
    process.kill(must(pid), 'SIGKILL')
    await hasta(() => renderers().length === 0)
    expect(isShell((await comparar(must(c), must(b))).html)).toBe(false)
    expect(renderers()).toHaveLength(1)
  })

  it('leaves to the browser what is too much, and is replaced too when it takes a page with it', async () => {
    const many = ids.flatMap((a) => ids.flatMap((b) => ids.map((c) => [a, b, c]))).filter((each) => new Set(each).size === 3)
    const answers = await Promise.all(many.map((each) => comparar(...each)))
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200])
    expect(answers.some(({ html }) => !isShell(html))).toBe(true)
    expect(renderers()).toHaveLength(1)
    const dying = comparar(...ids.slice(1))
    process.kill(must(renderers()[0]), 'SIGKILL')
    const { status, html } = await dying
    expect([status, isShell(html)]).toEqual([200, false])
    expect(renderers()).toHaveLength(1)
  })

  it.each([
    ['fails', `export const renderDocument = () => Promise.reject(new Error('broken'))`],
    ['ends', 'export const renderDocument = () => process.exit(3)'],
  ])('that %s leaves the page to the browser', async (_how, script) => {
    const folder = mkdtempSync(join(tmpdir(), 'conoceles-comparar-'))
    const entrada = join(folder, 'entry-server.mjs')
    writeFileSync(entrada, script)
    const other = await startTestApp({ config: { ...CON_PAGINAS, visorServidor: entrada } })
    await publicar(other)
    for (const query of [`?personas=${ids.slice(0, 2).join()}`, '']) {
      const { status, html } = await abrir(query, {}, other)
      expect([status, isShell(html)]).toEqual([200, true])
    }
    await other.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the page of a comparison', () => {
  it('has everybody and what each answered, in the order of the address, under the headers of the visor', async () => {
    const [a, b] = ids as [string, string]
    const { status, headers, html } = await comparar(b, a)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'public, max-age=0, must-revalidate',
    ])
    expect(String(headers['content-security-policy'])).toContain("script-src 'self'")
    const text = leido(html)
    const places = [
      'Hermelinda Zúñiga',
      'Rosalba Quintanar',
      'Empedrar las calles del faro y alumbrar el muelle viejo.',
      'Sembrar manglares en la ribera y abrir la escuela del puerto.',
    ].map((each) => text.indexOf(each))
    expect([Math.min(...places) > 0, places.toSorted((x, y) => x - y)]).toEqual([true, places])
    // The same two in any order, and by the beginnings of their ids, are one page for search engines.
    const one = `href="http://localhost:3000/comparar?personas=${[a, b].sort().join(',')}"`
    const short = [a, b].map((id) => id.replaceAll('-', '').slice(0, 12))
    for (const other of [html, (await comparar(a, b)).html, (await comparar(...short)).html]) expect(other).toContain(`"canonical" ${one}`)
    expect(html.match(/<script(?![^>]*type="application\/(?:ld\+)?json")[^>]*>/g)).toEqual(['<script type="module">'])
  })

  it('travels compressed, is not sent twice, answers HEAD, and takes no notice of what others add to its address', async () => {
    const query = `?personas=${ids.slice(0, 2).join()}`
    const plain = await abrir(query)
    for (const encoding of ['br', 'gzip']) {
      const packed = await abrir(`${query}&fbclid=1`, { headers: { 'accept-encoding': encoding } })
      expect([packed.headers['content-encoding'], packed.html]).toEqual([encoding, plain.html])
      const again = await abrir(query, { headers: { 'accept-encoding': encoding, 'if-none-match': packed.etag } })
      expect([again.status, again.html, again.etag]).toEqual([304, '', packed.etag])
    }
    expect(await abrir(query, { method: 'HEAD' })).toMatchObject({ status: 200, html: '', etag: plain.etag })
  })

  it('says of whom there is no answer why', async () => {
    const { html } = await comparar(must(ids[0]), must(ids[2]))
    expect(leido(html)).toContain('Tercera Apellido Ya contestó esta parte. IEVC la está revisando antes de publicarla.')
  })

  it('says who is not there, that they are too many, that they do not compete with each other, or that somebody is missing', async () => {
    const [a, b] = ids as [string, string]
    const nobody = '00000000-0000-4000-8000-000000000001'
    const robots = '<meta name="robots" content="noindex, nofollow" />'
    const absent = leido((await comparar(a, nobody, b)).html)
    expect(absent).toContain('1 de las personas que elegiste ya no está publicada')
    expect(absent).toContain('Hermelinda Zúñiga')
    const five = leido((await comparar(...ids)).html)
    expect([five.includes('se muestran las primeras 4'), five.includes('Quinta Apellido')]).toEqual([true, false])
    const apart = await comparar(a, lejos.id)
    expect(leido(apart.html)).toContain('Estas personas no compiten entre sí')
    expect(apart.html).toContain(robots)
    for (const query of [
      '',
      '?personas=',
      '?personas=x,y',
      `?personas=${a}`,
      `?personas=${nobody},0c52397`,
      '?personas=%00,%ff',
      '?otra=1',
    ]) {
      const { status, html } = await abrir(query)
      expect([query, status, leido(html).includes('Elige al menos dos personas'), html.includes(robots)]).toEqual([query, 200, true, true])
    }
  })

  it('repeats nothing of its address but ids', async () => {
    const [a, b] = ids as [string, string]
    for (const evil of [
      '"><script>alert(1)</script>',
      "'onload=alert(1)",
      '</script><svg/onload=alert(1)>',
      '{{constructor}}',
      '..%2f..',
    ]) {
      for (const query of [
        `?personas=${a},${b},${evil}`,
        `?personas=${a},${encodeURIComponent(evil)},${b}`,
        `?personas=${a},${b}&${evil}`,
      ]) {
        const { status, html } = await abrir(query)
        expect([query, status, isShell(html)]).toEqual([query, 200, false])
        for (const part of ['alert(1)', 'onload', 'constructor', '..%2f', '../'])
          expect([query, html.includes(part)]).toEqual([query, false])
      }
    }
  })
})

describe('a new corte', () => {
  it('that comes in while it is made has it made again, of that one', async () => {
    const [, , c, d] = ids as [string, string, string, string]
    await comparar(c, d)
    const pid = must(renderers()[0])
    process.kill(pid, 'SIGSTOP')
    const making = comparar(d, c)
    await givenCambio(test_, { tipo: 'cancelacion', de: must(all[2]) })
    await publicar(test_)
    process.kill(pid, 'SIGCONT')
    const { html } = await making
    expect(isShell(html)).toBe(false)
    expect(leido(html)).toContain('Sus respuestas no se muestran')
  })

  it('makes it anew, without what is no longer public', async () => {
    const [a, b] = ids as [string, string]
    const before = await comparar(a, b)
    expect(leido(before.html)).toContain('Sembrar manglares en la ribera y abrir la escuela del puerto.')
    await observar(equipo, must(all[0]))
    await publicar(test_)
    const observed = await comparar(a, b)
    expect(leido(observed.html)).not.toContain('Sembrar manglares en la ribera y abrir la escuela del puerto.')
    expect(leido(observed.html)).toContain('hizo observaciones')
    await givenCambio(test_, { tipo: 'cancelacion', de: must(all[1]) })
    await publicar(test_)
    const left = await abrir(`?personas=${a},${b}`, { headers: { 'if-none-match': before.etag } })
    expect(left.status).toBe(200)
    for (const gone of [
      'Sembrar manglares en la ribera y abrir la escuela del puerto.',
      'Empedrar las calles del faro y alumbrar el muelle viejo.',
    ])
      expect(left.html).not.toContain(gone)
    for (const told of ['Hermelinda Zúñiga', 'Sus respuestas no se muestran']) expect(leido(left.html)).toContain(told)
    expect(left.html).toContain('<meta name="robots" content="noindex, nofollow" />')
  })
})
