import type { Browser, Page } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, stages } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { accountOf } from '../../support/cuentas-demo.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** An auditor with the address and an account asks whether it was told in time, what was public, and whether anything was rewritten. */
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
  await signIn(page, url, 'auditoria')
})
afterAll(() => browser?.close())

const pregunta = (name: string) => page.getByRole('navigation', { name: 'Preguntas' }).getByRole('link', { name, exact: true }).click()

stage('each question is answered in sentences, and says how it is proved', async () => {
  await page.getByRole('link', { name: 'Preguntas', exact: true }).click()
  await heading(page, 'Preguntas de auditoría')
  await page.getByText(/^(No hubo sustituciones\.|De \d+ sustituci)/).waitFor()
  await pregunta('¿Qué era público un día, y de quiénes?')
  await page.getByText(/est(á|aba) a la vista el corte \d+/).waitFor()
  await page.getByLabel('Día del que se pregunta').fill('2023-09-01')
  await page.getByRole('button', { name: 'Preguntar' }).click()
  await page.getByText('Hasta el 1 de septiembre de 2023 este sistema no había publicado nada.').waitFor()
  await pregunta('¿Se reescribió algo?')
  await page.getByText(/^No, hasta el acto \d+: .* con \d+ cabezas? firmadas?/).waitFor()
  await page.getByText('Cómo se prueba', { exact: true }).click()
  await page.getByText(/COMPROBAR\.txt: lo comprueba/).waitFor()
})

stage('data about persons wait until she asks, and her question is found in the bitácora by its words', async () => {
  await pregunta('¿Quién leyó datos personales, cuándo y para qué?')
  await page.getByText('Esta respuesta trae datos personales').waitFor()
  await page.getByRole('button', { name: 'Preguntar' }).click()
  await page.getByText(/^(Nadie leyó ni descargó datos personales\.|[\d,]+ (lectura o descarga|lecturas y descargas) de )/).waitFor()
  await page.getByRole('link', { name: 'Bitácora', exact: true }).click()
  await heading(page, 'Bitácora')
  await page.getByLabel('Palabras').fill('pregunta de auditoría leída para qué')
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await page
    .getByRole('cell', { name: /¿Quién leyó datos personales, cuándo y para qué\?/ })
    .first()
    .waitFor()
  await page
    .getByRole('button', { name: accountOf('auditoria').nombre })
    .first()
    .click()
  await page.getByRole('button', { name: 'Quitar el filtro de una sola cuenta' }).waitFor()
})

test('no page did what no page of ours may do', () => {
  expect(faults).toEqual([])
})
