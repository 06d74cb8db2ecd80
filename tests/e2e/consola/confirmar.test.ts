import type { Browser, Locator, Page } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, stages } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { withCode } from '../../support/cuentas-demo.ts'
import { askDatabase, folderAt } from '../../support/servidor/simulacro-server-base.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const CORREO = `confirmada-${process.pid}@prueba.example`
let browser: Browser
let page: Page
let faults: string[]
let dialog: Locator
let sesion: string

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  const entered = page.waitForResponse((response) => /\/acceso\/demostracion\/.+/.test(response.url()) && response.ok())
  await signIn(page, url, 'administracion')
  const { accessToken } = (await (await entered).json()) as { accessToken: string }
  sesion = (JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid
  dialog = page.getByRole('dialog', { name: 'Confirme que es usted' })
})

afterAll(async () => {
  await browser?.close()
})

const ageFactor = () =>
  askDatabase(folderAt(url), `update acceso.familia set factor_en = now() - interval '11 minutes' where id = $1`, [sesion])
const focusOn = (id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)

/** Types a code of the account until the dialog accepts it. */
function confirm(): Promise<boolean> {
  return withCode(url, 'administracion', async (codigo) => {
    await dialog.getByLabel('Código de seis dígitos').fill(codigo)
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').or(page.locator('body:not(:has(dialog[open]))')).first().waitFor()
    return !(await dialog.isVisible())
  })
}

stage('an act with an old factor opens the dialog, with the focus on the code and nothing wrong for axe', async () => {
  await page.goto(`${url}/consola/cuentas`)
  await heading(page, 'Cuentas')
  await page.getByRole('button', { name: 'Proponer una cuenta' }).click()
  await page.getByLabel('Nombre', { exact: true }).fill('Persona Confirmada')
  await page.getByLabel('Correo electrónico').fill(CORREO)
  await page.getByLabel('Rol').selectOption('comision')
  await ageFactor()
  await page.getByRole('button', { name: 'Proponer la cuenta', exact: true }).click()
  await dialog.waitFor()
  await focusOn('codigo')
  expect(await inspect(page)).toEqual([])
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    if (process.env.CAPTURAS) await page.screenshot({ path: `${process.env.CAPTURAS}/confirmar-${viewport.width}.png` })
  }
})

stage('a wrong code is told in the dialog, which stays', async () => {
  await page.keyboard.press('Enter')
  await dialog.getByRole('link', { name: 'Escriba el código de seis dígitos' }).waitFor()
  await dialog.getByLabel('Código de seis dígitos').fill('000000')
  await page.keyboard.press('Enter')
  await dialog.getByRole('link', { name: /No se pudo confirmar que es usted/ }).waitFor()
  expect(await inspect(page)).toEqual([])
})

stage('cancelled with Escape, nothing was done and nothing typed is lost', async () => {
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page
    .getByRole('alert')
    .getByText(/Este acto pide confirmar que es usted/)
    .waitFor()
  expect(await page.getByLabel('Correo electrónico').inputValue()).toBe(CORREO)
  expect(await askDatabase(folderAt(url), 'select 1 from acceso.propuesta_cuenta where correo = $1', [CORREO])).toEqual([])
})

stage('confirmed, the act happens by itself and the next one asks nothing', async () => {
  await page.getByRole('button', { name: 'Proponer la cuenta', exact: true }).click()
  await dialog.waitFor()
  expect(await confirm()).toBe(true)
  await page.getByText(CORREO).first().waitFor()
  expect(await askDatabase(folderAt(url), 'select 1 from acceso.propuesta_cuenta where correo = $1', [CORREO])).toHaveLength(1)
})

stage('a demonstration account shows its code with one press', async () => {
  await ageFactor()
  await page.getByLabel('Nombre', { exact: true }).fill('Persona Confirmada Después')
  await page.getByLabel('Correo electrónico').fill(`despues-${CORREO}`)
  await page.getByLabel('Rol').selectOption('comision')
  await page.getByRole('button', { name: 'Proponer la cuenta', exact: true }).click()
  await dialog.getByRole('button', { name: 'Confirmar con el código de demostración' }).click()
  await page.getByText(`despues-${CORREO}`).first().waitFor()
})

stage('a download waits for the confirmation and arrives', async () => {
  await page.goto(`${url}/consola/bitacora`)
  await heading(page, 'Bitácora')
  await ageFactor()
  const arrived = page.waitForEvent('download')
  await page.getByRole('button', { name: /Descargar/ }).click()
  await dialog.waitFor()
  expect(await confirm()).toBe(true)
  expect((await arrived).suggestedFilename()).toBe('bitacora.jsonl')
})

test('no page did what no page of ours may do', () => {
  expect(faults).toEqual([])
})
