/** A page of another host that shows parts of this one: by the script, and by a plain frame. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url, built } = sharedSimulacro()
const PLACE = 'seccion=312'
let browser: Browser
let person: BrowserContext
let page: Page
let redaccion: Server

/** The page of a newsroom; it lies at another host than the frames. */
const NOTA = `<!doctype html><html lang="es-MX"><head><meta name="viewport" content="width=device-width"><title>Nota</title></head><body><h1>Nota</h1>
<div data-conoceles="boleta" data-seccion="312" data-tema="oscuro" data-color="aa5500"></div>
<script src="${url}/incrustar.js" async></script></body></html>`

beforeAll(async () => {
  redaccion = createServer((_request, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(NOTA))
  await new Promise<void>((done) => redaccion.listen(0, 'localhost', done))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  redaccion.close()
})
beforeEach(async () => {
  person = await newPerson(browser, { viewport: PHONE })
  page = await person.newPage()
})
afterEach(() => person.close())

test('the script brings the ballot in a frame of its own height, in the theme that was asked for, without cookies, and its links leave the frame', async () => {
  await page.goto(`http://localhost:${(redaccion.address() as AddressInfo).port}/`)
  const part = page.frameLocator('iframe')
  await step(page, 'the faces', () => part.locator('.emblema__name').first().waitFor())
  const frame = page.locator('iframe')
  expect(await frame.getAttribute('title')).toBe('Candidatas y Candidatos, Conóceles')
  await step(page, 'the height', () => page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 1_000))
  const inside = page.frames()[1]
  const drawn = await inside?.evaluate(() => ({
    fits: document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight + 1,
    paper: getComputedStyle(document.documentElement).colorScheme,
    line: getComputedStyle(document.querySelector('.incrustada') as Element).borderBlockStartColor,
    cookies: document.cookie,
  }))
  expect(drawn).toEqual({ fits: true, paper: 'dark', line: 'rgb(170, 85, 0)', cookies: '' })
  expect(await person.cookies()).toEqual([])
  await part.locator('.emblema__name a').first().click()
  await step(page, 'her page in the whole window', () => page.waitForURL(/\/candidaturas\/[0-9a-f-]{36}$/))
})

test.each([`/incrustar/boleta?${PLACE}&tema=claro`, '/incrustar/contienda?clave=gubernatura-17', '/incrustar/boleta?municipio=1'])(
  '%s is a page for everybody, whole without script, and only parts like it may be framed',
  async (path) => {
    const { status, headers } = await fetch(url + path)
    const csp = String(headers.get('content-security-policy'))
    expect([status, headers.get('x-frame-options'), headers.get('set-cookie'), csp.includes('frame-ancestors *')]).toEqual([
      200,
      null,
      null,
      true,
    ])
    await page.goto(url + path)
    expect(await inspect(page)).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    const other = await fetch(url)
    expect([
      other.headers.get('x-frame-options'),
      other.headers.get('content-security-policy')?.includes("frame-ancestors 'none'"),
    ]).toEqual(['DENY', true])
  },
)

test('the page of configuration writes the code of what was chosen', async () => {
  await page.goto(`${url}/incrustar`)
  await page.getByLabel('La boleta de un municipio').selectOption({ label: 'Cuernavaca' })
  await page.getByLabel('Colores').selectOption('oscuro')
  expect(await page.locator('pre').first().innerText()).toContain(
    '<div data-conoceles="boleta" data-municipio="17007" data-tema="oscuro"></div>',
  )
  const direccion = await page.getByRole('link', { name: 'Ver cómo queda' }).getAttribute('href')
  expect((await fetch(url + direccion)).status).toBe(200)
})

test('the script stays within 10 KB, and any site may load it', async () => {
  const answer = await fetch(`${url}/incrustar.js`)
  expect([answer.headers.get('cross-origin-resource-policy'), (await answer.arrayBuffer()).byteLength < 10_000]).toEqual([
    'cross-origin',
    true,
  ])
  expect(readFileSync(join(built.visor, 'incrustar.js')).length).toBeLessThan(10_000)
})
