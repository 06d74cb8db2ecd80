import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { readPdf } from '../../support/pdf.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** A councillor on a phone, five minutes before: what she votes and what changed. */
const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]
/** The first point with a version, as it is read with network. */
let online = ''

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser, { viewport: { width: 360, height: 740 }, serviceWorkers: 'allow' })
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'comision')
})
afterAll(() => browser?.close())

stage('her day names the sesión that was convened, with its hour', async () => {
  const sesion = page.getByRole('link', { name: /^Acudir a la 8\.ª sesión extraordinaria de 2024, del 25 de abril de 2024/ })
  await sesion.getByText(/^Empieza /).waitFor()
  await sesion.click()
  await heading(page, '8.ª sesión extraordinaria de 2024')
  await page.getByText('Usted ejerce: Integrante. Tiene voz y voto.').waitFor()
})

stage('her day says that her Comisión must approve before, and until when its sesión is convened', async () => {
  await page.getByRole('button', { name: 'Menú' }).click()
  await page.getByRole('link', { name: 'Conóceles' }).click()
  // The menu does not stay over the page that it opened.
  expect(await page.getByRole('button', { name: 'Menú' }).getAttribute('aria-expanded')).toBe('false')
  const falta = page.getByRole('link', { name: /^Falta convocar a sesión: .*Comisión.* debe aprobar antes del 25 de abril de 2024 «/ })
  await falta.first().waitFor()
  await falta.first().click()
  await heading(page, '8.ª sesión extraordinaria de 2024')
  await page.getByText('Después de la sesión, aquí verá quién debe el acta.').waitFor()
})

stage('it opens with the organ, day and hour, and who records the vote; nobody is told days before that votes are missing', async () => {
  const cabeza = await page.locator('.c-page-header').innerText()
  expect(cabeza).toMatch(/Consejo Estatal Electoral[\s\S]*Convocada[\s\S]*jueves 25 de abril de 2024, 13:00[\s\S]*Presencial: Sala/)
  expect(cabeza).toContain('la Secretaría lo registra aquí después')
  await page.getByRole('heading', { name: /^Se vota/ }).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/Faltan? \d+ votos?/)
})

stage('of each point it says what an approval fulfils and what it leaves, the version and what was observed', async () => {
  const punto = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await punto
    .getByText(/^Si se aprueba, cumple: Aprobación del Pleno y Presentación al Pleno, que vencen el viernes 26 de abril de 2024/)
    .waitFor()
  await punto.getByText('Es la única versión; nadie entregó otra.').waitFor()
  await punto.getByText('Todavía no hay observaciones.').waitFor()
  await page.getByText('Este punto no tiene documento que leer.').waitFor()
  await page.getByRole('heading', { name: 'Qué cambió desde la reunión de trabajo' }).first().waitFor()
  await page.getByRole('heading', { name: 'Observaciones y respuestas' }).first().waitFor()
  const arrived = page.waitForEvent('download')
  await punto.getByRole('button', { name: /^Abrir la versión \d+/ }).click()
  const file = await arrived
  expect(file.suggestedFilename()).toBe('SIMULACRO-informe-11.13-proyecto.pdf')
  // She reads the figures that she votes, and not a sample sheet.
  const text = readPdf.text(readFileSync(await file.path())).replaceAll(/\s+/g, ' ')
  expect(text).toContain('Informe del avance cuantitativo de abril de 2024')
  expect(text).toContain('Acciones para terminar la captura')
  await punto.getByText('Quedó en Descargas de este dispositivo').waitFor()
})

