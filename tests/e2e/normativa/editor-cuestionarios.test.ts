import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { signIn } from '../../support/browser/consola.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, url, 'secretaria')
  await page.goto(`${url}/consola/cuestionarios`)
  await page.getByLabel('Cuestionario de identidad').check()
  await page.getByRole('button', { name: 'Empezar el borrador' }).click()
  await row('¿Es usted migrante?').waitFor()
})

afterAll(async () => {
  await browser?.close()
})

const row = (titulo: string) => page.locator('.c-fila__abrir', { hasText: titulo })
const preview = () => page.getByRole('region', { name: 'Vista previa' })
const rows = () => page.locator('.c-fila__abrir').count()
const order = (seccion: string) => page.getByRole('region', { name: seccion, exact: true }).locator('.c-fila__titulo').allTextContents()

stage('the identity cuestionario with one question open fits in 1,600 px', async () => {
  await row('¿Habla y/o entiende').click()
  await preview().getByRole('radio', { name: 'Prefiero no contestar' }).waitFor()
  await expect(inspect(page)).resolves.toEqual([])
  expect(await rows()).toBe(27)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1_600)
})

stage('the preview follows the text, the type of answer and the format that is chosen by its name', async () => {
  await page.getByLabel('Pregunta', { exact: true }).fill('¿Cómo lo localizamos?')
  await preview().getByText('¿Cómo lo localizamos?').waitFor()
  await page.getByLabel('Tipo de respuesta').selectOption({ label: 'Texto' })
  await preview().getByRole('textbox', { name: '¿Cómo lo localizamos?' }).waitFor()
  await page.getByLabel('Formato').selectOption({ label: 'Teléfono de 10 dígitos' })
  await page.getByText('Acepta 7771234567').waitFor()
  expect(await page.getByLabel('Expresión').count()).toBe(0)
  // Changes to one question without a pause are undone as one.
  await pause(1_200)
  await page.getByLabel('Formato').selectOption({ label: 'Otro formato' })
  await page.getByLabel('Expresión').waitFor()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  expect(await page.getByLabel('Formato').locator('option:checked').textContent()).toBe('Teléfono de 10 dígitos')
})

stage('a question is carried by its handle into another section, or moved with the keyboard', async () => {
  const handle = page.locator('.c-fila', { hasText: '¿Cuál pueblo o comunidad?' }).locator('.c-fila__asa')
  // Both rows in sight: the browser begins no drag from a place that scrolled away.
  await page.setViewportSize({ width: 1280, height: 1_600 })
  const target = row('¿Se considera una persona afromexicana')
  await handle.hover()
  await page.mouse.down()
  // The first move begins the drag, and the second one passes over the row.
  await target.hover({ position: { x: 60, y: 12 } })
  await target.hover({ position: { x: 60, y: 4 } })
  await page.mouse.up()
  await page.getByText('«¿Cuál pueblo o comunidad?» quedó en el lugar 1 de Personas afromexicanas.').waitFor()
  expect((await order('Personas afromexicanas'))[0]).toBe('¿Cuál pueblo o comunidad?')
  await row('¿Cuál pueblo o comunidad?').press('Alt+ArrowUp')
  await page.getByText('«¿Cuál pueblo o comunidad?» quedó en el lugar 8 de Discapacidad.').waitFor()
  await row('¿Cuál pueblo o comunidad?').press('Alt+ArrowUp')
  expect((await order('Discapacidad')).indexOf('¿Cuál pueblo o comunidad?')).toBe(6)
})

stage('a question is found by its text or its key, taken away, and brought back', async () => {
  await page.getByLabel('Buscar').fill('MIGRANTE_CONDICION')
  await page.getByText('1 pregunta', { exact: true }).waitFor()
  await row('¿Es usted migrante?').waitFor()
  await page.getByLabel('Buscar').fill('que pais reside')
  await row('¿En qué país reside?').waitFor()
  await page.getByLabel('Más de «¿En qué país reside?»').click()
  await page.getByRole('button', { name: 'Quitar', exact: true }).click()
  await page.getByLabel('Buscar').fill('')
  await page.getByText('Se quitó «¿En qué país reside?».').waitFor()
  expect(await rows()).toBe(26)
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await row('¿En qué país reside?').waitFor()
})

stage('on a phone the open question takes the place of the list, and gives it back', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await row('¿Es usted migrante?').click()
  await page.getByLabel('Tipo de respuesta').waitFor()
  expect(await row('¿Es usted migrante?').isVisible()).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await expect(inspect(page)).resolves.toEqual([])
  await page.getByRole('button', { name: 'Cerrar' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fila-migrante_condicion')
})

stage('the policy of the page held all along', () => {
  expect(faults).toEqual([])
  return Promise.resolve()
})
