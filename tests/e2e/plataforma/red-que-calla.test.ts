/** A line that is open and carries nothing. */
import type { Browser } from 'playwright-core'
import { launchBrowser, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { newLector, visit, type Lector } from '../../support/browser/guardado.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const API = '/api/v1/publico'
let browser: Browser
let lector: Lector

beforeAll(async () => (browser = await launchBrowser()))
beforeEach(async () => (lector = await newLector(browser, url)))
afterEach(() => lector.close())
afterAll(() => browser?.close())

test('a page that the device keeps comes after one wait, not after one for the page and one for its data', async () => {
  const { page, linea } = lector
  const { elementos } = await readPublic<{ elementos: { id: string; nombre: string }[] }>(url, '/candidaturas?cargo=gubernatura')
  const { id, nombre } = must(elementos[0])
  await visit(lector, `/candidaturas/${id}`, [`${API}/candidaturas/${id}`])
  linea.hold((address) => !address.startsWith('/assets/'))
  const began = performance.now()
  await page.goto(`${linea.url}/candidaturas/${id}`)
  await step(page, 'her page', () => page.getByRole('heading', { level: 1, name: nombre }).waitFor())
  const [patience, enoughForBoth] = [5_000, 9_500]
  expect(performance.now() - began).toBeGreaterThan(patience - 500)
  expect(performance.now() - began).toBeLessThan(enoughForBoth)
})

test('a reader who waits for a page that is nowhere on the device is told so, and may ask again', async () => {
  const { page, linea } = lector
  await page.goto(`${linea.url}/boleta`)
  await page.locator('#app[data-vivo]').waitFor()
  linea.hold((address) => address.startsWith(API))
  await page.getByRole('link', { name: 'Estadísticas', exact: true }).first().click()
  await step(page, 'that it takes long', () => page.getByRole('alert').getByText('Tarda más de lo normal').waitFor())
  linea.hold(() => false)
  await page.getByRole('button', { name: 'Intentar otra vez' }).click()
  await step(page, 'the statistics', () => page.getByRole('heading', { level: 2 }).first().waitFor())
})

test('an index that could not be fetched once is asked for again, and the list is searched on the device', async () => {
  const { page, linea } = lector
  await page.clock.install()
  linea.instead.set(`${API}/indice`, { status: 503, body: '{}', type: 'application/problem+json' })
  await page.goto(`${linea.url}/candidaturas`)
  await page.keyboard.press('Tab')
  await page.locator('#app[data-vivo]').waitFor()
  await page.waitForResponse(`**${API}/indice`)
  linea.instead.clear()
  await page.clock.fastForward('00:16')
  await step(page, 'the search on the device', () =>
    page.locator('option').filter({ hasText: /\(\d/ }).first().waitFor({ state: 'attached' }),
  )
})
