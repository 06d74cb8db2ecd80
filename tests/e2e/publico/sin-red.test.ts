import type { Browser, Page } from 'playwright-core'
import { eventually, launchBrowser, step } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { kept, newLector, visit, type Lector } from '../../support/browser/guardado.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { blockOf, enterApi, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { packEnCaptura as pack } from '../../support/paquete.ts'

const { url } = sharedSimulacro()
const API = '/api/v1/publico'
/** Larger than any part of the address of a machine, which headers carry. */
const SECCION = '0312'
const WORKER_HALTED_MS = 8_000
const WITHDRAWN = 'Algo de lo que mostraba esta página ya no se publica: lo quitamos.'
let browser: Browser
let lector: Lector

beforeAll(async () => (browser = await launchBrowser()))
beforeEach(async () => (lector = await newLector(browser, url)))
afterEach(() => lector.close())
afterAll(() => browser?.close())

interface Ficha {
  id: string
  nombre: string
  contienda: string
  secciones: { clave: string; titulo: string }[]
}

/** Candidaturas of a cargo of which no other file changes anything. */
async function fichas(count: number): Promise<Ficha[]> {
  const { elementos } = await readPublic<{ elementos: { id: string; estatusCaptura: string }[] }>(
    url,
    '/candidaturas?cargo=sindicatura&conPropuestas=true&limite=50',
  )
  const verified = elementos.filter(({ estatusCaptura }) => estatusCaptura === 'verificada').slice(-count)
  return Promise.all(verified.map(({ id }) => readPublic<Ficha>(url, `/candidaturas/${id}`)))
}

const pathOf = ({ id }: Ficha): string => `/candidaturas/${id}`

async function findBoleta(page: Page): Promise<string> {
  await page.getByLabel('Tu sección electoral').fill(SECCION)
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
  return openContienda(page)
}

/** Opens the first planilla of a boleta. */
async function openContienda(page: Page): Promise<string> {
  // An opened planilla stays open, also over a reload.
  await page.locator('.emblema').first().waitFor()
  if ((await page.locator('.emblema details[open]').count()) === 0)
    await page
      .getByText(/^Ver toda la planilla/)
      .first()
      .click()
  await step(page, 'the emblems of the boleta', () => page.locator('.emblema a').first().waitFor())
  return mainText(page)
}

/** Text of a page without the moment of its data: a corte may come between two readings. */
async function mainText(page: Page): Promise<string> {
  const text = await page.locator('main').innerText()
  return text.replace(/Datos del [^.\n]+\./g, 'Datos del día.')
}