stage('what is grave says who owes it and leads there; the rest is folded', async () => {
  const punto = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  const grave = punto.getByRole('listitem').filter({ hasText: 'Falta: Aprobación de la Comisión.' })
  expect(await grave.first().innerText()).toMatch(/Está a cargo de: \S/)
  expect(await grave.first().innerText()).toMatch(
    /No hay ninguna sesión convocada ni prevista[\s\S]*La convoca .*quien preside[\s\S]*Ordinaria: .*72 horas antes/,
  )
  expect(await grave.first().getByRole('link').getAttribute('href')).toMatch(/\/actividades\/11\.13#pasos$/)
  expect(
    await punto
      .getByText(/^Todavía no consta: /)
      .first()
      .isVisible(),
  ).toBe(false)
  await punto.getByText(/^\d+ avisos? más$/).click()
  await punto
    .getByText(/^Todavía no consta: /)
    .first()
    .waitFor()
})

stage('she writes an observación to a point from the sesión, and has its acuse', async () => {
  const punto = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await punto.getByRole('button', { name: 'Escribir una observación' }).click()
  await punto.getByLabel('¿Qué observa?').fill('En la página 3 falta la cifra de abril.')
  await punto.getByRole('button', { name: 'Guardar la observación' }).click()
  await punto.getByText('Su observación quedó registrada').waitFor()
  await punto.getByText('1 observación sin respuesta').waitFor()
  expect(await punto.locator('.c-acuse').innerText()).toMatch(/Folio/)
  // The folio stays beside it after the acuse has gone.
  await punto.getByText('Ver 1 observación').click()
  await punto.getByText(/^Sin página señalada · .* de abril de 2024 · Folio \S+, recibida el .* de abril de 2024, \d\d:\d\d$/).waitFor()
})

stage('it says who answers and until when, and that the figures of the document cannot be compared', async () => {
  const punto = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await punto.getByText(/Sin respuesta todavía\. La responde: .+, antes de la sesión del jueves 25 de abril de 2024, 13:00\./).waitFor()
  await punto
    .getByText('Este documento no salió de una emisión de Informes: el sistema no puede decir si sus cifras siguen iguales')
    .waitFor()
})

stage('an observación that is written without network is counted until it is sent', async () => {
  const sinEnviar = page.getByText('1 observación está escrita en este dispositivo y no se ha enviado')
  const punto = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await punto.getByRole('button', { name: 'Escribir una observación' }).click()
  await context.setOffline(true)
  await punto.getByLabel('¿Qué observa?').fill('En la página 4 falta un total.')
  await punto.getByRole('button', { name: 'Guardar la observación' }).click()
  await punto.getByText('Su texto queda en este dispositivo; no se ha enviado').waitFor()
  await context.setOffline(false)
  await sinEnviar.waitFor()
  await page.reload()
  await sinEnviar.waitFor()
  const again = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await again.getByRole('button', { name: 'Escribir una observación' }).click()
  expect(await again.getByLabel('¿Qué observa?').inputValue()).toBe('En la página 4 falta un total.')
  await again.getByRole('button', { name: 'Guardar la observación' }).click()
  await again.getByText('Su observación quedó registrada').waitFor()
  await sinEnviar.waitFor({ state: 'detached' })
})

stage('it stands above the data of the sesión', async () => {
  const headings = await page.locator('main h2').allInnerTexts()
  expect(headings.findIndex((text) => /^Se votan? /.test(text))).toBeLessThan(headings.indexOf('Convocatoria'))
})

stage('without network and after a reload she reads its points, and takes the version that is voted', async () => {
  await page.reload()
  const before = page.getByRole('article').filter({ hasText: 'Abrir la versión' }).first()
  await before.getByText('2 observaciones sin respuesta').waitFor()
  // Its terms and its figures come with answers of their own.
  await before.getByText(/que vencen el viernes 26 de abril de 2024/).waitFor()
  await before.getByText(/^Este documento no salió de una emisión de Informes/).waitFor()
  online = await before.innerText()
  // It says what is kept, since when, how large, and how it opens.
  await page
    .getByText(/^Guardada en este dispositivo el .* de abril de 2024, \d\d:\d\d: la sesión y \d+ documentos?, \d+ KB en total\.$/)
    .waitFor()
  await page.getByText(/^Sin red, abra esta misma página en este navegador/).waitFor()
  await page.getByRole('button', { name: 'Guardar otra vez' }).click()
  await page.getByText(/^Guardada en este dispositivo/).waitFor()
  await context.setOffline(true)
  await page.reload()
  await heading(page, '8.ª sesión extraordinaria de 2024')
  await page.getByText(/^Copia guardada en este dispositivo el .* de abril de 2024, \d\d:\d\d; ahora no hay red$/).waitFor()
  await page.getByText('Usted ejerce: Integrante. Tiene voz y voto.').waitFor()
  // A point alone: the sesión around it is an article too.
  const offline = page.locator('article article').filter({ hasText: 'Abrir la versión' }).first()
  expect(linesOf(await offline.innerText())).toEqual(linesOf(online))
  await offline.getByText('La actividad no se guardó; sólo la sesión y sus documentos.').waitFor()
  expect(await page.getByText('Simulacro.', { exact: true }).count()).toBe(1)
  const arrived = page.waitForEvent('download')
  await offline.getByRole('button', { name: /^Abrir la versión \d+/ }).click()
  expect((await arrived).suggestedFilename()).toMatch(/\.pdf$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
})

stage('what is kept here goes only after a question', async () => {
  await page.getByRole('button', { name: 'Borrar lo guardado de este dispositivo' }).click()
  const dialog = page.getByRole('dialog', { name: '¿Borrar lo guardado?' })
  await dialog.getByRole('button', { name: 'Cancelar' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await keptHere(page)).not.toEqual([])
})

stage('with network again she is where she was, and signing out leaves nothing of it on the device', async () => {
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click()
  await page.getByText(/^Guardada en este dispositivo/).waitFor()
  expect(await keptHere(page)).not.toEqual([])
  await page.getByRole('button', { name: 'Menú' }).click()
  await page.getByRole('button', { name: 'Salir' }).click()
  await page.getByRole('heading', { name: 'Entrar a Conóceles' }).waitFor()
  await eventually(async () => (await keptHere(page)).length === 0, 'the device to forget the sesión')
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Entrar a Conóceles' }).waitFor()
  await context.setOffline(false)
})

test('nothing of it has to be dragged sideways, and no page did what no page of ours may do', async () => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  expect(faults).toEqual([])
})

const WITH_NETWORK = ['Escribir una observación', 'Ver en la actividad', 'La actividad no se guardó; sólo la sesión y sus documentos.']

/** Text of a point, but for what takes network. */
function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !WITH_NETWORK.includes(line))
}

/** Accounts of which this browser keeps something that it alone can read, and answers of the API that anything else kept. */
async function keptHere(of: Page): Promise<string[]> {
  return of.evaluate(async () => {
    const request = indexedDB.open('conoceles-consola')
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const all = database.transaction('borradores').objectStore('borradores').getAllKeys()
    const keys = await new Promise<IDBValidKey[]>((resolve) => (all.onsuccess = () => resolve(all.result)))
    database.close()
    const sesiones = keys.map(String).filter((key) => key.includes(' sesiones,'))
    const answers: string[] = []
    for (const name of await caches.keys())
      for (const { url: address } of await (await caches.open(name)).keys()) if (address.includes('/api/')) answers.push(address)
    return [...sesiones, ...answers]
  })
}
