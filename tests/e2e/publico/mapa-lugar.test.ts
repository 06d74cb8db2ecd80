/** The place told on a map: a press tells the server nothing, and fingers, keys and screen readers can use the squares. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { openLinea, type Linea } from '../../support/linea.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const MUNICIPIO = '17007'
let browser: Browser
let linea: Linea

beforeAll(async () => {
  browser = await launchBrowser()
  linea = await openLinea(url)
})
beforeEach(() => linea.enviados.splice(0))
afterEach(() => linea.hold(() => false))
afterAll(async () => {
  await browser?.close()
  await linea?.close()
})

async function openMap(path: string, options = {}): Promise<Page> {
  const page = await (await newPerson(browser, { viewport: PHONE, ...options })).newPage()
  await page.goto(linea.url + path)
  await page.getByText('Elegir en el mapa').click()
  return page
}

const square = (page: Page, name: string) => page.locator('.mapa-lugar').getByRole('button', { name, exact: true })
const told = () => linea.enviados.filter(({ address, headers, body }) => [address, headers, body].some((part) => part.includes(MUNICIPIO)))

test.each(['/', '/boleta'])('on %s a square leads to the ballot of its municipio, and no request names it', async (path) => {
  const page = await openMap(path)
  await square(page, 'Cuernavaca').click()
  await step(page, 'the ballot', () => page.getByText(/^Cuernavaca\. /).waitFor())
  await page.waitForLoadState('networkidle')
  expect(new URL(page.url()).hash).toBe(`#municipio=${MUNICIPIO}`)
  expect([linea.enviados.length > 3, told()]).toEqual([true, []])
  await page.context().close()
})

test('a square that is pressed while the script is on its way, or never comes, tells nobody', async () => {
  linea.hold((address) => address.endsWith('.js'))
  const page = await openMap('/')
  await square(page, 'Cuernavaca').click()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(3_000)
  expect([new URL(page.url()).pathname, told()]).toEqual(['/', []])
  await page.context().close()
})

test.each(['/', '/boleta'])('without a script a square of %s is the form that leads to the ballot', async (path) => {
  const page = await openMap(path, { javaScriptEnabled: false })
  await square(page, 'Jojutla').focus()
  await page.keyboard.press('Enter')
  await step(page, 'the ballot', () => page.locator('.emblema').first().waitFor())
  expect(new URL(page.url()).search).toBe('?municipio=17012')
  await page.context().close()
})

test('every municipio has its square, as large as a finger, in the order in which it is read, and shows its name', async () => {
  const { municipios } = await readPublic<{ municipios: { nombre: string }[] }>(url, '/proceso')
  const page = await openMap('/')
  const squares = page.locator('.mapa-lugar button')
  const boxes = await squares.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
  expect(boxes.filter(({ width, height, left, right }) => width < 44 || height < 44 || left < 0 || right > PHONE.width)).toEqual([])
  const order = boxes.map(({ top, left }) => Math.round(top) * 1_000 + Math.round(left))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const names = await page.locator('.mapa-lugar__nombre').allTextContents()
  expect(names.toSorted()).toEqual(municipios.map(({ nombre }) => nombre).toSorted())
  await page.keyboard.press('Tab')
  for (const name of ['Tlaltizapán de Zapata', 'Tetela del Volcán']) {
    await square(page, name).focus()
    const label = await square(page, name).locator('.mapa-lugar__nombre').boundingBox()
    const first = await squares.first().boundingBox()
    const { x = 0, y = Infinity, width = 0, height = 0 } = label ?? {}
    expect([width > 40, height > 10, x + width <= PHONE.width, y < (first?.y ?? 0)]).toEqual([true, true, true, true])
  }
  await page.context().close()
})

test('the map stands behind the form of the section, which stays where it was', async () => {
  const page = await (await newPerson(browser, { viewport: PHONE })).newPage()
  await page.goto(`${url}/`)
  const top = () => page.getByLabel('Tu sección electoral').evaluate((field) => field.getBoundingClientRect().top + scrollY)
  const before = await top()
  await page.getByText('Elegir en el mapa').click()
  await page.locator('.mapa-lugar button').first().waitFor()
  expect([await top(), before < PHONE.height]).toEqual([before, true])
  await page.context().close()
})
