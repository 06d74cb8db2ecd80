/** Questions that the API does not take are explained in the visor's own words. */
import { Temporal } from 'temporal-polyfill'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  page = await (await newPerson(browser)).newPage()
})
afterEach(() => page.context().close())
afterAll(() => browser?.close())

test('a day that has not come tells nothing, today tells the newest corte, and without a day nothing stays', async () => {
  await page.goto(`${url}/datos`)
  const day = page.getByLabel('Día', { exact: true })
  const ask = async (value: string, text: RegExp) => {
    await day.fill(value)
    await page.getByRole('button', { name: 'Buscar el corte' }).click()
    await step(page, `${text}`, () => page.getByText(text).waitFor())
  }
  await ask('2001-01-01', /^Ese día este sistema todavía no había publicado nada/)
  await ask('2030-01-01', /^Ese día todavía no llega/)
  const today = Temporal.PlainDate.from('2024-04-20')
  await ask(today.toString(), /^Rige el corte/)
  await ask(today.add({ days: 1 }).toString(), /^Ese día todavía no llega/)
  await ask('', /^Escribe un día/)
  expect(await page.getByText(/todavía no llega|^Rige/).count()).toBe(0)
})

test('while the index is absent, a text longer than the server takes is searched by its beginning, and the page says so', async () => {
  await page.route('**/publico/indice', (route) => route.abort('failed'))
  await page.goto(`${url}/candidaturas?q=${'juan '.repeat(25)}`)
  await step(page, 'that it was cut', () => page.getByText('se buscaron sus primeros 100 caracteres').first().waitFor())
  expect(await page.locator('.fila').count()).toBeGreaterThan(0)
  expect(await page.getByText('Algo falló').count()).toBe(0)
})
