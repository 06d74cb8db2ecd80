import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, reload, stages, step } from '../../support/browser/browser.ts'
import { inspectAll, settled } from '../../support/browser/accesibilidad.ts'
import { folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { office, pdf } from '../../support/actos/entregables.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const C = '/consola'
/** The May report: nobody worked on it yet. */
const ENTREGABLE = '/actividades/11.15'
const TITULO = 'Presentar al Pleno el informe de avance cuantitativo de mayo'
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

const part = (name: string) => page.getByRole('region', { name, exact: true })
const paso = (texto: string) => part('Pasos del trabajo').getByRole('listitem').filter({ hasText: texto })

/** Opens a form by the keyboard: its summary has the focus and is pressed. */
async function openForm(where: ReturnType<Page['getByRole']>, summary: string): Promise<void> {
  const found = where.locator('summary').filter({ hasText: summary }).first()
  await found.focus()
  await page.keyboard.press('Enter')
}

/** From the field that has the focus to the one with this label, by the key that goes on. */
async function tabTo(label: string): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.trim() ?? '')
    const text = here === '' ? await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '') : here
    if (text.startsWith(label)) return
  }
  throw new Error(`the keyboard does not reach «${label}»`)
}

stage('an entregable on which nobody worked says what is next, and of whom; the board says the same', async () => {
  await page.goto(`${url}${C}${ENTREGABLE}`)
  await heading(page, TITULO)
  const resumen = part('Cómo va y qué sigue')
  await resumen.getByText('0 de 6 pasos').waitFor()
  expect(await resumen.innerText()).toMatch(
    /Elaborar el proyecto: informe de avance cuantitativo de mayo[\s\S]*Unidad Técnica de Servicios/,
  )
  await page.goto(`${url}${C}/actividades?vista=tabla`)
  const row = page.getByRole('row').filter({ hasText: TITULO }).first()
  await row.getByText('Sigue: Elaborar el proyecto').waitFor()
})

stage('its project is added by keyboard: faults lead to their field, a bad file says why, and what is typed survives', async () => {
  await page.goto(`${url}${C}${ENTREGABLE}`)
  await openForm(part('Documentos'), 'Agregar una versión')
  await tabTo('¿Qué versión es?')
  await page.keyboard.press('p')
  await tabTo('Fecha del documento')
  await tabTo('Qué cambió')
  await page.keyboard.type('Primer proyecto del informe')
  await tabTo('Agregar una versión')
  await page.keyboard.press('Enter')
  await part('Documentos').getByRole('link', { name: 'Elija el documento' }).waitFor()
  const field = part('Documentos').getByLabel('Documento', { exact: true })
  await step(page, 'a document with macros', async () => {
    const macros = office('docx', { name: 'word/vbaProject.bin', content: pdf() })
    await field.setInputFiles({ name: 'informe.docx', mimeType: 'application/octet-stream', buffer: macros })
    await part('Documentos').getByText('lleva macros').first().waitFor()
  })
  await step(page, 'a refresh loses nothing', async () => {
    await reload(page)
    await part('Documentos').getByText('Primer proyecto del informe').or(page.locator('#version-nota')).first().waitFor()
    expect(await page.locator('#version-nota').inputValue()).toBe('Primer proyecto del informe')
  })
  await part('Documentos')
    .getByLabel('Documento', { exact: true })
    .setInputFiles({ name: 'informe.docx', mimeType: 'application/octet-stream', buffer: office('docx') })
  await part('Documentos').getByText('informe.docx').waitFor()
  await part('Documentos').getByRole('button', { name: 'Agregar una versión' }).press('Enter')
  expect(await folioOf(page, 'Quedó guardado')).toMatch(/^[0-9A-Z]{5}-/)
  await part('Documentos').getByRole('heading', { name: 'Versión 1, proyecto' }).waitFor()
  expect(await paso('Elaborar el proyecto').innerText()).toMatch(/Hecho[\s\S]*Versión 1/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    part('Documentos').getByRole('button', { name: 'Descargar la versión 1' }).press('Enter'),
  ])
  expect(file.suggestedFilename()).toBe('informe.docx')
})

stage('the reunión de trabajo is convened and held', async () => {
  const convocar = paso('Convocar a reunión de trabajo')
  await openForm(convocar, 'Registrar que se hizo')
  await convocar.getByLabel('¿Cuándo se hizo?').fill('2024-04-19T10:00')
  await tabTo('Número de oficio')
  await page.keyboard.type('SIMULACRO/CONV/15')
  await page.keyboard.press('Enter')
  await convocar.getByText('viernes 19 de abril de 2024, 10:00 · SIMULACRO/CONV/15').waitFor()
  const observaciones = paso('Recibir las observaciones')
  await observaciones.getByText('Sigue', { exact: true }).waitFor()
  await openForm(observaciones, 'Registrar la reunión de trabajo')
  await observaciones.getByLabel('¿Cuándo se hizo?').fill('2024-04-20T09:00')
  await observaciones.getByLabel('Número de la minuta').fill('SIMULACRO/MIN/15')
  await observaciones.getByRole('button', { name: 'Guardar la reunión' }).press('Enter')
  await observaciones.getByText('SIMULACRO/MIN/15').waitFor()
  await observaciones.getByText('En curso').waitFor()
})

