/** An operator chooses candidaturas of her list, prints their sheets and takes the rows away. */
import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { readPdf } from '../../support/pdf.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]
let names: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'captura.pan')
})
afterAll(() => browser?.close())

async function take(button: string): Promise<{ name: string; bytes: Buffer }> {
  const arrived = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await arrived
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

stage('chosen rows are printed as sheets, each with the name of its persona, and who printed them', async () => {
  await page.goto(`${url}/consola/candidaturas`)
  await heading(page, 'Candidaturas')
  const rows = page.locator('#candidaturas tbody tr')
  await rows.first().waitFor()
  names = [await rows.nth(0).getByRole('link').first().innerText(), await rows.nth(1).getByRole('link').first().innerText()]
  for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
  const { name, bytes } = await take('Imprimir fichas')
  expect(name).toMatch(/^fichas-.*\.pdf$/)
  const text = readPdf.text(bytes)
  for (const each of names) expect(text).toContain(each)
  expect(text).toMatch(/Para uso interno.*La imprimió Captura PAN/)
  await page.getByText('El archivo se descargó').waitFor()
  await settled(page)
  // A row that the bar or the header half covers is no small target: it scrolls out from below them.
  expect((await inspect(page)).filter((fault) => !fault.includes('target-size at #candidatura-'))).toEqual([])
})

stage('the same rows come as a workbook and as CSV, with the columns in sight', async () => {
  const { bytes } = await take('Exportar XLSX')
  const { Sheets } = read(bytes, { type: 'buffer' })
  const [head, ...rows] = utils.sheet_to_json<string[]>(Sheets['Candidaturas'] ?? {}, { header: 1 })
  expect(head?.slice(0, 4)).toEqual(['Nombre', 'Sobrenombre', 'Folio', 'Calidad'])
  expect(head).not.toContain('Acuerdo')
  expect(rows.map(([nombre]) => nombre)).toEqual(names)
  const csv = (await take('Exportar CSV')).bytes.toString()
  for (const each of names) expect(csv).toContain(`"${each}"`)
})

test('no page did what no page of ours may do', () => {
  expect(faults).toEqual([])
})
