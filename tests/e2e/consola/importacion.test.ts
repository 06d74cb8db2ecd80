import type { Browser, Page } from 'playwright-core'
import { eventually, faultsOf, launchBrowser, newPerson, PHONE, reload, stages, step } from '../../support/browser/browser.ts'
import { freePlace } from '../../support/browser/camino.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const FUENTE = 'Partido que llama distinto a las columnas'
const HEADINGS = ['Identificador', 'Puesto', 'Lugar', 'Postulante', 'No.', 'Tipo', 'Nombres', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Nacimiento', 'Acuerdo', 'Del día', 'Notas'] // prettier-ignore
/** Columns that the system cannot recognise by itself. */
const ASSIGNED = { Identificador: 'clave', Puesto: 'cargo', Lugar: 'demarcacion', 'No.': 'numero', Tipo: 'calidad', 'Del día': 'acuerdo_fecha' } // prettier-ignore

const { url } = sharedSimulacro()
const stage = stages()
let browser: Browser
let page: Page
let faults: string[]
let lugar: { municipio: string; numero: number }

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await newPerson(browser)
  faults = faultsOf(context)
  page = await context.newPage()
  lugar = await freePlace(url, 'PRI')
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

stage('a file that lies about its type is refused with the reason, and nothing of it is kept', async () => {
  await page.goto(`${url}/consola/importaciones`)
  await send({ name: 'lista.xlsx', buffer: Buffer.from('%PDF-1.4 esto no es un libro') })
  await step(page, 'the refusal', () => page.getByRole('alert').getByText('no corresponde con el contenido').waitFor())
})

stage('a list in Windows-1252 with other headings asks what each one is, with examples, and says what is missing', async () => {
  await send({ name: 'otras-columnas.csv', buffer: listOf([good(), bad()]) })
  await step(page, 'the columns', async () => {
    await heading(page, 'otras-columnas.csv')
    await page.getByText(/^Faltan 6 columnas necesarias:/).waitFor()
    await page.getByText('Muñoz').first().waitFor()
    expect(await page.getByLabel('«Postulante» es').inputValue()).toBe('actor_politico')
  })
  await page.getByRole('button', { name: 'Revisar con estas columnas' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Falta decir en qué encabezado está «Clave»' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('columna-0')
})

stage('an assignment survives a reload; then it is saved for the source and the rows get their verdicts', async () => {
  await assign('Identificador')
  await reload(page)
  await eventually(async () => (await page.getByLabel('«Identificador» es').inputValue()) === 'clave', 'the column assigned before')
  for (const titulo of Object.keys(ASSIGNED)) await assign(titulo)
  await page.getByText('Están todas las columnas necesarias.').waitFor()
  await page.getByLabel('Guardar esta asignación para la próxima vez').check()
  await page.getByLabel('Nombre de la fuente').fill(FUENTE)
  await page.getByRole('button', { name: 'Revisar con estas columnas' }).click()
  await step(page, 'the verdicts', async () => {
    await page.getByText('Todavía no se ha escrito nada', { exact: true }).waitFor()
    await page.getByRole('row', { name: 'Begoña Muñoz Ibáñez' }).getByText('Crear', { exact: true }).waitFor()
    await page.getByRole('row', { name: 'Fila 3' }).getByText('«nadie»').waitFor()
  })
})

stage('the refused row stops it until it is left out in words', async () => {
  const button = page.getByRole('button', { name: 'Confirmar la importación' })
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('button', { name: /^1 rechazadas$/ }).click()
  await eventually(async () => (await page.locator('#filas tbody tr').count()) === 1, 'the refused row alone')
  await page.getByLabel('Dejar fuera la fila rechazada y confirmar el resto').check()
  await button.click()
  await confirm(page, 'Confirmar la importación')
  expect(await folioOf(page, 'La importación se confirmó')).not.toBe('')
})

stage('it is undone while nobody has captured on it', async () => {
  await page.getByRole('button', { name: 'Deshacer la importación' }).click()
  await confirm(page, 'Deshacer la importación')
  await step(page, 'the end', () => page.getByText(/^Esta importación se deshizo/).waitFor())
})

stage('the next list of the same source is understood by itself; it is discarded, and the source is forgotten', async () => {
  await page.goto(`${url}/consola/importaciones`)
  await page.getByLabel('De dónde viene la lista').fill(FUENTE)
  await send({ name: 'segunda.csv', buffer: listOf([good()]) })
  await step(page, 'the verdicts', () => page.getByText('Todavía no se ha escrito nada', { exact: true }).waitFor())
  await page.setViewportSize(PHONE)
  await page.locator('#filas').getByText('Fila 2').waitFor()
  await page.getByRole('button', { name: 'Descartar el archivo' }).click()
  await confirm(page, 'Descartar el archivo')
  await heading(page, 'Importar candidaturas aprobadas')
  await page.getByRole('button', { name: `Borrar las columnas de ${FUENTE}` }).click()
  await confirm(page, 'Borrar')
  await eventually(async () => (await page.getByText(FUENTE, { exact: true }).count()) === 0, 'the source gone')
})

stage('no page broke its Content Security Policy or threw an error on the way', () => {
  expect(faults).toEqual([])
})

async function send({ name, buffer }: { name: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('Archivo de la lista').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Revisar el archivo' }).click()
}

async function assign(titulo: string): Promise<void> {
  await page.getByLabel(`«${titulo}» es`).selectOption(ASSIGNED[titulo as keyof typeof ASSIGNED])
}

function good(): string[] {
  const { municipio, numero } = lugar
  return ['ensayo-columnas', 'regiduria', municipio, 'PRI', String(numero), 'propietaria', 'Begoña', 'Muñoz', 'Ibáñez', 'mujer', '1985-03-21', 'ENSAYO/COLUMNAS/2024', '2024-04-19', 'sin más'] // prettier-ignore
}

function bad(): string[] {
  return good().map((cell, at) => (at === 0 ? 'ensayo-sin-actor' : at === 3 ? 'nadie' : cell))
}

/** Separated by semicolons and in Windows-1252, as spreadsheets of an older machine save it. */
function listOf(rows: string[][]): Buffer {
  return Buffer.from([HEADINGS, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'), 'latin1')
}
