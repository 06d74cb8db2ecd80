/** The shortlist of a device: saved from each kind of row, kept there, and told to nobody. */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newPerson, step } from '../support/browser.ts'
import { newLector, visit } from '../support/browser-guardado.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

const names = (page: Page) => page.locator('.fila__name').allInnerTexts()
const save = (page: Page, at: number) =>
  page
    .getByRole('button', { name: /^Guardar a .+ en mi lista$/ })
    .nth(at)
    .click()

test('whom one saves is there after a reload and without network, and no request tells of it', async () => {
  const lector = await newLector(browser, url)
  const { page, linea } = lector
  await visit(lector, '/boleta#municipio=17025')
  await page.locator('.emblema').first().waitFor()
  await save(page, 0)
  await visit(lector, '/contiendas/presidencia_municipal-17025')
  await save(page, 1)
  await page.locator('.fila__name a').nth(2).click()
  await page.waitForURL(/\/candidaturas\/./)
  await save(page, 0)
  const before = linea.enviados.length
  await page.getByRole('link', { name: 'Ver mi lista' }).click()
  await step(page, 'the three', () => page.locator('.fila').nth(2).waitFor())
  const saved = await names(page)
  await page.reload()
  await step(page, 'the three after a reload', () => page.locator('.fila').nth(2).waitFor())
  expect(await names(page)).toEqual(saved)

  const ids = await page.evaluate(() => JSON.parse(localStorage.getItem('mi-lista') ?? '[]') as string[])
  expect(ids).toHaveLength(3)
  const told = linea.enviados.slice(before).map(({ address, headers, body }) => `${address}\n${headers}\n${body}`)
  expect(told.length).toBeGreaterThan(2)
  const beginnings = ids.map((id) => id.replaceAll('-', '').slice(0, 7))
  expect(told.filter((text) => beginnings.some((id) => text.replaceAll('-', '').includes(id)))).toEqual([])
  expect(linea.enviados.filter(({ method, address }) => method !== 'GET' && !address.endsWith('/visitas'))).toEqual([])

  await lector.offline()
  await page.goto(`${linea.url}/mi-lista`)
  await step(page, 'the three without network', () => page.locator('.fila').nth(2).waitFor())
  expect(await names(page)).toEqual(saved)
  await save(page, 1)
  await page.locator('.fila').nth(2).waitFor({ state: 'detached' })
  expect(await names(page)).toEqual(saved.filter((_name, at) => at !== 1))
  await page.getByRole('button', { name: 'Vaciar mi lista' }).click()
  await step(page, 'the empty list', () => page.getByText('Tu lista está vacía').waitFor())
  expect(await page.evaluate(() => localStorage.getItem('mi-lista'))).toBeNull()
  await lector.close()
})

test('a browser that keeps nothing says so, and who forgets the place forgets the list', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.goto(`${url}/boleta#municipio=17025`)
  await page.locator('.emblema').first().waitFor()
  await save(page, 0)
  await page.getByRole('button', { name: 'Olvidar lugar y lista' }).click()
  await page.getByLabel('Tu sección electoral').waitFor()
  expect(await page.evaluate(() => localStorage.getItem('mi-lista'))).toBeNull()

  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(`${url}/contiendas/presidencia_municipal-17025`)
  await save(page, 0)
  await step(page, 'that it is not kept', () => page.getByText('Tu navegador no deja guardar').first().waitFor())
  expect(
    await page
      .getByRole('button', { name: /^Guardar a .+ en mi lista$/ })
      .first()
      .getAttribute('aria-pressed'),
  ).toBe('true')
  await context.close()
})
