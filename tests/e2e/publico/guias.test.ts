import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { inspectAll } from '../../support/browser/accesibilidad.ts'
import { faultsOf, launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const guias = readdirSync(join(__dirname, '../../../docs/guias')).filter((name) => name !== 'index.md')
const paths = ['/guias', ...guias.map((name) => `/guias/${name.replace('.md', '')}`)]
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
})

afterAll(() => browser?.close())

test('are served with the headers of a page, and with a slash at the end too', async () => {
  for (const path of [...paths, '/guias/']) {
    const answer = await fetch(url + path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8'])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await fetch(`${url}/guias/ninguna`)).status).toBe(404)
})

test('have no violation', async () => {
  const faults = faultsOf(context)
  expect(
    await inspectAll(
      context,
      url,
      paths.map((path) => ({ nombre: path, path })),
    ),
  ).toEqual([])
  expect(faults).toEqual([])
})

test('the foot of the visor leads to them', async () => {
  const page = await context.newPage()
  await page.goto(`${url}/preguntas`)
  await page.getByRole('link', { name: 'Guías de uso' }).click()
  await page.getByRole('heading', { level: 1, name: 'Guías' }).waitFor()
  await page.getByRole('link', { name: 'Ciudadanía' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ciudadanía' }).waitFor()
})
