/** The system was updated while somebody had a page open: the files that this page would ask for are not there any more. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
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

/** No file of this build is handed out any more; a page that is asked for from now on is of the next, and has its own. */
async function update(): Promise<void> {
  let updated = false
  await page.route(url + '/**', async (route) => {
    const request = route.request()
    if (request.isNavigationRequest()) updated = true
    if (updated || !request.url().endsWith('.js')) await route.fallback()
    else await route.fulfill({ status: 404 })
  })
}

test('a link of the visor leads where it says', async () => {
  await page.goto(`${url}/datos`)
  await page.locator('#app[data-vivo]').waitFor()
  await update()
  await page.getByRole('link', { name: 'Estadísticas', exact: true }).first().click()
  await step(page, 'the address of the link', () => page.waitForURL(`${url}/estadisticas`))
  await heading(page, 'Estadísticas')
})

test('a link of the consola leads where it says', async () => {
  await signIn(page, url, 'captura.pan')
  await update()
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).first().click()
  await step(page, 'the address of the link', () => page.waitForURL(`${url}/consola/candidaturas`))
  await heading(page, 'Candidaturas')
})

test('with no line the page of the consola stays, says so, and opens the other when the line is back', async () => {
  await signIn(page, url, 'captura.pan')
  await page.route(`${url}/**`, (route) => route.abort('internetdisconnected'))
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).first().click()
  await page.getByRole('alert').getByText('No se pudo abrir la página').waitFor()
  await heading(page, 'Lo que toca hoy')
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click()
  await page.getByRole('alert').getByText('No se pudo abrir la página').waitFor()
  await page.unroute(`${url}/**`)
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click()
  await heading(page, 'Candidaturas')
})
