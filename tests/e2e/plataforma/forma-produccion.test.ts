/** The production shape: the visor and the consola each at an address of its own behind nginx, and three services that know nothing else of each other. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { get, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { ERRORS } from '../../../apps/api/src/shared/http/errors.ts'
import { eventually, faultsOf, launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { startFormaProduccion, type FormaProduccion } from '../../support/servidor/forma-produccion.ts'
import { blockOf, enterApi } from '../../support/servidor/simulacro-server-api.ts'

let forma: FormaProduccion
let browser: Browser
let context: BrowserContext
let faults: string[]

beforeAll(async () => {
  forma = await startFormaProduccion()
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
})
afterAll(async () => {
  await browser?.close()
  await forma?.stop()
})

const PROCESO = '/api/v1/publico/proceso'
const ask = (url: string, options: RequestInit = {}) => fetch(url, { redirect: 'manual', ...options })

it('answers at each address what is of that address, and nothing of the other', async () => {
  const { visor, consola } = forma
  const told = async (url: string, options?: RequestInit) => {
    const { status, headers } = await ask(url, options)
    return [status, headers.get('location')]
  }
  expect(await told(`${visor}/`)).toEqual([200, null])
  expect(await told(visor + PROCESO)).toEqual([200, null])
  expect(await told(`${visor}/api/docs`)).toEqual([200, null])
  for (const path of ['/api/v1/candidaturas', '/api/v1/acceso/yo', '/api/v1/calendarios/x.ics'])
    expect(await told(visor + path)).toEqual([404, null])
  expect(await told(`${visor}/api/v1/acceso/entrar`, { method: 'POST' })).toEqual([404, null])
  expect(await told(`${consola}/`)).toEqual([302, '/consola/'])
  expect(await told(`${consola}/consola/candidaturas`)).toEqual([200, null])
  expect(await told(`${consola}/api/v1/candidaturas`)).toEqual([401, null])
  expect(await told(consola + PROCESO)).toEqual([200, null])
  expect(await told(`${consola}/api/v1/publico/visitas`, { method: 'POST' })).toEqual([403, null])
  expect(await told(`${consola}/candidaturas/x`)).toEqual([302, `${visor}/candidaturas/x`])
  expect(await told(`${consola}/api/docs`)).toEqual([404, null])
  for (const site of [visor, consola]) expect(await told(`${site}/api/docs/errores`)).toEqual([200, null])
})

it('lets a program of another site ask what is public, also whether it changed', async () => {
  const preflight = {
    origin: 'https://otro.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'if-none-match',
  }
  for (const path of [PROCESO, '/api/v1/publico/candidaturas', '/api/v1/publico/descargas']) {
    const { status, headers } = await ask(forma.visor + path, { method: 'OPTIONS', headers: preflight })
    expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, 204, '*'])
  }
})

it('says which methods an address takes to a client that asks by another', async () => {
  const api = 'GET, HEAD, OPTIONS'
  for (const [method, path, allow] of [
    ['POST', PROCESO, api],
    ['DELETE', '/api/v1/publico/candidaturas', api],
    ['PUT', '/api/v1/publico/descargas/candidaturas.csv', api],
    ['GET', '/api/v1/publico/visitas', 'POST'],
    ['POST', '/candidaturas', 'GET, HEAD'],
    ['POST', '/comparar', 'GET, HEAD'],
    ['POST', '/api/docs', 'GET, HEAD'],
    ['POST', '/robots.txt', 'GET, HEAD'],
  ] as const) {
    const answer = await ask(forma.visor + path, { method })
    const about = [answer.headers.get('allow'), answer.headers.get('retry-after'), answer.headers.get('content-type')]
    expect([path, answer.status, ...about]).toEqual([path, 405, allow, null, 'application/problem+json; charset=utf-8'])
    const { status, code, title } = (await answer.json()) as { status: number; code: keyof typeof ERRORS; title: string }
    expect([code, [status, title]]).toEqual(['ruta.metodo_no_admitido', [...ERRORS[code]]])
  }
})

/** Asks from an address of this machine, and answers the headers. */
const askFrom = (localAddress: string, path: string, headers: OutgoingHttpHeaders = {}) =>
  new Promise<IncomingHttpHeaders>((done, fail) => {
    get({ host: '127.0.0.1', port: new URL(forma.visor).port, path, localAddress, headers }, (answer) => {
      answer.resume()
      done(answer.headers)
    }).once('error', fail)
  })

