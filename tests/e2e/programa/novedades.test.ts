import type { Browser, Page } from 'playwright-core'
import { PHONE, faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect, inspectInTrouble, settled } from '../../support/browser/accesibilidad.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Novedad {
  tipo: string
  cuantas: number
  muestra: { id: string; nombre: string }[]
}

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'captura.pan')
})
afterAll(() => browser?.close())

stage('an operator sees the bell with its count, opens the page and follows a line to the very candidatura', async () => {
  const api = await enterApi(url, 'captura.pan')
  const { sinLeer, elementos } = (await api.get<{ sinLeer: number; elementos: Novedad[] }>('/novedades')).body
  expect(sinLeer).toBeGreaterThan(0)
  await page.getByRole('link', { name: sinLeer === 1 ? 'Novedades: 1 sin leer' : `Novedades: ${sinLeer} sin leer` }).click()
  await page.getByRole('heading', { level: 1, name: 'Novedades' }).waitFor()
  await settled(page)
  expect(await inspect(page)).toEqual([])
  const [{ muestra } = { muestra: [] }] = elementos
  await page
    .getByRole('link', { name: String(muestra[0]?.nombre), exact: true })
    .first()
    .click()
  await page.waitForURL((address) => address.pathname.startsWith(`/consola/candidaturas/${muestra[0]?.id}`))
  await page.goBack()
})

stage('a line of many opens all of them, and on a phone nothing is wider than the screen', async () => {
  await page.setViewportSize(PHONE)
  await page.goto(`${url}/consola/novedades`)
  await settled(page)
  const all = page.getByText(/^Ver las \d+ candidaturas$/).first()
  const many = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0])
  await all.click()
  await settled(page)
  expect(await page.locator('.c-novedad details[open]').getByRole('listitem').count()).toBe(many)
  expect(await inspect(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

stage('what she marked as read is quiet on every page, and her choice of mail is kept', async () => {
  await page.getByRole('button', { name: 'Marcar todo como leído' }).click()
  await page.getByText('Todo quedó marcado como leído').waitFor()
  await page.getByRole('link', { name: 'Novedades', exact: true }).waitFor()
  await page.getByRole('link', { name: 'Sin leer (0)' }).click()
  await page.getByRole('heading', { name: 'No le queda nada sin leer' }).waitFor()
  await page.getByLabel('Un resumen al día').check()
  await page.getByRole('button', { name: 'Guardar lo elegido' }).click()
  await page.getByText('Quedó guardado').waitFor()
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('Un resumen al día').isChecked()).toBe(true)
  await page.getByRole('link', { name: 'Novedades', exact: true }).waitFor()
})

stage('without a line and with a busy server it says so', async () => {
  const trouble = { paths: ['/consola/novedades'], api: /\/api\/v1\/novedades/, retry: 'Intentar de nuevo' }
  expect(await inspectInTrouble(page.context(), url, trouble)).toEqual([])
  expect(faults).toEqual([])
})
