import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, reload, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const SHOTS = join(__dirname, '../../../.cache/informes')
const TEXTO = 'Se presenta el avance de **mayo**.'
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  context = await newPerson(browser, { acceptDownloads: true })
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})
afterAll(() => browser?.close())

/** On the phone and on the desk, in pictures, and judged. */
async function look(name: string): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    await page.screenshot({ path: join(SHOTS, `${name}-${viewport.width}.png`), fullPage: true })
  }
  expect(await inspect(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

stage('from the list of what is owed one comes to the informe of May, which has no figures yet', async () => {
  await page.goto(`${url}/consola/informes`)
  await heading(page, 'Informes')
  await page.getByRole('row').filter({ hasText: 'Actividad 11.15' }).waitFor()
  await settled(page)
  await look('lista')
  await page.getByRole('link', { name: 'Avance cuantitativo: mayo de 2024' }).click()
  await page.getByText('Al tomar un corte se cuentan y se congelan').waitFor()
})

stage('a cut is taken, and its figures are there', async () => {
  await page.getByRole('button', { name: 'Tomar un corte' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tomar un corte' }).click()
  await page.getByText('Se tomó el corte').waitFor()
  await page.getByRole('heading', { level: 3, name: 'Resumen del avance' }).waitFor()
  await page.getByRole('table', { name: 'Resumen del avance' }).getByText('Candidaturas vigentes (universo)').waitFor()
  await look('cifras')
})

stage('typed text outlives the page, and is saved as a version', async () => {
  await page.getByRole('link', { name: 'Textos' }).click()
  await page.getByLabel('Texto de «Presentación»').fill(TEXTO)
  await page.getByText('Hay cambios sin guardar').first().waitFor()
  await reload(page)
  await page.getByText('Hay cambios sin guardar').first().waitFor()
  await page.getByRole('button', { name: 'Guardar «Presentación»' }).click()
  await page.getByText(/^Versión 1, guardada el/).waitFor()
  await look('textos')
})

stage('it is emitted, and its PDF is handed out', async () => {
  await page.getByRole('button', { name: 'Emitir' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Emitir' }).click()
  await page.getByText('Se emitió el informe').waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Descargar la emisión 1 en PDF' }).click(),
  ])
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await look('emisiones')
})

stage('a draft of it is handed back with its figures, and says how many changed', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Descargar la emisión 1 en DOCX' }).click(),
  ])
  await page.getByRole('button', { name: 'Actualizar las cifras' }).click()
  await page.getByText('Elija el borrador.').first().waitFor()
  await page
    .getByLabel('Borrador en DOCX')
    .setInputFiles({ name: 'b.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no') })
  await page.getByRole('button', { name: 'Actualizar las cifras' }).click()
  await page.getByText('El documento debe ser un PDF, un DOCX o un XLSX completo.').waitFor()
  await page.getByLabel('Borrador en DOCX').setInputFiles(await download.path())
  const [refreshed] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Actualizar las cifras' }).click(),
  ])
  expect(refreshed.suggestedFilename()).toMatch(/\.docx$/)
  await page.getByText('Textos y cifras que cambiaron: 0').waitFor()
  await look('borrador')
})

stage('the format of the database is taken like any informe, with its fields', async () => {
  await page.goto(`${url}/consola/informes/11.11`)
  await page.getByRole('button', { name: 'Tomar un corte' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tomar un corte' }).click()
  await page.getByRole('heading', { level: 2, name: 'Campos' }).waitFor()
  await page
    .getByRole('table', { name: 'Cuestionario de identidad, versión 1' })
    .getByText('indigena_autoadscripcion', { exact: true })
    .waitFor()
  await look('formato')
})

stage('the rows of the directory are downloaded as a workbook', async () => {
  await page.goto(`${url}/consola/candidaturas?cargo=diputacion_mr`)
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Descargar estas candidaturas en XLSX' }).click(),
  ])
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK') // prettier-ignore
  await settled(page)
  await look('consulta')
  expect(faults).toEqual([])
})
