import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const violations = async (where: string) => expect([where, await inspect(page)]).toEqual([where, []])
const ver = (nombre: string) => page.getByRole('navigation', { name: 'Partes del borrador' }).getByRole('link', { name: nombre }).click()

stage('a draft begins from the policy in force, and says why it is made', async () => {
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Política de publicación', exact: true }).click()
  await heading(page, 'Política de publicación')
  await page.getByRole('heading', { name: 'Datos de la versión 1' }).waitFor()
  await violations('versions of the policy')
  await button('Preparar otra versión').click()
  await heading(page, 'Borrador de la política')
  await page.getByLabel('Por qué se cambia').fill('Prueba de navegador: cerrar el sobrenombre')
  await button('Guardar el motivo').click()
  await page.getByRole('button', { name: 'Guardar el motivo', disabled: true }).waitFor()
})

stage('a field is changed with who orders it; what is missing is told where it is', async () => {
  await button('Cambiar «Sobrenombre»').click()
  const form = page.getByRole('form', { name: 'Cambiar «Sobrenombre»' })
  await form.getByLabel('No se publica').check()
  await form.getByRole('button', { name: 'Guardar en el borrador' }).click()
  await page.getByRole('link', { name: 'Elija el acuerdo' }).waitFor()
  await violations('a field with what it lacks')
  await form.getByLabel('Acuerdo', { exact: true }).selectOption({ index: 1 })
  await form.getByRole('button', { name: 'Guardar en el borrador' }).click()
  await form.waitFor({ state: 'detached' })
  await ver('Qué cambia')
  await page.getByText('Cambia 1 dato de la versión que rige').waitFor()
  await violations('the changes')
})

stage('affected personas are told by name, and nothing is in force until somebody confirms', async () => {
  await ver('A quién cambiaría')
  await button('Ver a quién cambiaría').click()
  await page.getByRole('heading', { name: 'Por persona' }).waitFor()
  await page.getByText('Deja de verse: Sobrenombre').first().waitFor()
  await violations('affected personas')
  await ver('Poner en vigor')
  await button('Poner en vigor').click()
  await page.getByRole('link', { name: 'Escriba por qué se aprueba así' }).waitFor()
  await page.getByLabel('Por qué se aprueba así').fill('Lo ordena una resolución de prueba')
  await violations('an approval without its vote')
  await button('Poner en vigor').click()
  const dialog = page.getByRole('dialog', { name: '¿Poner en vigor esta política?' })
  await dialog.getByText(/Cambiaría la ficha de/).waitFor()
  await violations('the question before it is in force')
  await dialog.getByRole('button', { name: 'Cancelar' }).click()
  await page.getByText('Devolver o descartar').click()
  await page.getByLabel('Motivo').fill('Sólo era una prueba')
  await button('Descartar el borrador').click()
  await page.getByText('El borrador se descartó').waitFor()
})

stage('a bloqueo is proposed by name, waits for a second person, and may be rejected', async () => {
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('link', { name: 'Bloqueos', exact: true }).click()
  await page.getByRole('link', { name: 'Proponer un bloqueo' }).click()
  await heading(page, 'Proponer un bloqueo')
  await button('Proponer').click()
  await page.getByRole('link', { name: 'Elija a la persona' }).waitFor()
  await page.getByLabel('Persona', { exact: true }).fill('vargas')
  await page
    .getByRole('radio', { name: /vargas/i })
    .first()
    .check()
  await page.getByLabel('Riesgo para la persona').check()
  await page.getByLabel('Por qué').fill('Prueba de navegador')
  await violations('a bloqueo that is proposed')
  await button('Proponer').click()
  // Other bloqueos may be in force here: this is the only one that waits.
  const waiting = page.getByRole('region', { name: 'Esperan a una segunda persona' })
  await waiting.getByRole('button', { name: 'Confirmar el bloqueo', disabled: true }).waitFor()
  await violations('bloqueos')
  await waiting.getByLabel('Motivo').fill('Sólo era una prueba')
  await waiting.getByRole('button', { name: 'Rechazar la propuesta' }).click()
  await page.getByRole('heading', { name: 'Terminados' }).waitFor()
  expect(faults).toEqual([])
})
