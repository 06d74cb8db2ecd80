import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { heading, saved, write } from '../../support/browser/captura.ts'
import { crash, expectKept, FIELD, openSection, refusal, TEXT } from '../../support/browser/escrito.ts'
import { enterCode, signIn } from '../../support/browser/consola.ts'
import { accountOf, withCode } from '../../support/cuentas-demo.ts'
import { enterApi, readSeccion, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const USER = 'captura.pri'
const OTHER = 'Lo que otra persona del mismo partido guardó antes desde otra pestaña.'

const { url } = sharedSimulacro()
let browser: Browser
let context: BrowserContext
let account: ApiAccount
let faults: string[]
let free: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  account = await enterApi(url, USER)
  free = await unbegun(account, 9)
  await signIn(await context.newPage(), url, USER)
})

afterEach(async () => {
  await context.setOffline(false)
  await context.unrouteAll()
})

afterAll(async () => {
  await browser?.close()
})

test('typed text is there after the tab was closed at once', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await page.getByLabel(FIELD).fill(TEXT)
  await page.close()
  const again = await openSection(context, url, id)
  await again
    .getByText('Recuperamos lo que había escrito')
    .or(again.getByText(/^Guardado/))
    .first()
    .waitFor()
  await expectKept(again, account, { id, text: TEXT })
})

test('a hint about a text is told once it is saved, and stops nothing', async () => {
  const page = await openSection(context, url, takeFree())
  await page.getByLabel(FIELD).fill(`${TEXT} ${TEXT} Mi teléfono es 777 123 4567.`)
  await page.getByLabel(FIELD).blur()
  await saved(page)
  const hint = page.getByRole('status').filter({ hasText: 'Conviene revisar' })
  await hint.getByText('Parece contener un teléfono').waitFor()
  await page.getByLabel(FIELD).fill(`${TEXT} ${TEXT}`)
  await page.getByLabel(FIELD).blur()
  await hint.waitFor({ state: 'detached' })
})

test('text typed without a line survives a tab that crashes, and is sent when somebody opens it again', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await context.setOffline(true)
  await page.getByLabel(FIELD).fill(TEXT)
  await page.getByText('Sin conexión: lo escrito está guardado en este equipo').first().waitFor()
  await crash(page)
  await context.setOffline(false)
  expect((await readSeccion(account, id, 'historia')).respuestas).toEqual({})
  const again = await openSection(context, url, id)
  await again.getByText('Recuperamos lo que había escrito').waitFor()
  await expectKept(again, account, { id, text: TEXT })
})

test('when the line drops the screen says so, and what was typed is sent by itself once it is back', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await context.setOffline(true)
  await write(page, FIELD, TEXT)
  await page.getByText('Sin conexión: lo escrito está guardado en este equipo').first().waitFor()
  await context.setOffline(false)
  await expectKept(page, account, { id, text: TEXT })
  await page.close()
})

test('an access token that expired is renewed without a word, and the text is saved', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await refuseOnce(page, '**/captura/curricular/historia')
  await page.getByLabel(FIELD).fill(TEXT)
  await expectKept(page, account, { id, text: TEXT })
  expect(page.url()).toContain('/captura/curricular/historia')
  await page.close()
})

test('when not even the renewal works, signing in leads back to the same section with the text', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await page.route('**/captura/curricular/historia', (route) => route.fulfill(REFUSED))
  await page.route('**/acceso/renovar', (route) => route.fulfill(REFUSED))
  await page.getByLabel(FIELD).fill(TEXT)
  await step(page, 'the sign-in after the expiry', async () => {
    await heading(page, 'Entrar a Conóceles')
    await page.getByText(/lo que escribió sigue guardado en este equipo/).waitFor()
  })
  await page.unrouteAll()
  const { correo, contrasena } = accountOf(USER)
  await page.getByLabel('Correo electrónico').fill(correo)
  await page.getByLabel('Contraseña', { exact: true }).fill(contrasena)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await withCode(url, USER, (codigo) => enterCode(page, codigo, 'Historia profesional'))
  await heading(page, 'Historia profesional')
  await expectKept(page, account, { id, text: TEXT })
  await page.close()
})

test('a server that is too busy to renew an access takes nobody away from what they write', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  const here = page.url()
  await page.route('**/captura/curricular/historia', (route) => route.fulfill(REFUSED))
  const tries = page.waitForRequest('**/acceso/renovar')
  await page.route('**/acceso/renovar', (route) => route.fulfill(BUSY))
  await page.getByLabel(FIELD).fill(TEXT)
  await tries
  await page.getByText('El sistema tuvo una falla: lo escrito está guardado en este equipo').first().waitFor()
  expect(page.url()).toBe(here)
  await page.unrouteAll()
  await expectKept(page, account, { id, text: TEXT })
  await step(page, 'opening the console meanwhile', async () => {
    await page.route('**/acceso/renovar', (route) => route.fulfill(BUSY))
    await page.reload()
    await page.getByText('No se pudo comprobar si ya había entrado').waitFor()
    await page.unrouteAll()
    await page.reload()
    await heading(page, 'Historia profesional')
  })
  await page.close()
})

test('when another tab saved first, both texts are shown and the chosen one stays', async () => {
  const id = takeFree()
  const [mine, theirs] = [await openSection(context, url, id), await openSection(context, url, id)]
  await theirs.getByLabel(FIELD).fill(OTHER)
  await saved(theirs)
  await mine.getByLabel(FIELD).fill(TEXT)
  await step(mine, 'the conflict', async () => {
    await mine.getByText('Esta sección cambió mientras usted escribía').waitFor()
    await mine.getByText(TEXT, { exact: true }).waitFor()
    await mine.getByText(OTHER, { exact: true }).waitFor()
    expect((await readSeccion(account, id, 'historia')).respuestas).toEqual({ historia_profesional: OTHER })
    await mine.getByLabel('Lo que usted escribió').check()
    await mine.getByRole('button', { name: 'Guardar lo elegido' }).click()
  })
  await expectKept(mine, account, { id, text: TEXT })
})

test('nothing of this broke the Content Security Policy or threw an error', () => {
  expect(faults).toEqual([])
})

async function refuseOnce(page: Page, address: string): Promise<void> {
  await page.route(address, (route) => route.fulfill(REFUSED), { times: 1 })
}

function takeFree(): string {
  const id = free.pop()
  if (id === undefined) throw new Error('no candidatura without captura is left')
  return id
}

const REFUSED = refusal(401, 'acceso.requerido', 'Su acceso venció.')
const BUSY = {
  ...refusal(503, 'servicio.ocupado', 'El servicio está ocupado. Lo enviado no se guardó; intente de nuevo.'),
  headers: { 'retry-after': '1' },
}