it('counts what each address asks for by itself, and believes no address that the client says', async () => {
  const left = async (from: string, headers: OutgoingHttpHeaders = {}) =>
    Number((await askFrom(from, `/api/v1/publico/candidaturas/${randomUUID()}/ficha.pdf`, headers))['x-ratelimit-remaining'])
  expect(await left('127.0.0.7')).toBe(29)
  expect(await left('127.0.0.7', { 'x-forwarded-for': '198.51.100.1' })).toBe(28)
  expect(await left('127.0.0.8')).toBe(29)
})

it('keeps the section that somebody types out of every log, with the script and without it, also where the place is unknown', async () => {
  const auditor = await enterApi(forma.consola, 'auditoria')
  for (const [typed, told] of [
    ['0745', /^Sección 745, /],
    ['9745', /La sección 9745 no es de /],
  ] as const) {
    const own = await newPerson(browser)
    const page = await own.newPage()
    await page.goto(`${forma.visor}/`)
    await page.getByLabel('Tu sección electoral').fill(typed)
    await page.getByRole('button', { name: 'Ver mi boleta' }).click()
    await step(page, `the answer to ${typed}`, () => page.getByText(told).first().waitFor())
    if (told.source.startsWith('^')) await page.locator('.emblema__name a').first().click()
    await own.close()
    // Pages are not rendered here, so a browser without script sees none; this is the address that its form sends.
    for (const address of [`/boleta?seccion=${typed}`, `/idioma/nah/boleta?seccion=${typed}`]) await ask(forma.visor + address)
  }
  const { accesos, errores } = forma.registro()
  expect(accesos).toMatch(/ GET \/boleta 200 /)
  const { body } = await auditor.get<object>('/bitacora?limite=100')
  const said = [accesos, errores, ...forma.bitacoras(), JSON.stringify(body)]
  // No digits of a longer number, such as an instant or the id of a request.
  expect(said.flatMap((log) => log.match(/.*(?:seccion=|(?<![\w.])[09]745(?![\w.])).*/gi) ?? [])).toEqual([])
  expect(forma.bitacoras().every((log) => log.length > 0)).toBe(true)
})

it('leaves pages to the browser where one address asks for hundreds at once', async () => {
  let rendered = 0
  for (let asked = 0; asked < 1_000; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => askFrom('127.0.0.9', `/nada-${asked + at}`)))
    rendered += answers.filter((headers) => headers['x-cache'] !== undefined).length
  }
  expect(rendered).toBeGreaterThanOrEqual(400)
  expect(rendered).toBeLessThan(1_000)
})

it('leads to the index of the public routes, and says to a program that asks too much when to ask again', async () => {
  expect((await ask(`${forma.visor}/api/v1`)).status).toBe(302)
  expect(await (await ask(`${forma.visor}/api/v1/publico`)).json()).toMatchObject({ especificacion: '/api/v1/publico/openapi.json' })
  const search = () => ask(`${forma.visor}/api/v1/publico/candidaturas?q=${randomUUID().slice(0, 4)}`)
  const refused = (await Promise.all(Array.from({ length: 120 }, search))).find(({ ok }) => !ok)
  const { headers } = refused ?? {}
  expect([refused?.status, headers?.get('retry-after'), headers?.get('access-control-allow-origin')]).toEqual([429, '1', '*'])
  const code = 'servicio.limite'
  const [status, title] = ERRORS[code]
  expect(await refused?.json()).toMatchObject({ code, status, title })
})

