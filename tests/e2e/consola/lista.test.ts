import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
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
  context = await newPerson(browser, { viewport: DESKTOP })
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})
afterAll(() => browser?.close())

async function open(path = '/candidaturas'): Promise<void> {
  await page.goto(`${url}/consola${path}`)
  await settled(page)
}

const heads = () => page.locator('thead th').allInnerTexts()
const names = () => page.locator('#candidaturas tbody th a').allInnerTexts()
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

stage('at least 14 rows of the directory are in sight at 1280 × 800, each of one line', async () => {
  await open()
  const heights = await page
    .locator('#candidaturas tbody tr')
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight)
        .map((row) => Math.round(row.getBoundingClientRect().height)),
    )
  expect(heights.length).toBeGreaterThanOrEqual(14)
  expect(Math.max(...heights)).toBeLessThanOrEqual(44)
})

stage('a text that is cut tells itself in full where the pointer rests', async () => {
  const cell = page.locator('#candidaturas tbody td').filter({ hasText: 'Diputaciones' }).first()
  await cell.hover()
  expect(await cell.getAttribute('title')).toContain('Diputaciones de mayoría relativa')
})

stage('a column sorts the whole list, then the other way round, and the address keeps it', async () => {
  const sort = page.getByRole('columnheader', { name: 'Candidatura', exact: true }).getByRole('button')
  await sort.click()
  await eventually(async () => page.url().endsWith('?orden=nombre'), 'the order in the address')
  await settled(page)
  const first = await names()
  expect(first).toEqual(first.toSorted(new Intl.Collator('es').compare))
  await sort.click()
  await eventually(async () => page.url().endsWith('?orden=-nombre'), 'the other way round')
  await settled(page)
  expect((await names())[0]?.localeCompare(first[0] ?? '', 'es')).toBe(1)
  await page.reload()
  await settled(page)
  expect(await page.getByRole('columnheader', { name: 'Candidatura', exact: true }).getAttribute('aria-sort')).toBe('descending')
})

stage('columns are shown, hidden and moved, the rows made wider, and all of it is kept', async () => {
  await page.getByRole('button', { name: 'Columnas' }).click()
  await page.getByRole('checkbox', { name: 'Acuerdo', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Fórmula', exact: true }).uncheck()
  await page.getByRole('button', { name: 'Mover Plazo antes' }).click()
  await page.getByLabel('Amplios').check()
  expect(await inspect(page)).toEqual([])
  await page.getByRole('button', { name: 'Listo' }).click()
  const expected = ['', 'Candidatura', 'Cargo y lugar', 'Actor político', 'Acuerdo', 'Plazo', 'Captura']
  expect(await heads()).toEqual(expected)
  await open()
  expect(await heads()).toEqual(expected)
  await page.getByRole('button', { name: 'Columnas' }).click()
  await page.getByRole('button', { name: 'Como venía' }).click()
  await page.getByRole('button', { name: 'Listo' }).click()
  expect(await heads()).not.toContain('Acuerdo')
})

stage('rows are walked and chosen with the keyboard, a run of them with Shift, and the choice crosses searches', async () => {
  await open('/candidaturas?cargo=sindicatura')
  const [one = '', other = ''] = await names()
  await page.locator('#candidaturas tbody th a').first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  expect(await focused()).toBe(other)
  await page.keyboard.press('k')
  expect(await focused()).toBe(one)
  await page.getByText('1 candidatura elegida').waitFor()
  await page
    .getByLabel(/^Elegir a /)
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await page.getByText('5 candidaturas elegidas').waitFor()
  await page.getByLabel('Buscar por nombre').fill('maria')
  await page.getByText(/^5 candidaturas elegidas/).waitFor()
  await page.getByText(/no están? a la vista/).waitFor()
})

stage('Ctrl+K finds a person, a municipio, an acuerdo, an activity and a page, and opens it with the keyboard', async () => {
  await open('/')
  const find = async (words: string, found: string) => {
    await page.keyboard.press('Control+k')
    await page.getByLabel(/^Persona, municipio, cargo/).fill(words)
    await page.getByRole('dialog').getByRole('link', { name: found }).first().waitFor()
  }
  const [nombre = ''] = await open('/candidaturas').then(names)
  await find(nombre, nombre)
  expect(await inspect(page)).toEqual([])
  await page.keyboard.press('Escape')
  await find('registrar un acuerdo', 'Registrar un acuerdo')
  await page.keyboard.press('Escape')
  await find('SIMULACRO/ACU/001', 'SIMULACRO/ACU/001/2024')
  await page.keyboard.press('Escape')
  await find('11.5', '11.5')
  await page.keyboard.press('Escape')
  await find('jojutla', 'Jojutla')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await eventually(async () => page.url() !== `${url}/consola/candidaturas`, 'what was found opens')
  await open('/')
  await find('jojutla', 'Jojutla')
  await page.getByRole('dialog').getByRole('link', { name: 'Jojutla', exact: true }).first().click()
  await eventually(async () => /municipio=|distrito=/.test(page.url()), 'the list of the place')
})

stage('on a phone the same list is read without dragging it sideways', async () => {
  await page.setViewportSize(PHONE)
  await open()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  expect(await inspect(page)).toEqual([])
  expect(faults).toEqual([])
})
