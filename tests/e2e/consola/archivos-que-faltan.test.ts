/** Files of the visor that do not come: a weak signal, a proxy, an update in the middle. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const ALL = '**/*.js'
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  page = await (await newPerson(browser, { viewport: PHONE })).newPage()
})
afterEach(() => page.context().close())
afterAll(() => browser?.close())

const lose = (files: string) => page.route(files, (route) => route.abort('failed'))
const notice = () => page.locator('.site__unloaded')
const told = () => step(page, 'that a part did not come', () => notice().getByText('Una parte de esta página no ha llegado').waitFor())

test.each(['/candidaturas?q=juan', '/historia'])(
  'the page without content of %s says so, with ways out, and nothing where its files come',
  async (path) => {
    const { elementos } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas')
    const address = url + (path === '/historia' ? `/candidaturas/${must(elementos[0]).id}/historia` : path)
    await lose(ALL)
    await page.goto(address)
    await told()
    expect(
      await notice()
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['', '/contiendas'])
    await page.unroute(ALL)
    await page.getByRole('link', { name: 'Volver a intentar' }).click()
    await step(page, 'the page itself', () => page.getByRole('heading', { level: 1 }).waitFor())
    expect([await notice().isVisible(), page.url()]).toEqual([false, address])
  },
)

test.each([
  { path: '/', campo: 'Tu sección electoral', texto: '0312', boton: 'Ver mi boleta' },
  { path: '/boleta', campo: 'Tu sección electoral', texto: '0312', boton: 'Ver mi boleta' },
  { path: '/acuses', campo: 'Folio del acuse', texto: 'ABCD-1234', boton: 'Verificar' },
])('text typed in $path stays, and its author is told that a part did not come', async ({ path, campo, texto, boton }) => {
  await lose(ALL)
  await page.goto(url + path)
  await page.getByLabel(campo).fill(texto)
  for (const times of [1, 2]) {
    await page.getByRole('button', { name: boton }).click()
    await told()
    expect([times, page.url(), await page.getByLabel(campo).inputValue()]).toEqual([times, url + path, texto])
  }
  await page.getByLabel(campo).press('Enter')
  expect([page.url(), await page.getByLabel(campo).inputValue()]).toEqual([url + path, texto])
  await page.unroute(ALL)
  await notice().getByRole('link', { name: 'todas las contiendas' }).click()
  await page.waitForURL(`${url}/contiendas`)
})

test('a search that the browser can send by itself is sent', async () => {
  await lose(ALL)
  await page.goto(`${url}/candidaturas`)
  await page.getByLabel('Nombre, apellido o apodo').fill('juan')
  await page.getByRole('button', { name: 'Buscar' }).click()
  await page.waitForURL(`${url}/candidaturas?q=juan`)
})

test('the place is kept for the next try where only the file of the ballot is missing', async () => {
  await lose('**/BoletaPage-*.js')
  await page.goto(url)
  await page.getByLabel('Tu sección electoral').fill('0312')
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
  await page.waitForURL(/\/boleta#/)
  await told()
  await page.getByLabel('Tu sección electoral').fill('0312')
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
  expect([new URL(page.url()).search, await page.getByLabel('Tu sección electoral').inputValue()]).toEqual(['', '0312'])
  await page.unroute('**/BoletaPage-*.js')
  await page.getByRole('link', { name: 'Volver a intentar' }).click()
  await step(page, 'the ballot', () => page.getByText(/^Recibes \d boletas/).waitFor())
  expect(await notice().isVisible()).toBe(false)
})

test('without JavaScript a filtered list leads to everybody too', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false })
  const still = await context.newPage()
  await still.goto(`${url}/candidaturas?q=juan`)
  expect(await still.locator('.site__unloaded').isVisible()).toBe(false)
  await still.getByRole('link', { name: 'todas las contiendas con sus candidaturas.' }).click()
  await still.waitForURL(`${url}/contiendas`)
  await context.close()
})
