import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../support/browser.ts'
import { heading } from '../support/browser-captura.ts'
import { signIn } from '../support/browser-consola.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

/** A councillor on a phone, five minutes before: what she votes and what changed. */
const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser, { viewport: { width: 360, height: 740 } })
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'comision')
})
afterAll(() => browser?.close())

stage('her day names the sesión that was convened, with its hour', async () => {
  const sesion = page.getByRole('link', { name: /^Acudir a la 8\.ª sesión extraordinaria de 2024, del 25 de abril de 2024/ })
  await sesion.getByText(/^Empieza /).waitFor()
  await sesion.click()
  await heading(page, '8.ª sesión extraordinaria de 2024')
})

stage('the sesión says who has to vote, and of each point the version, what changed and what was observed', async () => {
  await page.getByRole('heading', { name: /^Se vota/ }).waitFor()
  await page.getByText(/^Faltan? \d+ votos?: /).waitFor()
  await page.getByRole('heading', { name: 'Qué cambió desde la reunión de trabajo' }).first().waitFor()
  await page.getByRole('heading', { name: 'Observaciones y respuestas' }).first().waitFor()
  const arrived = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /^Abrir la versión \d+/ })
    .first()
    .click()
  expect((await arrived).suggestedFilename()).toMatch(/\.pdf$/)
})

test('nothing of it has to be dragged sideways, and no page did what no page of ours may do', async () => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  expect(faults).toEqual([])
})