test('after one visit, with every request blocked but the static files, a boleta is found; and no place went over the line nor is kept', async () => {
  const { page, linea } = lector
  await visit(lector, '/')
  const online = await findBoleta(page)
  await page.locator('.emblema a').first().click()
  // Only once somebody is there is there anything to come back from.
  await page.waitForURL(/\/candidaturas\/./)
  await page.goBack()
  await page.getByRole('link', { name: 'Cambiar lugar' }).click()
  await page.getByLabel('Elige tu municipio').selectOption({ index: 3 })
  await page.getByRole('button', { name: 'Ver por municipio' }).click()
  await openContienda(page)

  linea.only((address) => /^\/(assets|iconos)\//.test(address) || ['/sw.js', '/favicon.svg', '/manifest.json'].includes(address))
  await page.goto(`${linea.url}/boleta`)
  // The tab still knows the municipio.
  await page.getByRole('link', { name: 'Cambiar lugar' }).click()
  expect(await findBoleta(page)).toBe(online)
  await page.getByText('Sin conexión con el servidor.').waitFor()

  const [municipio, distrito] = must(pack.secciones[String(Number(SECCION))])
  const told = linea.enviados.map(({ address, headers, body }) => `${address}\n${headers}\n${body}`)
  expect(told.length).toBeGreaterThan(10)
  const place = new RegExp(
    `(?<![0-9a-z])(0?${Number(SECCION)}|${must(municipio)}|${must(distrito)})(?![0-9a-z])|seccion|municipio|distrito`,
    'i',
  )
  expect(told.filter((text) => place.test(text))).toEqual([])
  expect((await kept(page)).map(({ address }) => address).filter((address) => /[?#]/.test(address) || place.test(address))).toEqual([])
})

test('without network the home, the list, the boleta and each opened persona are there and say how old they are', async () => {
  const { page, linea } = lector
  const [opened] = await fichas(1)
  const own = must(opened)
  await visit(lector, pathOf(own), [API + pathOf(own)])
  await lector.offline()
  const reads = async (path: string, level: number, text: string) => {
    await page.goto(linea.url + path)
    await step(page, text, () => page.getByRole('heading', { level, name: text }).first().waitFor())
    await step(page, 'how old it is', () => page.getByText(/Ves el corte \d+, .+, guardado en este equipo el .+, \d\d:\d\d\./).waitFor())
  }
  await reads('/', 1, '¿Quiénes aparecen en mi boleta?')
  await reads(pathOf(own), 1, own.nombre)
  expect(await inspect(page)).toEqual([])
  await reads(`/candidaturas?q=${encodeURIComponent(own.nombre)}`, 2, own.nombre)
  // The list leads by the beginning of an id.
  await page.getByRole('link', { name: own.nombre }).first().click()
  await page.getByRole('heading', { level: 1, name: own.nombre }).waitFor()
  await page.goto(`${linea.url}/boleta`)
  await findBoleta(page)
  // A persona who was never opened is not there, and the page says why.
  await page.locator('.emblema a').first().click()
  await page.getByText('No hay conexión').waitFor()
})

test('pages opened once are read without network: contiendas, one of them, statistics, a history, a comparison', async () => {
  const { page, linea } = lector
  const [first, second] = (await fichas(2)) as [Ficha, Ficha]
  const { elementos } = await readPublic<{ elementos: { clave: string }[] }>(url, '/estadisticas')
  const paths = [
    '/contiendas',
    `/contiendas/${first.contienda}`,
    '/estadisticas',
    `/estadisticas/${must(elementos[0]).clave}`,
    `/candidaturas/${first.id}/historia`,
    // Not of one contienda, which the page says with both of them.
    `/comparar?personas=${first.id},${second.id}`,
  ]
  const reads = async (path: string) => {
    await page.goto(linea.url + path)
    await page.keyboard.press('Tab')
    await page.locator('#app[data-vivo]').waitFor()
    await page.waitForFunction(() => document.querySelector('.ui-skeleton') === null)
    return mainText(page)
  }
  const online: string[] = []
  for (const path of paths) {
    const answers = path.startsWith('/comparar') ? [first, second].map(pathOf) : [path]
    await visit(
      lector,
      path,
      answers.map((each) => API + each),
    )
    online.push(await reads(path))
  }
  await lector.offline()
  for (const [n, path] of paths.entries()) expect([path, await reads(path)]).toEqual([path, online[n]])
  // Addresses are kept without query and fragment.
  expect((await kept(page)).map(({ address }) => address).filter((address) => /[?#]/.test(address))).toEqual([])
})

test('data withdrawn while somebody has no network leave the device when it is back', async () => {
  const { page, linea } = lector
  const [first, second] = await fichas(2)
  const [own, other] = [must(first), must(second)]
  await visit(lector, pathOf(own), [API + pathOf(own)])
  await visit(lector, pathOf(other), [API + pathOf(other)])
  await visit(lector, `/contiendas/${own.contienda}`, [`${API}/contiendas/${own.contienda}`])
  await lector.offline()
  const accounts = [await enterApi(url, 'transparencia'), await enterApi(url, 'secretaria')] as const
  await block(accounts, own, { alcance: 'persona', clave: null })
  await page.goto(linea.url + pathOf(own))
  await page.getByRole('heading', { level: 1, name: own.nombre }).waitFor()
  const ofHer = async () => (await kept(page)).filter(({ text }) => text.includes(own.nombre)).map(({ address }) => address)
  expect(await ofHer()).toEqual(expect.arrayContaining([API + pathOf(own), `${API}/contiendas/${own.contienda}`]))
  // The index tells of everybody, by words.
  const indice = async () => (await kept(page)).find(({ address }) => address === `${API}/indice`)?.text
  const now = async () => (await fetch(`${url}${API}/indice`)).text()
  expect(await indice()).not.toBe(await now())

  await lector.online()
  await eventually(async () => (await ofHer()).length === 0, 'her name to leave the device')
  await eventually(async () => (await indice()) === (await now()), 'the index without her')
  await step(page, 'why the page changed', () => page.getByRole('status').getByText(WITHDRAWN).waitFor())
  expect(await page.locator('main').innerText()).not.toContain(own.nombre)
  expect((await kept(page)).map(({ address }) => address)).toContain(API + pathOf(other))

  // A persona who is no longer public at all is kept no more, nor is her history.
  await visit(lector, `${pathOf(other)}/historia`, [`${API}${pathOf(other)}/historia`])
  linea.instead.set(API + pathOf(other), { status: 410, body: '{}', type: 'application/problem+json' })
  await page.goto(linea.url + pathOf(other))
  const ownOf = [pathOf(other), `${pathOf(other)}/historia`].map((path) => API + path)
  await eventually(async () => !(await kept(page)).some(({ address }) => ownOf.includes(address)), 'her to leave')
})

test('a new corte is announced to who reads and moves nothing; the button brings it', async () => {
  const { page, linea } = lector
  const [own] = await fichas(3)
  const ficha = must(own)
  await page.clock.install()
  await page.goto(linea.url + pathOf(ficha))
  await page.keyboard.press('Tab')
  await page.locator('#app[data-vivo]').waitFor()
  await page.mouse.wheel(0, 600)
  await eventually(() => page.evaluate(() => scrollY > 300), 'the page to be scrolled')
  const seen = () =>
    page.evaluate(() => ({
      y: scrollY,
      text: document.querySelector('main')?.innerText,
      top: document.querySelector('h2')?.getBoundingClientRect().top,
    }))
  const before = await seen()
  const type = 'application/json'
  linea.instead.set(API + pathOf(ficha), { status: 200, body: JSON.stringify({ ...ficha, nombre: `${ficha.nombre} Corregida` }), type })
  await page.clock.fastForward('01:01')
  await step(page, 'the announcement', () => page.getByRole('status').getByText('Hay una versión más nueva de esta página.').waitFor())
  expect(await seen()).toEqual(before)
  expect(await inspect(page)).toEqual([])
  await page.getByRole('button', { name: 'Ver la versión más nueva' }).click()
  await eventually(async () => (await seen()).text !== before.text, 'the newer version')
  await page.getByText('Hay una versión más nueva de esta página.').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
})

test('the worker of a new build takes over whole, once nobody reads the one before; without one of its files not at all', async () => {
  const { page, linea, context } = lector
  await visit(lector, '/')
  const cachesOf = async (of: Page) => [...new Set((await kept(of)).map(({ cache }) => cache))].sort()
  const caches = () => cachesOf(page)
  const [files] = await caches()
  const construccion = must(files).replace('archivos-', '')
  const next = construccion.replace(/.{4}$/, 'ffff')
  const script = (await (await fetch(`${url}/sw.js`)).text()).replaceAll(construccion, next)
  const update = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => undefined)))
  linea.instead.set('/sw.js', { status: 200, body: script, type: 'text/javascript' })
  await update()
  await eventually(
    async () => linea.enviados.some(({ address }) => address === `/sin-conexion-${next}.html`),
    'the new worker to ask for its files',
  )
  await lector.offline()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '¿Quiénes aparecen en mi boleta?' }).waitFor()
  await lector.online()

  const shell = await (await fetch(`${url}/sin-conexion-${construccion}.html`)).text()
  linea.instead.set(`/sin-conexion-${next}.html`, { status: 200, body: shell, type: 'text/html' })
  await update()
  await eventually(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), 'the new worker to wait')
  expect(await caches()).toEqual([files, `archivos-${next}`, 'publico'].sort())
  await page.close()
  // The worker of the build before still serves a visitor who comes back at once, and stays.
  await eventually(async () => {
    lector.page = await context.newPage()
    // The worker before may be started again for this visit, and the debugger then leaves it halted: another page opens at once.
    const opened = await lector.page.goto(linea.url, { timeout: WORKER_HALTED_MS }).catch(() => null)
    if (opened && (await cachesOf(lector.page)).join() === `archivos-${next},publico`) return true
    return lector.page.close().then(() => false)
  }, 'the new build to take the place of the one before')
})

test('the worker keeps nothing but what is public, and leaves the consola alone', async () => {
  const { page, linea } = lector
  const [own] = await fichas(1)
  await visit(lector, '/candidaturas?q=ana')
  await page.goto(`${linea.url}/consola/`)
  await page.getByLabel('Correo').first().waitFor()
  await page.goto(linea.url + pathOf(must(own)))
  await eventually(async () => (await kept(page)).some(({ address }) => address === API + pathOf(must(own))), 'who was opened to be kept')
  const others = (await kept(page)).filter(({ address }) => !/^\/(assets\/|sin-conexion-|api\/v1\/publico\/)/.test(address))
  expect(others).toEqual([])
  await lector.offline()
  await expect(page.goto(`${linea.url}/consola/`)).rejects.toThrow()
})

/** Blocks a datum by two people, and waits until it is hidden. */
async function block(
  accounts: readonly [ApiAccount, ApiAccount],
  { id }: Ficha,
  what: { alcance: string; clave: string | null },
): Promise<void> {
  const before = JSON.stringify(await readPublic(url, `/candidaturas/${id}`))
  await blockOf(accounts, id, what)
  await eventually(async () => JSON.stringify(await readPublic(url, `/candidaturas/${id}`)) !== before, 'the corte that hides it')
}