it('says what it refuses by itself as the API says it', async () => {
  const answer = await ask(`${forma.consola}/api/v1/acceso/entrar`, { method: 'POST', body: Buffer.alloc(13 * 1024 * 1024) })
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const code = 'entrada.demasiado_grande'
  const [status, title] = ERRORS[code]
  const requestId = expect.stringMatching(/^[0-9a-f]{32}$/) as string
  expect([answer.status, await answer.json()]).toEqual([413, { type: `/api/docs/errores#${code}`, title, status, code, requestId }])
})

it('refuses an address over 2 KB at both hosts', async () => {
  for (const url of [`${forma.visor}/${'.'.repeat(5_000)}a`, `${forma.consola}/api/v1/candidaturas?q=${'a'.repeat(2_048)}`]) {
    const answer = await ask(url)
    expect([answer.status, await answer.json()]).toMatchObject([
      414,
      { code: 'entrada.direccion_larga', title: ERRORS['entrada.direccion_larga'][1] },
    ])
  }
})

it('compresses as the client takes it, and not as it refuses it', async () => {
  const codingOf = async (taken: string) =>
    (await ask(forma.visor + PROCESO, { headers: { 'accept-encoding': taken } })).headers.get('content-encoding')
  for (const [taken, coding] of [
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip;q=0', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['br;q=0', null],
    ['gzip; q=0.0, br ; q=0', null],
  ] as const)
    expect([taken, await codingOf(taken)]).toEqual([taken, coding])
})

it('says with each page and each answer what a browser may do with it', async () => {
  const { visor, consola } = forma
  const own = ["default-src 'none'", "frame-ancestors 'none'"]
  for (const [url, policy] of [
    [`${visor}/`, [...own, "script-src 'self'"]],
    [visor + PROCESO, own],
    [`${consola}/consola/`, [...own, "script-src 'self'"]],
    [`${consola}/api/v1/candidaturas`, own],
    [`${consola}/acuses/x`, []],
  ] as const) {
    const { headers } = await ask(url)
    const names = ['x-content-type-options', 'referrer-policy', 'server']
    if (policy.length > 0) expect([url, ...names.map((name) => headers.get(name))]).toEqual([url, 'nosniff', 'no-referrer', 'nginx'])
    for (const part of policy) expect(`${url} ${headers.get('content-security-policy')}`).toContain(part)
  }
})

it('tells a person who signs in that it is a simulacro, and leads from the consola to the pages of the visor', async () => {
  const { visor, consola } = forma
  const page = await context.newPage()
  await page.goto(`${consola}/consola/`)
  await page.getByText('Simulacro.', { exact: true }).waitFor()
  const account = await enterApi(consola, 'validacion.pri')
  const { body } = await account.get<{ elementos: { id: string; nombre: string }[] }>('/candidaturas?estatusCaptura=verificada&limite=1')
  const [{ id, nombre }] = body.elementos as [{ id: string; nombre: string }]
  await signIn(page, consola, 'validacion.pri')
  await page.goto(`${consola}/consola/candidaturas/${id}`)
  await step(page, 'the public page', async () => {
    await page.getByRole('link', { name: 'Ver la página pública' }).click()
    await page.waitForURL(`${visor}/candidaturas/${id}`)
    await heading(page, nombre)
  })
  await page.goto(`${consola}/consola/candidaturas/${id}/correccion`)
  await step(page, 'an act with its acuse', async () => {
    await page.getByLabel('Sección por corregir').selectOption({ label: 'Propuestas' })
    await page.getByLabel('Qué se quiere corregir y por qué').fill('Hay un error de dedo en la segunda propuesta.')
    await page.getByRole('button', { name: 'Enviar la solicitud' }).click()
    const folio = await folioOf(page, 'La solicitud se recibió')
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Comprobar' }).click()
    const acuse = await opened
    await acuse.waitForURL(`${visor}/acuses/${folio}`)
    await acuse.getByText(folio).first().waitFor()
    await acuse.close()
  })
  expect(faults).toEqual([])
})

