import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'
import { accountOf } from '../../support/cuentas-demo.ts'

const { url } = sharedSimulacro()
const stage = stages()
const faults: string[] = []
let browser: Browser
let una: Page
let otra: Page

beforeAll(async () => {
  browser = await launchBrowser()
  una = await enter('verificacion1')
  otra = await enter('verificacion2')
})
afterAll(() => browser?.close())

async function enter(user: string): Promise<Page> {
  const context: BrowserContext = await newPerson(browser, { viewport: DESKTOP })
  faultsOf(context, faults)
  const page = await context.newPage()
  await signIn(page, url, user)
  return page
}

async function openCola(page: Page, query = ''): Promise<void> {
  await page.goto(`${url}/consola/revision${query}`)
  await settled(page)
}

const siguiente = (page: Page) => page.getByRole('button', { name: 'Revisar la siguiente' }).click()
const inReview = (page: Page) => page.waitForURL(/\/revision\/[0-9a-f-]{36}$/)

stage('at least 13 of those that wait are in sight at 1280 × 800', async () => {
  await openCola(una)
  const seen = await una
    .locator('#cola tbody tr')
    .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length)
  expect(seen).toBeGreaterThanOrEqual(13)
  await una.getByText(/(Su mediana de los|En los) últimos 7 días/).waitFor()
  expect(await inspect(una)).toEqual([])
})

stage('two who press «Revisar la siguiente» at one time get different candidaturas', async () => {
  await openCola(otra)
  await Promise.all([siguiente(una), siguiente(otra)])
  await Promise.all([inReview(una), inReview(otra)])
  expect(una.url()).not.toBe(otra.url())
})

stage('a reviewer who opens one of another is told whose it is, and acts on it only after she takes it', async () => {
  // One that nobody has: other tests review with the same accounts.
  await openCola(una, '?de=libres')
  await una.locator('#cola tbody a').nth(5).click()
  await inReview(una)
  await una.getByRole('button', { name: 'Verificar la captura' }).waitFor()
  await otra.goto(una.url())
  await otra.getByText(`La revisa ${accountOf('verificacion1').nombre}`).waitFor()
  expect(await otra.getByRole('button', { name: 'Verificar la captura' }).count()).toBe(0)
  expect(await inspect(otra)).toEqual([])
  await otra.getByRole('button', { name: 'Tomarla yo' }).click()
  await otra.getByRole('button', { name: 'Verificar la captura' }).waitFor()
})

stage('several are chosen and given to somebody; they are then hers, and can be let go', async () => {
  await openCola(una, '?de=libres')
  const rows = una.locator('#cola tbody a')
  const names = [await rows.nth(9).innerText(), await rows.nth(10).innerText()]
  const choose = async () => {
    for (const name of names) await una.getByLabel(`Elegir a ${name}`, { exact: true }).check()
  }
  await choose()
  await una.getByRole('button', { name: 'Asignar a…' }).click()
  const dialog = una.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Asignar', exact: true }).click()
  await dialog.getByText('Elija quién las revisará').waitFor()
  await dialog.getByLabel('Quién las revisará').selectOption({ label: `${accountOf('verificacion1').nombre} (usted)` })
  await dialog.getByRole('button', { name: 'Asignar', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await openCola(una, '?de=mias')
  await choose()
  await una.getByRole('button', { name: 'Soltarlas' }).click()
  await eventually(async () => !(await rows.allInnerTexts()).some((name) => names.includes(name)), 'both let go')
})

stage('the reason narrows the queue, and its parts follow', async () => {
  await openCola(una)
  await una.getByRole('button', { name: 'Filtros', exact: true }).click()
  await una.getByLabel('Qué espera').selectOption({ label: 'Verificar lo validado' })
  await una.waitForURL(/motivo=verificar/)
  await una.getByRole('button', { name: 'Filtros (1)' }).waitFor()
})

stage('on a phone the queue is read without dragging it sideways', async () => {
  await una.setViewportSize(PHONE)
  await openCola(una)
  expect(await una.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})
