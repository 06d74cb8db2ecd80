/** An operator of a party at the end of the day: what waits is sent at once, lists are pasted, questions are declined, a sending is taken back. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { confirm, folioOf, heading, saved } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { crash, FIELD, openSection, TEXT } from '../../support/browser/escrito.ts'
import { readPdf } from '../../support/pdf.ts'
import { enterApi, readSeccion, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Vista {
  secciones: { cuestionario: string; clave: string; editable: boolean; faltantes: unknown[] }[]
}

const { url } = sharedSimulacro()
const stage = stages()
const CAPTURA = 'captura.pan'
const VALIDACION = 'validacion.pan'
const faults: string[] = []
let browser: Browser
let context: BrowserContext
let captura: ApiAccount
let validacion: ApiAccount
let ids: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faultsOf(context, faults)
  captura = await enterApi(url, CAPTURA)
  validacion = await enterApi(url, VALIDACION)
  ids = await unbegun(captura, 3, { cargo: 'sindicatura' })
  await signIn(await context.newPage(), url, CAPTURA)
})
afterAll(() => browser?.close())

const nameOf = async (id: string) => (await captura.get<{ nombre: string }>(`/candidaturas/${id}`)).body.nombre
const takeId = (): string => {
  const id = ids.pop()
  if (id === undefined) throw new Error('no candidatura without captura is left')
  return id
}

stage('what two personas wait to have sent is told by name, and goes with one act', async () => {
  const [una, otra] = [takeId(), takeId()]
  const pages = [await openSection(context, url, una), await openSection(context, url, otra)]
  await context.setOffline(true)
  for (const page of pages) {
    await page.getByLabel(FIELD).fill(TEXT)
    await page.getByText('Sin conexión: lo escrito está guardado en este equipo').first().waitFor()
  }
  for (const page of pages) await crash(page)
  await context.setOffline(false)
  const hoy = await context.newPage()
  await hoy.goto(`${url}/consola/`)
  await heading(hoy, 'Lo que toca hoy')
  const outbox = hoy.locator('.ui-banner').filter({ hasText: 'Hay texto escrito en este equipo' }).first()
  await step(hoy, 'the names of the outbox', async () => {
    for (const id of [una, otra]) await outbox.getByText(await nameOf(id)).waitFor()
  })
  for (const id of [una, otra]) expect((await readSeccion(captura, id, 'historia')).respuestas).toEqual({})
  await settled(hoy)
  expect(await inspect(hoy)).toEqual([])
  await outbox.getByRole('button', { name: 'Enviar todo' }).click()
  await hoy.getByText('Se enviaron 2 secciones.').waitFor()
  for (const id of [una, otra]) expect((await readSeccion(captura, id, 'historia')).respuestas.historia_profesional).toBe(TEXT)
  await hoy.close()
})

async function pasteInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

stage('a list pasted from a word processor becomes rows; the bar says what is missing, and Ctrl+Enter goes on', async () => {
  const id = takeId()
  const page = await context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto(`${url}/consola/candidaturas/${id}/captura/curricular/estudios`)
  await heading(page, 'Estudios')
  await page.getByText('Falta 1 respuesta').waitFor()
  await pasteInto(page, 'Renglón 1', '•\tCurso de agua\r\n•\tDiplomado en leyes')
  await page.getByText('Lo pegado quedó en 2 renglones.').waitFor()
  await saved(page)
  expect((await readSeccion(captura, id, 'estudios')).respuestas.cursos).toEqual(['Curso de agua', 'Diplomado en leyes'])
  await settled(page)
  expect(await inspect(page)).toEqual([])
  await page.getByRole('button', { name: 'Deshacer lo pegado' }).click()
  expect(await page.getByLabel('Renglón 1').inputValue()).toBe('')
  await page.getByLabel('Renglón 1').press('Control+Enter')
  await heading(page, 'Historia profesional')
  await page.close()
})

/** A captura that the party may still change, with identity questions to answer. */
async function withIdentidad(): Promise<string> {
  const { body } = await captura.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=en_captura&limite=100')
  for (const { id } of body.elementos) {
    const { secciones } = (await captura.get<Vista>(`/candidaturas/${id}/captura`)).body
    const own = secciones.filter(({ cuestionario }) => cuestionario === 'identidad')
    if (own.some(({ editable, faltantes }) => editable && faltantes.length > 0)) return id
  }
  throw new Error('no captura with identity questions to answer')
}

stage('what is missing of her identity is declined at once, after showing which questions', async () => {
  const id = await withIdentidad()
  const page = await context.newPage()
  await page.goto(`${url}/consola/candidaturas/${id}/captura/envio`)
  await page.getByRole('button', { name: 'Responder «Prefiero no contestar» a todo lo que falta' }).click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
  expect(await inspect(page)).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Responder/ })
    .click()
  await page.getByText(/^Se respond(ió|ieron)/).waitFor()
  await eventually(async () => {
    const { secciones } = (await captura.get<Vista>(`/candidaturas/${id}/captura`)).body
    return secciones.every(({ cuestionario, faltantes }) => cuestionario !== 'identidad' || faltantes.length === 0)
  }, 'no identity question missing')
  await page.close()
})

stage('a sending that nobody began to review is taken back, with an acuse on paper', async () => {
  const { body } = await validacion.get<{ elementos: { id: string }[] }>('/candidaturas?estatusCaptura=completa&limite=1')
  const id = body.elementos[0]?.id ?? ''
  const { version } = (await validacion.get<{ version: number }>(`/candidaturas/${id}/captura`)).body
  expect((await validacion.post(`/candidaturas/${id}/validar`, { version })).status).toBe(200)
  const person = await newPerson(browser)
  faultsOf(person, faults)
  const page = await person.newPage()
  await signIn(page, url, VALIDACION)
  await page.goto(`${url}/consola/candidaturas/${id}/captura/envio`)
  await page.getByRole('button', { name: 'Recuperar el envío' }).click()
  await confirm(page, 'Recuperar el envío')
  const folio = await folioOf(page, 'El envío se recuperó')
  await page.getByRole('button', { name: 'Enviar a revisión' }).first().waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar el acuse en PDF' }).click()
  const file = await (await coming).createReadStream()
  const bytes = Buffer.concat(await file.toArray())
  expect(readPdf.text(bytes)).toContain(folio)
  await settled(page)
  expect(await inspect(page)).toEqual([])
  expect(faults).toEqual([])
})
