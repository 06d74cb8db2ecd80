import type { Browser, BrowserContext, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, reload, stages, step } from '../../support/browser/browser.ts'
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

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const violations = async (where: string) => expect([where, await inspect(page)]).toEqual([where, []])
/** The line of a question: its number, its text and its type of answer. */
const row = (titulo: string) => page.locator('.c-fila__abrir', { hasText: titulo })
const ver = (nombre: string) => page.getByRole('navigation', { name: 'Partes del borrador' }).getByRole('link', { name: nombre }).click()
const guardado = () => page.getByText(/^Guardado el /).waitFor()
const focused = () => page.evaluate(() => document.activeElement?.id)

stage('the versions in use say who answers them, and a draft begins empty', async () => {
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Cuestionarios', exact: true }).click()
  await heading(page, 'Cuestionarios')
  await page.getByText('Cuestionario curricular, versión 2').waitFor()
  await violations('cuestionarios')
  await page.getByLabel('De un cuestionario vacío').check()
  await button('Empezar el borrador').click()
  await page.getByText('Todavía no pregunta nada').waitFor()
})

stage('it is written by keyboard: a section, questions, a catalogue, a condition, another order', async () => {
  await button('Agregar sección').press('Enter')
  await page.getByLabel('Título de la sección nueva').fill('Idiomas')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 3, name: 'Idiomas', exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Pregunta nueva' }).fill('¿Habla otra lengua?')
  await page.keyboard.press('Enter')
  await page.getByLabel('Tipo de respuesta').selectOption({ label: 'Una opción de un catálogo' })
  await page.getByText('El catálogo de «habla_otra_lengua» está vacío.').waitFor()
  await violations('editor with a contradiction')
  await page.getByLabel('Catálogo', { exact: true }).fill('Sí\nNo')
  await page.getByText(/contradicci/).waitFor({ state: 'detached' })
  await button('Agregar pregunta a «Idiomas»').press('Enter')
  await page.getByRole('textbox', { name: 'Pregunta nueva' }).fill('¿Cuál?')
  await page.keyboard.press('Enter')
  await page.getByLabel('Se pregunta').selectOption({ label: '¿Habla otra lengua?' })
  await guardado()
  await step(page, 'a condition on a question that comes later is told with its place, which is one click away', async () => {
    await row('¿Cuál?').press('Alt+ArrowUp')
    await page.getByText('«¿Cuál?» quedó en el lugar 1 de Idiomas.').waitFor()
    expect(await focused()).toBe('fila-cual')
    await page.getByText(/depende de «habla_otra_lengua», que no está antes/).waitFor()
    await page.getByRole('button', { name: 'Ir a «cual»' }).click()
    expect(await focused()).toBe('panel-titulo')
    await button('Deshacer').click()
    await page.getByText(/contradicci/).waitFor({ state: 'detached' })
  })
})

stage('text typed without a line is kept on this machine, told so, and saved when the line is back', async () => {
  await context.setOffline(true)
  await page.getByLabel('Ayuda para quien responde').fill('Escriba su nombre completo.')
  await page.getByText('Sin guardar en el sistema').first().waitFor()
  await context.setOffline(false)
  await reload(page)
  await guardado()
  await row('¿Cuál?').click()
  expect(await page.getByLabel('Ayuda para quien responde').inputValue()).toBe('Escriba su nombre completo.')
})

stage('edits made before a reload are undone after it', async () => {
  await button('Agregar pregunta a «Idiomas»').click()
  await page.getByRole('textbox', { name: 'Pregunta nueva' }).fill('Sobra')
  await page.keyboard.press('Enter')
  await row('Sobra').waitFor()
  await reload(page)
  await row('Sobra').waitFor()
  await button('Deshacer').click()
  await row('Sobra').waitFor({ state: 'detached' })
  await guardado()
})

stage('it is seen as the capturing account will see it, and as the public will', async () => {
  await ver('Vista previa')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  expect(await page.getByLabel('¿Cuál?').count()).toBe(0)
  await page.getByRole('radio', { name: 'Sí', exact: true }).check()
  await page.getByLabel('¿Cuál?').fill('Náhuatl')
  await violations('preview')
})

stage('it is compared with the version in force, and answers pass as somebody chooses', async () => {
  await ver('Qué cambia')
  await page.getByText(/^Comparado con la versión 2/).waitFor()
  await page.getByText('Se quita').first().waitFor()
  await violations('comparison')
  await ver('Cómo pasan las respuestas')
  await page.getByRole('combobox', { name: 'Las respuestas' }).first().selectOption({ label: 'Se traducen' })
  await page.getByLabel('De la pregunta').selectOption({ label: 'Grado máximo de estudios' })
  await guardado()
  await violations('carry-over')
})

stage('affected personas are counted with their whole, and it is discarded with a reason', async () => {
  await ver('Aprobación y vigencia')
  await button('Contar a quiénes alcanza').click()
  await page.getByText('Ninguna candidatura enviada volvería a captura.').waitFor()
  await button('Asentar la aprobación').click()
  await page.getByRole('link', { name: 'Elija el acuerdo' }).waitFor()
  await violations('decision')
  await page.getByText('Devolver o descartar').click()
  await page.getByLabel('Motivo').fill('Era un ensayo')
  await button('Descartar el borrador').click()
  await page.getByText('El borrador se descartó').waitFor()
})

stage('the policy of the page held all along', () => {
  expect(faults).toEqual([])
  return Promise.resolve()
})
