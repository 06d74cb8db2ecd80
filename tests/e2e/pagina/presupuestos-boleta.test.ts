/** Budgets of the ballot: how many acts until the faces are there, and where the first one stands. */
import type { Browser, Locator, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const FIRST_FACE = 420
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

const face = (page: Page): Locator => page.locator('.emblema .ui-portrait, .fila .ui-portrait').first()

async function placeOf(page: Page): Promise<{ top: number; bottom: number }> {
  const box = await step(page, 'the first face', async () => {
    await face(page).waitFor()
    return face(page).boundingBox()
  })
  const { y = Infinity, height = 0 } = box ?? {}
  return { top: Math.round(y), bottom: Math.round(y + height) }
}

async function open(size: typeof PHONE, path: string, options = {}): Promise<Page> {
  const page = await (await newPerson(browser, { viewport: size, ...options })).newPage()
  await page.goto(url + path)
  return page
}

test.each([
  ['phone', PHONE, FIRST_FACE],
  ['desktop', DESKTOP, DESKTOP.height],
] as const)('on a %s the faces of my ballot are two acts away, and the first one is on the screen', async (_name, size, most) => {
  const page = await open(size, '/')
  const acts = [() => page.getByLabel('Tu sección electoral').fill('312'), () => page.getByLabel('Tu sección electoral').press('Enter')]
  for (const act of acts) await act()
  const { top, bottom } = await placeOf(page)
  expect(acts).toHaveLength(2)
  expect([top <= most, bottom <= size.height, { top, bottom }]).toEqual([true, true, { top, bottom }])
  await page.context().close()
})

test.each(['/boleta?seccion=312', '/boleta?municipio=17025', '/contiendas/presidencia_municipal-17025'])(
  'the first face of %s stands above the fold of a phone',
  async (path) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(PHONE, path, { javaScriptEnabled })
      const { top } = await placeOf(page)
      expect([javaScriptEnabled, top <= FIRST_FACE, top]).toEqual([javaScriptEnabled, true, top])
      await page.context().close()
    }
  },
)
