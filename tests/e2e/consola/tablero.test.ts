import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect, inspectInTrouble, settled } from '../../support/browser/accesibilidad.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'captura.pan')
})
afterAll(() => browser?.close())

const rows = () => page.locator('#tablero tbody tr').count()

async function open(query = ''): Promise<void> {
  await page.goto(`${url}/consola/tablero${query}`)
  await settled(page)
}

stage('one request opens the board of a party: counts with their denominator and their moment, and personas by sections', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/api\/v1\/(tablero|candidaturas)/.test(request.url())) asked.push(request.url())
  })
  await open()
  expect(asked).toHaveLength(1)
  await page.getByText(/^[\d,]+ de [\d,]+ candidaturas vigentes\. Corte: sábado 20 de abril de 2024/).waitFor()
  expect(await rows()).toBe(50)
  const first = page.locator('#tablero tbody tr').first()
  expect(await first.locator('.c-marca').count()).toBe(13)
  expect(await first.locator('.c-marca').first().innerText()).toMatch(/: /)
})

stage('personas who have not begun are one press away, in the address; the order of the terms too; the back button undoes it', async () => {
  const button = page.getByRole('button', { name: /^Sin captura: [\d,]+ de [\d,]+$/ })
  await button.click()
  await eventually(async () => new URL(page.url()).searchParams.get('estatusCaptura') === 'sin_captura', 'the filter in the address')
  await settled(page)
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('columnheader', { name: 'Plazo' }).getByRole('button').click()
  await eventually(async () => page.url().includes('orden=vence'), 'the order in the address')
  await page.goBack()
  await eventually(async () => !page.url().includes('estatusCaptura'), 'the board without the filter')
})

stage('each contienda says how it goes, and leads to its personas', async () => {
  await page.getByText(/^Avance por contienda \(/).click()
  const link = page.locator('#contiendas tbody a').first()
  const [cargo = ''] = (await link.innerText()).split(':')
  await link.click()
  await eventually(async () => new URL(page.url()).searchParams.has('cargo'), 'the contienda in the address')
  await settled(page)
  await page.getByRole('button', { name: new RegExp(`^Quitar el filtro Cargo: ${cargo}`) }).waitFor()
})

stage('each actor político is told by section, the one that lacks most first, with what was sent and verified by day', async () => {
  const other = await newPerson(browser)
  faultsOf(other, faults)
  const comision = await other.newPage()
  await signIn(comision, url, 'comision')
  await comision.goto(`${url}/consola/tablero`)
  await comision.getByRole('button', { name: 'Por actor', exact: true }).click()
  await heading(comision, 'Avance por actor político')
  await settled(comision)
  const shares = await comision.locator('#actores tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('.c-actores__cell')].map(({ textContent }) => Number.parseInt(textContent ?? '', 10) || 0)
      return cells.reduce((sum, cell) => sum + cell, 0)
    }),
  )
  expect(shares.length).toBeGreaterThan(5)
  expect(shares[0] ?? 0).toBeLessThan(shares.at(-1) ?? 0)
  expect(await comision.locator('#dias tbody tr').count()).toBe(14)
  expect(await inspect(comision)).toEqual([])
  await comision.locator('#actores tbody a').first().click()
  await comision.waitForURL(/\/tablero\?actor=/)
  await other.close()
})

stage('the board is a file, that says so when it was saved', async () => {
  await open('?estatusCaptura=observada')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exportar el tablero en CSV' }).click()
  expect((await file).suggestedFilename()).toMatch(/^tablero-captura-.+\.csv$/)
  await page.getByText('El archivo se descargó').waitFor()
})

stage('a persona without an account is told to those who capture for her, which is said before anything leaves', async () => {
  await open('?estatusCaptura=sin_captura')
  await page
    .getByLabel(/^Elegir a /)
    .first()
    .check()
  await page.getByRole('button', { name: 'Recordar a la elegida' }).click()
  await heading(page, 'Recordar la captura por correo')
  await page.getByText('En este simulacro los correos quedan como archivos').waitFor()
  await page.getByText('1 persona sin cuenta: se avisa a las cuentas de captura de su actor político').first().waitFor()
  await page.getByText(/: 1 cuenta de captura, por 1 candidatura$/).waitFor()
  await page.getByText(/^Conóceles: 1 captura sin terminar; vence el/).waitFor()
  expect(await page.getByRole('button', { name: 'Enviar 1 recordatorio' }).isEnabled()).toBe(true)
  expect(await inspect(page)).toEqual([])
})

stage('all of a filter are reminded at once, and those who were are not asked again', async () => {
  await open('?estatusCaptura=en_captura')
  await page.getByRole('button', { name: /^Recordar a las [\d,]+ de este filtro$/ }).click()
  await page.getByText('Se le escribe a 1 persona, al correo de su cuenta').waitFor()
  const told = await page.getByText(/^[\d,]+ personas sin cuenta: se avisa/).innerText()
  await page.getByText(/^Conóceles: falta su captura, que vence el/).waitFor()
  expect(await inspect(page)).toEqual([])
  await page.getByRole('button', { name: 'Enviar 2 recordatorios' }).click()
  await confirm(page, 'Enviar 2 recordatorios')

  expect(await folioOf(page, 'Quedaron 2 recordatorios por salir')).toMatch(/^[\dA-Z]{5}-/)
  await page.getByText(`1 a una cuenta de captura, por ${told.split(' ')[0] ?? ''} candidaturas.`).waitFor()
  await page.getByRole('button', { name: 'Volver al tablero' }).click()
  await open('?estatusCaptura=en_captura')
  await page.getByRole('button', { name: /^Recordar a las/ }).click()
  await page.getByText(/^[\d,]+ personas a las que ya se les recordó/).click()
  await page
    .getByText(/^Ya se le recordó el 20 de abril de 2024/)
    .first()
    .waitFor()
})

stage('the board and its troubles have no violation, on the phone and on the desk', async () => {
  await open()
  expect(await inspect(page)).toEqual([])
  expect(
    await inspectInTrouble(context, url, { paths: ['/consola/tablero'], api: /\/api\/v1\/tablero/, retry: 'Intentar de nuevo' }),
  ).toEqual([])
  expect(faults).toEqual([])
})
