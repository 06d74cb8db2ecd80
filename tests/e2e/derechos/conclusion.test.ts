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
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faultsOf(context, faults)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})
afterAll(() => browser?.close())

// The simulacro is everybody's: the plan is read, and nothing of it is carried out nor fixed.
stage('the secretaría reads the whole plan before election day, and why nothing of it may be done yet', async () => {
  await page.goto(`${url}/consola/conclusion`)
  await heading(page, 'Después de la jornada')
  const end = page.getByRole('article', { name: 'Fin de la difusión' })
  await end.getByText('3 de junio de 2024, según la regla').waitFor()
  await end.getByText(/Todavía no llega su día/).waitFor()
  expect(await end.getByRole('button', { name: 'Realizar: Fin de la difusión' }).isDisabled()).toBe(true)
  const suppression = page.getByRole('article', { name: 'Supresión' })
  await suppression.getByText(/Nadie ha fijado su día/).waitFor()
  await suppression.getByText('Entre dos personas').waitFor()
  expect(await inspect(page)).toEqual([])
})

stage('the public reads until when things are published, and what comes after', async () => {
  await page.goto(`${url}/que-se-publica`)
  await heading(page, 'Qué se publica y con qué fundamento')
  await page.getByRole('heading', { name: 'Hasta cuándo se publica y qué sigue' }).waitFor()
  await page
    .getByText(/^Desde el .*3 de junio de 2024$/)
    .first()
    .waitFor()
  expect(faults).toEqual([])
})
