import type { Browser, BrowserContext } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { heading, next } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { enterApi, readSeccion, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { pause } from '../../support/servidor/simulacro-server.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** That a form can be finished and gone on with, whatever it said meanwhile. */
const USER = 'captura.pri'
const TEXT = 'Lo que se escribe a las 23:50 del último día no se pierde aunque la línea se caiga.'

const { url } = sharedSimulacro()
let browser: Browser
let context: BrowserContext
let account: ApiAccount
let faults: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  faults = faultsOf(context)
  account = await enterApi(url, USER)
  await signIn(await context.newPage(), url, USER)
})
afterAll(async () => {
  await browser?.close()
})

test('a section that is not asked at her age says so, and is complete once somebody went past it', async () => {
  const id = must(await oneOf('en_captura', isAdultWithout))
  const page = await context.newPage()
  await page.goto(`${url}/consola/candidaturas/${id}/captura/identidad/joven`)
  await heading(page, 'Personas jóvenes')
  await page.getByText('No se pregunta: por su fecha de nacimiento.').waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  await next(page)
  await heading(page, 'Personas mayores')
  expect((await readSeccion(account, id, 'mayor')).estatus).toBe('vacia')
  await page.getByText('No se pregunta: por su fecha de nacimiento.').waitFor()
  await next(page)
  await eventually(async () => (await readSeccion(account, id, 'mayor')).estatus === 'completa', 'the section that asks nothing')
  await page.close()
})

test('a person who writes after a form was refused goes on writing', async () => {
  const page = await context.newPage()
  await page.goto(`${url}/consola/candidaturas/${must(await oneOf('verificada'))}/correccion`)
  await page.getByRole('button', { name: 'Enviar la solicitud' }).click()
  await page.getByRole('alert').waitFor()
  const field = page.getByRole('textbox')
  await field.click()
  await field.pressSequentially(TEXT)
  expect(await field.inputValue()).toBe(TEXT)
  // The browser asks a person who leaves before the text is on the disk.
  await pause(500)
  await page.reload()
  await page.getByText('Recuperamos lo que había escrito').or(page.getByText('Sigue aquí lo que había escrito')).first().waitFor()
  expect(await field.inputValue()).toBe(TEXT)
  await page.close()
})

test('the description of a photograph is there after a reload, with its date', async () => {
  const page = await context.newPage()
  await page.goto(`${url}/consola/candidaturas/${must(await oneOf('en_captura'))}/captura/fotografia`)
  await heading(page, 'Fotografía')
  const fields = { 'Fecha en que se tomó': '2024-04-02', 'Descripción de la fotografía': 'Retrato de frente, con camisa clara' }
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text)
  await pause(500)
  await page.reload()
  await page.getByText('Recuperamos lo que había escrito').waitFor()
  for (const [label, text] of Object.entries(fields)) expect(await page.getByLabel(label).inputValue()).toBe(text)
  await page.close()
})

test('nothing of this broke the Content Security Policy or threw an error', () => {
  expect(faults).toEqual([])
})

interface Vista {
  secciones: { clave: string; estatus: string; editable: boolean; porEdad: string[] }[]
}

/** Her consent is there, she is between thirty and sixty, and nobody went past what is asked of others. */
function isAdultWithout({ secciones }: Vista): boolean {
  const own = secciones.filter(({ clave }) => clave === 'joven' || clave === 'mayor')
  return own.length > 0 && own.every(({ estatus, editable, porEdad }) => estatus === 'vacia' && editable && porEdad.length === 1)
}

/** A candidatura whose captura is so far. */
async function oneOf(estatusCaptura: string, isRight: (captura: Vista) => boolean = () => true): Promise<string | undefined> {
  const { body } = await account.get<{ elementos: { id: string }[] }>(`/candidaturas?estatusCaptura=${estatusCaptura}&limite=50`)
  for (const { id } of body.elementos) if (isRight((await account.get<Vista>(`/candidaturas/${id}/captura`)).body)) return id
  return undefined
}
