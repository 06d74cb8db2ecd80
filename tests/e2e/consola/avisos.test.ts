import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const ver = (name: string) => page.getByRole('navigation', { name: 'Partes del borrador' }).getByRole('link', { name, exact: true }).click()
const violations = async (where: string) => expect([where, await inspect(page)]).toEqual([where, []])

stage('a version starts from the last one, and what it lacks is told while it is written, with its place one click away', async () => {
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Aviso de privacidad', exact: true }).click()
  await heading(page, 'Aviso de privacidad')
  await page.getByRole('link', { name: 'Versión 1', exact: true }).waitFor()
  await violations('the versions')
  await button('Empezar el borrador').click()
  const text = page.getByLabel('Aviso integral', { exact: true })
  await page.getByText('Tiene todas las partes que se piden').waitFor()
  const written = await text.inputValue()
  await text.fill(written.replace('{{instituto}}', '{{nadie}} <img src=x onerror=alert(1)>'))
  await page.getByText('Nadie sabe qué es {{nadie}}.').waitFor()
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
  await violations('the editor with something missing')
  await page
    .getByRole('button', { name: /^Integral, renglón/ })
    .first()
    .click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('texto-aviso')
  await text.fill(written)
})

stage('a purpose that changes asks again for its choice alone, and the draft goes to the Comisión once somebody confirms', async () => {
  await ver('Finalidades')
  await page.getByLabel('Para qué se usan los datos').nth(4).fill('Elaborar estadísticas sin nombres y compararlas con otros años')
  await violations('the purposes')
  await button('Guardar el borrador').click()
  await page.getByText('Todo está guardado.').waitFor()
  await ver('Qué cambia')
  await page.getByText('Se vuelve a pedir: la estadística').waitFor()
  await violations('the changes')
  await ver('Aprobación y publicación')
  await page.getByText('Diga desde qué día regirá.').waitFor()
  await page.getByLabel('Regirá desde').fill('2024-05-31')
  await button('Enviar a la Comisión').click()
  await violations('the confirmation')
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar a la Comisión' }).click()
  await page.getByText('Se envió a la Comisión', { exact: true }).waitFor()
  await page.setViewportSize(PHONE)
  await violations('before the Comisión, on a phone')
  await page.getByText('Devolver o descartar').click()
  await page.getByLabel('Motivo').fill('Era un ensayo de la prueba')
  await button('Descartar').click()
  await page.getByText('Se descartó', { exact: true }).waitFor()
})

stage('anybody finds every version, its address, and its printed form', async () => {
  const reader = await (await newPerson(browser)).newPage()
  await reader.goto(`${url}/aviso-privacidad/integral`)
  await reader.getByRole('link', { name: 'Todas las versiones del aviso' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Versiones del aviso de privacidad' }).waitFor()
  expect(await inspect(reader)).toEqual([])
  await reader.getByRole('link', { name: 'Integral, versión 1' }).click()
  await reader.getByRole('heading', { level: 1, name: 'Aviso de privacidad, versión 1' }).waitFor()
  const pdf = await reader.getByRole('link', { name: 'Versión para imprimir (PDF)' }).getAttribute('href')
  const answer = await reader.request.get(`${url}${pdf}`)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect(faults).toEqual([])
})
