/** The shortlist of a device: saved from each kind of row, kept there, and told to nobody. */
import type { Browser, Locator, Page } from 'playwright-core'
import { eventually, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { newLector, visit } from '../../support/browser/guardado.ts'
import { readPdf } from '../../support/pdf.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

const names = (page: Page) => page.locator('.fila__name').allInnerTexts()
const hasPhoto = async (row: Locator): Promise<boolean> => {
  const photo = row.locator('img.ui-portrait').first()
  if ((await photo.count()) === 0) return false
  await eventually(() => photo.evaluate((each) => (each as HTMLImageElement).naturalWidth > 0), 'the photograph')
  return true
}
const save = (page: Page, at: number) =>
  page
    .getByRole('button', { name: /^Guardar a .+ en mi lista$/ })
    .nth(at)
    .click()

test('a saved persona is there after a reload and without network, and no request tells of her', async () => {
  const lector = await newLector(browser, url)
  const { page, linea } = lector
  await visit(lector, '/boleta#municipio=17025')
  await page.locator('.emblema').first().waitFor()
  const shown = [await hasPhoto(page.locator('.emblema').first())]
  await save(page, 0)
  await visit(lector, '/contiendas/presidencia_municipal-17025')
  shown.push(await hasPhoto(page.locator('.fila').nth(1)))
  await save(page, 1)
  await page.locator('.fila__name a').nth(2).click()
  await page.waitForURL(/\/candidaturas\/./)
  await page.getByRole('button', { name: /^Guardar a / }).waitFor()
  shown.push(await hasPhoto(page.locator('.persona')))
  await save(page, 0)
  await page.reload()
  await step(page, 'that she is saved, on her own page', () => page.getByRole('button', { name: /^Guardar a /, pressed: true }).waitFor())
  const before = linea.enviados.length
  await page.getByRole('banner').getByRole('link', { name: 'Mi lista', exact: true }).click()
  await step(page, 'the three', () => page.locator('.fila').nth(2).waitFor())
  const saved = await names(page)
  // As the pages showed them, without asking for them again.
  const photos = () =>
    page.locator('.fila img.ui-portrait').evaluateAll((all) => all.map((each) => (each as HTMLImageElement).src.slice(0, 11)))
  expect(await photos()).toEqual(shown.filter(Boolean).map(() => 'data:image/'))
  await page.reload()
  await step(page, 'the three after a reload', () => page.locator('.fila').nth(2).waitFor())
  expect(await names(page)).toEqual(saved)
  expect(await photos()).toEqual(shown.filter(Boolean).map(() => 'data:image/'))

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
  await page.getByRole('button', { name: `Quitar a ${saved[1]} de mi lista` }).click()
  await page.locator('.fila').nth(2).waitFor({ state: 'detached' })
  expect(await names(page)).toEqual(saved.filter((_name, at) => at !== 1))
  await page.getByRole('button', { name: 'Vaciar mi lista' }).click()
  await page.getByRole('button', { name: 'No', exact: true }).click()
  expect(await names(page)).toHaveLength(2)
  await page.getByRole('button', { name: 'Vaciar mi lista' }).click()
  await page.getByRole('button', { name: 'Sí, vaciar' }).click()
  await step(page, 'the empty list', () => page.getByText('Tu lista está vacía').waitFor())
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await lector.close()
})

test('a browser that keeps nothing says so; to forget the place keeps the list, which is emptied by an act of its own', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.goto(`${url}/boleta#municipio=17025`)
  await page.locator('.emblema').first().waitFor()
  await save(page, 0)
  await page.getByRole('button', { name: 'Olvidar mi lugar' }).click()
  await page.getByRole('button', { name: 'Sí, olvidar' }).click()
  await page.getByLabel('Tu sección electoral').waitFor()
  await step(page, 'that the list stays', () => page.getByText('Tienes 1 persona en tu lista').waitFor())
  await page.getByRole('button', { name: 'Vaciar mi lista' }).click()
  expect(await page.evaluate(() => localStorage.getItem('mi-lista'))).not.toBeNull()
  await page.getByRole('button', { name: 'Sí, vaciar' }).click()
  await page.getByText('Tienes 1 persona en tu lista').waitFor({ state: 'detached' })
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

test('the way to the list stands in the header once it has somebody, before any script, and no row moves when one saves or compares', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  await page.goto(`${url}/contiendas/presidencia_municipal-17025`)
  const link = page.locator('header').getByRole('link', { name: 'Mi lista' })
  expect(await link.count()).toBe(0)
  const places = () =>
    page.locator('.comparar-toggle, .fila__name, .site-header__nav a').evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width } = each.getBoundingClientRect()
        return [x, y + scrollY, width].map(Math.round).join()
      }),
    )
  await page.keyboard.press('Shift')
  await page.locator('#app[data-vivo]').waitFor()
  const before = await places()
  await page
    .getByRole('button', { name: /^Comparar a / })
    .first()
    .click()
  await save(page, 0)
  await link.waitFor()
  expect(await places()).toEqual(before)
  const still = await context.newPage()
  await still.route('**/assets/*.js', (route) => route.abort())
  await still.goto(`${url}/contiendas`)
  await step(still, 'the list in the header', () => still.locator('header').getByRole('link', { name: 'Mi lista' }).waitFor())
  await context.close()
})

test('on paper the list has who is in it, and none of its buttons', async () => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.goto(`${url}/contiendas/presidencia_municipal-17025`)
  await save(page, 0)
  await page.getByRole('link', { name: 'Ver mi lista' }).waitFor()
  await page.goto(`${url}/mi-lista`)
  await page.locator('.fila').first().waitFor()
  await page.getByRole('button', { name: 'Imprimir mi lista' }).waitFor()
  const [nombre = ''] = await names(page)
  const text = readPdf.text(await page.pdf({ format: 'Letter' }))
  expect([text.includes(nombre), /Vaciar|Quitar|Imprimir|Guardar/.test(text)]).toEqual([true, false])
  await context.close()
})