it('writes mails whose links open the consola', async () => {
  const mails = await eventually(async () => {
    // The folder comes with the first mail.
    const files = existsSync(forma.correo) ? readdirSync(forma.correo).filter((name) => name.endsWith('.eml')) : []
    return files.length > 0 && files.map((name) => readFileSync(join(forma.correo, name), 'utf8').replaceAll(/=\r?\n/g, ''))
  }, 'a reminder')
  for (const mail of mails) {
    const hosts = new Set([...mail.matchAll(/https?:\/\/[^/\s">]+/g)].map(([address]) => address))
    expect([...hosts]).toEqual([forma.consola])
  }
})

describe('with the public service down', () => {
  const ANTES = '2024-05-02T10:04:59-06:00'
  const DESPUES = '2024-05-02T10:05:00-06:00'
  const at = async (path: string, hora: string) => {
    const answer = await ask(forma.visor + path, { headers: { 'x-hora': hora } })
    return { status: answer.status, cache: answer.headers.get('x-cache'), text: await answer.text() }
  }
  interface Ficha {
    id: string
    nombre: string
  }
  let blocked: Ficha
  let other: Ficha
  const addressesOf = ({ id }: Ficha) => [`/api/v1/publico/candidaturas/${id}`, `/api/v1/publico/candidaturas/${id}/historia`]

  beforeAll(async () => {
    const [secretaria, transparencia] = await Promise.all([enterApi(forma.consola, 'secretaria'), enterApi(forma.consola, 'transparencia')])
    const { body } = await secretaria.get<{ elementos: Ficha[] }>(
      '/candidaturas?actor=PAN&cargo=regiduria&estatusCaptura=verificada&limite=2',
    )
    ;[blocked, other] = body.elementos as [Ficha, Ficha]
    for (const ficha of [blocked, other])
      for (const path of addressesOf(ficha)) expect((await at(path, ANTES)).text).toContain(ficha.nombre)
    await blockOf([secretaria, transparencia], blocked.id, { alcance: 'persona', clave: null })
    for (const path of addressesOf(blocked))
      await eventually(async () => !(await at(path, ANTES)).text.includes(blocked.nombre), `${path} without her name`)
    await forma.endPublico()
  })

  it('a page that nginx knows to be withdrawn does not come back, and the rest is still read', async () => {
    for (const path of addressesOf(blocked)) expect((await at(path, ANTES)).text).not.toContain(blocked.nombre)
    for (const path of addressesOf(other)) {
      const { status, cache, text } = await at(path, ANTES)
      expect([status, cache]).toEqual([200, 'STALE'])
      expect(text).toContain(other.nombre)
    }
  })

  it('a copy that nobody could renew is handed out for five minutes at most', async () => {
    for (const path of addressesOf(other)) expect([path, (await at(path, DESPUES)).status]).toEqual([path, 502])
    // The visor's bare page remains, which says that it could not ask.
    const page = await at(`/candidaturas/${other.id}`, DESPUES)
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<div id="app"></div>') as string })
  })

  it('a request that nobody answers is told as the API tells it', async () => {
    for (const site of [forma.visor, forma.consola]) {
      const answer = await ask(`${site}/api/v1/publico/candidaturas?q=una`)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '5'])
      expect(await answer.json()).toMatchObject({
        status: 502,
        code: 'servicio.ocupado',
        title: expect.stringMatching('no contesta') as string,
      })
    }
  })

  it('no log has the whole address of a client, nor its question', async () => {
    for (const [site, path] of [
      [forma.visor, '/api/v1/publico/candidaturas?q=una+vecina'],
      [forma.visor, '/comparar?personas=una,vecina'],
      [forma.consola, '/api/v1/publico/candidaturas?q=una+vecina'],
    ] as const)
      await ask(site + path)
    const { accesos, errores } = forma.registro()
    expect(accesos).toMatch(/ 127\.0\.0\.0 GET \/api\/v1\/publico\/candidaturas 502 /)
    for (const log of [accesos, errores]) {
      expect(log).not.toContain('vecina')
      expect(log).not.toMatch(/127\.0\.0\.[1-9]/)
    }
  })
})
