/** The ballot as the server renders it without script, and its sentences for a place that does not exist. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser
let still: BrowserContext
let page: Page

beforeAll(async () => (browser = await launchBrowser()))
beforeEach(async () => {
  still = await newPerson(browser, { viewport: PHONE, javaScriptEnabled: false })
  page = await still.newPage()
})
afterEach(() => still.close())
afterAll(() => browser?.close())

async function give(seccion: string): Promise<void> {
  await page.getByLabel('Tu sección electoral').fill(seccion)
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
}

/** Names of the candidatas at the head of each emblem. */
const heads = (at: Page) => at.locator('.emblema__name').allInnerTexts()

test.each(['/', '/boleta'])('from %s a section leads to the faces, says what was sent, and opens a list in place', async (path) => {
  await page.goto(url + path)
  expect(await page.locator('.site__noscript').innerText()).toContain('Sin JavaScript, tu sección o tu municipio viaja al servidor')
  expect(await page.getByText('Tu sección no sale de tu teléfono o computadora.').isVisible()).toBe(false)
  await give(' 0312 ')
  await step(page, 'the ballot', () => page.getByText(/^Sección 312, /).waitFor())
  expect((await heads(page)).length).toBeGreaterThan(10)
  expect(await page.getByText('llegó al servidor, que no lo registra').isVisible()).toBe(true)
  await page.getByText('Ver toda la planilla y sus listas').first().click()
  expect(await page.locator('details[open] .emblema__person').first().isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Cambiar lugar' }).click()
  await page.getByLabel('Tu sección electoral').waitFor()
})

test('by municipio the district is chosen by a link, and the ballot is the one that a device makes', async () => {
  await page.goto(`${url}/boleta`)
  await page.getByLabel('Elige tu municipio').selectOption({ label: 'Cuernavaca' })
  await page.getByRole('button', { name: 'Ver por municipio' }).click()
  await step(page, 'the districts', () => page.getByText(/^Tu municipio tiene \d distritos$/).waitFor())
  await page.getByRole('link', { name: /^Distrito II, / }).click()
  await step(page, 'the district', () => page.getByText(/^Cuernavaca, Distrito II, Cuernavaca/).waitFor())
  const sent = await heads(page)
  const device = await (await newPerson(browser, { viewport: PHONE })).newPage()
  await device.goto(`${url}/boleta#municipio=17007&distrito=D02`)
  await step(device, 'the same on a device', () => device.locator('.emblema').first().waitFor())
  expect(await heads(device)).toEqual(sent)
  await device.context().close()
})

test('a page that came with its ballot is taken over as it came, and asks for nothing until it is used', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const own = await context.newPage()
  const faults: string[] = []
  own.on('console', (message) => /hydrat/i.test(message.text()) && faults.push(message.text()))
  const asked: string[] = []
  own.on('request', (request) => new URL(request.url()).pathname.startsWith('/api/') && asked.push(request.url()))
  await own.goto(`${url}/boleta?municipio=17007&distrito=D02`, { waitUntil: 'networkidle' })
  const before = await heads(own)
  expect(asked.filter((address) => !/fotografia|visitas/.test(address))).toEqual([])
  await own.keyboard.press('Tab')
  await own.locator('#app[data-vivo]').waitFor()
  await own.waitForLoadState('networkidle')
  expect([faults, await heads(own)]).toEqual([[], before])
  await own.getByText('Ver toda la planilla y sus listas').first().click()
  await own.reload()
  await own.keyboard.press('Tab')
  await step(own, 'the part that stood open before', () => own.locator('.emblema details[open]').waitFor())
  expect(faults).toEqual([])
  await own.locator('.emblema__name a').first().click()
  await step(own, 'the way back', () => own.getByRole('link', { name: 'Volver a mi boleta' }).click())
  await step(own, 'the same ballot', () => own.getByText(/^Cuernavaca, Distrito II, Cuernavaca/).waitFor())
  await own.getByRole('button', { name: 'Olvidar mi lugar' }).click()
  await own.getByRole('button', { name: 'Sí, olvidar' }).click()
  await own.getByLabel('Tu sección electoral').waitFor()
  expect(own.url()).toBe(`${url}/boleta`)
  await context.close()
})

test.each([
  ['of another entidad', '9999', 'La sección 9999 no es de Morelos'],
  ['with letters', '31a', 'Escribe el número de tu sección'],
  ['that is empty', '', 'Escribe el número de tu sección'],
])('a section %s is told in a sentence, with the form to go on', async (_name, seccion, sentence) => {
  await page.goto(`${url}/boleta`)
  await give(seccion)
  await step(page, sentence, () => page.getByText(sentence).waitFor())
  await give('٣١٢')
  await step(page, 'the ballot, of Arabic digits', () => page.getByText(/^Sección 312, /).waitFor())
})

test('a section that was merged, and a municipio that is none, are told in a sentence too', async () => {
  const { secciones } = await readPublic<{ secciones: Record<string, unknown> }>(url, '/territorio')
  const gone = Array.from({ length: 945 }, (_, n) => String(n + 1)).find((n) => !(n in secciones)) ?? ''
  for (const [query, sentence] of [
    [`seccion=${gone}`, `No encontramos la sección ${gone} en nuestra lista`],
    ['municipio=', 'Selecciona tu municipio de la lista.'],
    ['municipio=99999', 'Ese municipio no es de Morelos.'],
  ] as const) {
    await page.goto(`${url}/boleta?${query}`)
    await step(page, sentence, () => page.getByText(sentence).waitFor())
    expect(await page.getByRole('button', { name: 'Ver por municipio' }).isVisible()).toBe(true)
  }
})
