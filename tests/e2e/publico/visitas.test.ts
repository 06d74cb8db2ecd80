import type { Browser, BrowserContext, Request } from 'playwright-core'
import { eventually, launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const VISITAS = '/api/v1/publico/visitas'
const { url } = sharedSimulacro()
let browser: Browser
let id: string

beforeAll(async () => {
  browser = await launchBrowser()
  const { elementos } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas?cargo=presidencia_municipal')
  id = elementos[0]?.id ?? ''
})
afterAll(() => browser?.close())

/** The visits that leave the browser, in order. */
function sentBy(context: BrowserContext): Request[] {
  const sent: Request[] = []
  context.on('request', (request) => {
    if (request.url().endsWith(VISITAS)) sent.push(request)
  })
  return sent
}

const clases = (sent: Request[]) => sent.map((request) => request.postData())

/** Waits for so many visits, and gives the bodies that were sent. */
async function told(sent: Request[], many: number): Promise<(string | null)[]> {
  await eventually(async () => sent.length >= many, `${many} visits`)
  return clases(sent)
}

test('each page that is shown sends its kind once, and nothing else; also those that the browser makes', async () => {
  const context = await newPerson(browser)
  await context.addCookies([{ name: 'prueba', value: '1', url }])
  const sent = sentBy(context)
  const page = await context.newPage()
  await page.goto(`${url}/candidaturas/${id}?q=algo#seccion=312`)
  expect(await told(sent, 1)).toEqual(['{"clase":"candidatura"}'])
  await page.getByRole('link', { name: 'Estadísticas' }).first().click()
  await step(page, 'the next page', () => page.waitForURL(`${url}/estadisticas`))
  expect(await told(sent, 2)).toEqual(['{"clase":"candidatura"}', '{"clase":"estadisticas"}'])
  await page.goto(`${url}/no-hay-nada-aqui`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(`${url}/boleta#seccion=312`)
  expect((await told(sent, 3)).slice(2)).toEqual(['{"clase":"boleta"}'])
  for (const request of sent) {
    const headers = await request.allHeaders()
    expect([request.url(), headers['cookie'], headers['referer']]).toEqual([url + VISITAS, undefined, undefined])
    expect((await request.response())?.status()).toBe(204)
  }
  await context.close()
})

test.each(['globalPrivacyControl', 'doNotTrack'] as const)('a visitor who asks by %s is not counted', async (name) => {
  const context = await newPerson(browser)
  await context.addInitScript((key) => {
    Object.defineProperty(Navigator.prototype, key, { get: () => (key === 'doNotTrack' ? '1' : true) })
  }, name)
  const sent = sentBy(context)
  const page = await context.newPage()
  for (const path of ['/', '/preguntas']) await page.goto(url + path, { waitUntil: 'networkidle' })
  expect(await page.getByText('Este sitio cuenta cuántas veces se ve').isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Estadísticas' }).first().click()
  await page.waitForURL(`${url}/estadisticas`)
  await page.waitForLoadState('networkidle')
  expect(clases(sent)).toEqual([])
  await context.close()
})
