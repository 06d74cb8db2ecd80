/** Texts that did not arrive: in two tabs, in a section that closed, when somebody leaves. */
import type { Browser, BrowserContext } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { heading, saved } from '../../support/browser/captura.ts'
import { expectKept, FIELD, openSection, refusal, sectionOf, TEXT } from '../../support/browser/escrito.ts'
import { signIn } from '../../support/browser/consola.ts'
import { enterApi, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const USER = 'captura.pan'
const OTHER = 'Lo que otra persona del mismo partido guardó antes desde otra pestaña.'
const CLOSED = refusal(409, 'captura.cerrada', 'La captura de esta sección está cerrada.')

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
  // Other test files take the first ones of another cargo.
  free = await unbegun(account, 3, { cargo: 'regiduria' })
  await signIn(await context.newPage(), url, USER)
})
afterAll(() => browser?.close())

function takeFree(): string {
  const id = free.pop()
  if (id === undefined) throw new Error('no candidatura without captura is left')
  return id
}

test('a text in conflict outlives what the other tab saves, and its own tab', async () => {
  const id = takeFree()
  const [mine, theirs] = [await openSection(context, url, id), await openSection(context, url, id)]
  await theirs.getByLabel(FIELD).fill(OTHER)
  await saved(theirs)
  await mine.getByLabel(FIELD).fill(TEXT)
  await mine.getByText('Esta sección cambió mientras usted escribía').waitFor()
  await theirs.getByLabel(FIELD).fill(`${OTHER} Y algo más.`)
  await saved(theirs)
  await mine.reload()
  await step(mine, 'the conflict after a reload', async () => {
    await mine.getByText('Ábrala y elija qué texto se queda').waitFor()
    await mine.getByText(TEXT, { exact: true }).waitFor()
    await mine.getByText(`${OTHER} Y algo más.`, { exact: true }).waitFor()
  })
  await mine.getByLabel('Lo que usted escribió').check()
  await mine.getByRole('button', { name: 'Guardar lo elegido' }).click()
  await expectKept(mine, account, { id, text: TEXT })
})

test('text written to a section that closed meanwhile is said not to have arrived, and stays until it is discarded', async () => {
  const id = takeFree()
  const page = await openSection(context, url, id)
  await page.getByLabel(FIELD).fill(OTHER)
  await page.getByLabel(FIELD).blur()
  await saved(page)
  await page.route('**/api/v1/**/captura/curricular/historia', (route) => route.fulfill(CLOSED))
  await page.route(`**/api/v1/candidaturas/${id}/captura`, async (route) => {
    const answer = await route.fetch()
    const captura = (await answer.json()) as { secciones: object[] }
    await route.fulfill({
      json: { ...captura, secciones: captura.secciones.map((each) => ({ ...each, editable: false, razones: ['La captura cerró.'] })) },
    })
  })
  await page.getByLabel(FIELD).fill(TEXT)
  const aside = page.getByRole('alert').filter({ hasText: 'Este texto no se envió' })
  for (const reloaded of [false, true]) {
    if (reloaded) await page.reload()
    await step(page, `the text that did not arrive${reloaded ? ', after a reload' : ''}`, async () => {
      await aside.getByText(TEXT).waitFor()
      await aside.getByText('«Historia profesional» ya no se puede cambiar').waitFor()
      expect(await page.getByLabel(FIELD).inputValue()).toBe(OTHER)
      expect(await page.getByText('ya se está enviando').count()).toBe(0)
    })
  }
  await page.getByRole('button', { name: 'Salir' }).click()
  await page.getByText('Hay 1 sección escrita en este equipo').waitFor()
  expect(await page.getByRole('button', { name: 'Enviar y salir' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Cancelar' }).click()
  await aside.getByRole('button', { name: 'Ya lo copié, descartar' }).click()
  await aside.waitFor({ state: 'detached' })
  await page.reload()
  await heading(page, 'Historia profesional')
  expect(await aside.count()).toBe(0)
  await page.close()
})

test('leaving in one tab asks for what another has not sent, and tells it', async () => {
  const id = takeFree()
  const apart = await newPerson(browser)
  const [writing, leaving] = [await apart.newPage(), await apart.newPage()]
  await signIn(writing, url, USER)
  await writing.goto(sectionOf(url, id))
  await heading(writing, 'Historia profesional')
  await leaving.goto(`${url}/consola/`)
  await heading(leaving, 'Lo que toca hoy')
  await writing.route('**/api/v1/**/captura/curricular/historia', (route) => route.abort('internetdisconnected'))
  await writing.getByLabel(FIELD).fill(TEXT)
  await writing.getByText('lo escrito está guardado en este equipo').first().waitFor()
  await leaving.getByRole('button', { name: 'Salir' }).click()
  await leaving.getByText('Hay 1 sección escrita en este equipo').waitFor()
  await leaving.getByRole('button', { name: 'Salir y borrar el texto' }).click()
  await heading(leaving, 'Entrar a Conóceles')
  await writing.getByText('Salió en otra pestaña').waitFor()
  await apart.close()
})

test('nothing of this broke the Content Security Policy or threw an error', () => {
  expect(faults).toEqual([])
})