stage('a member of the Comisión observes from a phone, and changes nothing else', async () => {
  const member = await newPerson(browser, { viewport: PHONE })
  faultsOf(member, faults)
  const phone = await member.newPage()
  await signIn(phone, url, 'comision')
  await phone.goto(`${url}${C}${ENTREGABLE}`)
  const own = phone.getByRole('region', { name: 'Observaciones', exact: true })
  await own.getByText('Registrar una observación').click()
  expect(await phone.getByText('Agregar una versión').count()).toBe(0)
  expect(await phone.getByText('Registrar que se hizo').count()).toBe(0)
  await own.getByRole('button', { name: 'Cambiar el nombre, el cargo o la fecha' }).click()
  await own.getByLabel('Nombre de quien observa').fill('Integrante Dos (persona ficticia)')
  await own.getByLabel('Cargo').fill('Integrante de la Comisión')
  await own.getByRole('button', { name: 'Guardar la observación' }).click()
  await own.getByRole('link', { name: 'Escriba qué observa' }).waitFor()
  await own.getByLabel('Página o apartado').fill('Cuadro 2')
  await own.getByLabel('¿Qué observa?').fill('Separar las candidaturas propietarias de las suplentes.')
  await own.getByRole('button', { name: 'Guardar la observación' }).click()
  await own.getByRole('heading', { name: 'Integrante Dos (persona ficticia)' }).waitFor()
  await own.getByText('Sin atender').waitFor()
  await member.close()
})

stage('the observación is answered with the version that attends it, and the step is done', async () => {
  await reload(page)
  const observaciones = part('Observaciones')
  await observaciones.getByText('Separar las candidaturas').waitFor()
  await openForm(observaciones, 'Responder')
  await observaciones.getByRole('radio', { name: 'Aceptada', exact: true }).check()
  await observaciones.getByLabel('¿Con qué palabras?').fill('Se separaron en dos columnas.')
  await observaciones.getByLabel('¿En qué versión se atendió?').selectOption({ label: 'Versión 1, proyecto' })
  await observaciones.getByRole('button', { name: 'Guardar la respuesta' }).press('Enter')
  await observaciones.getByText('Atendida en la versión 1.').waitFor()
  await paso('Recibir las observaciones').getByText('Hecho', { exact: true }).waitFor()
  await part('Cómo va y qué sigue').getByText('Convocar a sesión de la Comisión').waitFor()
})

stage('the final version warns of what nobody found, and goes in; a withdrawn one stays with its reason', async () => {
  const documentos = part('Documentos')
  await openForm(documentos, 'Agregar una versión')
  await documentos.getByLabel('¿Qué versión es?').selectOption({ label: 'final o aprobada' })
  await documentos.getByText('Falta señalar dónde está').waitFor()
  await documentos.getByLabel('Qué cambió').fill('Versión para aprobar')
  await documentos.getByLabel('Documento', { exact: true }).setInputFiles({ name: 'final.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await documentos.getByText('final.pdf').waitFor()
  await documentos.getByRole('button', { name: 'Agregar una versión' }).press('Enter')
  await part('Cómo va y qué sigue').getByText('Nadie ha señalado dónde está «Universo de candidaturas».').waitFor()
  const contenido = part('Contenido mínimo').getByRole('listitem').filter({ hasText: 'Universo de candidaturas' })
  await openForm(contenido, 'Señalar dónde está')
  await contenido.getByLabel('Página o apartado').fill('Página 3')
  await contenido.getByRole('button', { name: 'Guardar el lugar' }).press('Enter')
  await contenido.getByText('Página 3, en la versión 2.').waitFor()
  const first = documentos.getByRole('listitem').filter({ hasText: 'Versión 1, proyecto' })
  await openForm(first, 'Retirar la versión 1')
  await first.getByLabel('¿Por qué?').fill('Traía los datos de otro mes.')
  await first.getByRole('button', { name: 'Retirar la versión 1' }).press('Enter')
  await first.getByText(/2024, \d\d:\d\d: Traía los datos de otro mes\./).waitFor()
})

stage('its pages have no violation, with every form open', async () => {
  const openAll = async (opened: Page) => {
    await settled(opened)
    await opened.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
  }
  const vistas = [
    { nombre: 'entregable, worked on', path: `${C}${ENTREGABLE}`, prepare: openAll },
    { nombre: 'entregable, finished', path: `${C}/actividades/11.4`, prepare: openAll },
    { nombre: 'entregable of one step', path: `${C}/actividades/11.14`, prepare: openAll },
  ]
  expect(await inspectAll(context, url, vistas)).toEqual([])
  expect(faults).toEqual([])
})
