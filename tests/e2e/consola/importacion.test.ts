import { readFileSync } from 'node:fs'
import { read, utils, write } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, reload, stages, step } from '../../support/browser/browser.ts'
import { freePlace } from '../../support/browser/camino.ts'
import { confirm, folioOf, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const FUENTE = 'Partido que llama distinto a las columnas'
const HEADINGS = ['Identificador', 'Puesto', 'Lugar', 'Postulante', 'No.', 'Tipo', 'Nombres', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Nacimiento', 'Acuerdo', 'Del día', 'Notas'] // prettier-ignore
/** Columns that the system cannot recognise by itself. */
const ASSIGNED = { Identificador: 'clave', Lugar: 'demarcacion' }

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
    await page.getByText(/^Falta 1 dato necesario:/).waitFor()
    await page.getByText('Muñoz').first().waitFor()
    expect(await page.getByLabel('«Postulante» es').inputValue()).toBe('actor_politico')
  })
  await page.getByRole('button', { name: 'Revisar con estas columnas' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Falta decir en qué encabezado está «Demarcación»' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fijo-demarcacion')
})

stage('an assignment survives a reload; then it is saved for the source and the rows get their verdicts', async () => {
  await assign('Identificador')
  await reload(page)
  await eventually(async () => (await page.getByLabel('«Identificador» es').inputValue()) === 'clave', 'the column assigned before')
  for (const titulo of Object.keys(ASSIGNED)) await assign(titulo)
  await page.getByText('Está todo lo necesario.').waitFor()
  await page.getByLabel('Recordarlo para las próximas listas de la misma fuente').check()
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
  await page.getByRole('button', { name: `Borrar lo que se recuerda de ${FUENTE}` }).click()
  await confirm(page, 'Borrar')
  await eventually(async () => (await page.getByText(FUENTE, { exact: true }).count()) === 0, 'the source gone')
})

stage('a workbook with a title asks for its headings on a picture of it, with the keyboard too', async () => {
  await page.setViewportSize(DESKTOP)
  await page.goto(`${url}/consola/importaciones`)
  await send({ name: 'como-llega.xlsx', buffer: untidy() })
  await step(page, 'the columns', () => page.getByText('con los encabezados en la fila 3.').waitFor())
  await page.getByText('Ver el archivo y elegir otra hoja u otra fila de encabezados').click()
  await page.getByRole('button', { name: 'Los encabezados están en la fila 3' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await step(page, 'the title as headings', () => page.getByText('con los encabezados en la fila 1.').waitFor())
  // Its first values stand in the table of columns too.
  await page.locator('.c-vista__hoja tr', { hasText: 'Municipio' }).click()
  await step(page, 'the headings again', () => page.getByText('con los encabezados en la fila 3.').waitFor())
})

stage('what the file does not say is said once, and a text of no catalogue is confirmed by hand', async () => {
  await page.getByLabel('Número de acuerdo').fill('ENSAYO/LIBRO/2024')
  await page.getByLabel('Fecha del acuerdo').fill('2024-04-19')
  await page.getByRole('button', { name: 'Revisar con estas columnas' }).click()
  await step(page, 'the question', () => page.getByRole('heading', { name: '1 texto no está en el catálogo' }).waitFor())
  await page.getByText(/^No se leyó 1 renglón que no es de una candidatura: fila 6 \(«TOTAL»\)/).waitFor()
  expect(await page.getByLabel('«Revolucionario Institucinal», en Actor político, significa').inputValue()).toBe('')
  await page.getByRole('button', { name: '¿Es Partido Revolucionario Institucional?' }).click()
  await page.getByRole('button', { name: 'Revisar con estos significados' }).click()
  await step(page, 'the row', () => page.getByRole('row', { name: 'Begoña Muñoz Ibáñez' }).getByText('Crear', { exact: true }).waitFor())
})

stage('a refused row is mended in the list and taken back; the others come out as a file', async () => {
  await page.getByRole('button', { name: 'Corregir la fila 5' }).click()
  await page.getByLabel('Fecha de nacimiento').fill('28/02/1988')
  await page.getByRole('button', { name: 'Guardar la corrección' }).click()
  await page.getByText('1 fila corregida, por revisar').waitFor()
  await page.getByRole('button', { name: 'Deshacer la última' }).click()
  await eventually(async () => (await page.getByText('1 fila corregida, por revisar').count()) === 0, 'nothing to review')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar la fila rechazada' }).click()
  const rows = rowsOf(readFileSync(await (await file).path()))
  expect([rows[0]?.at(-1), rows[1]?.at(-1)]).toEqual(['Por qué se rechazó', 'Fecha de nacimiento: El 31 de febrero de 1988 no existe.'])
  await page.getByRole('button', { name: 'Corregir la fila 5' }).click()
  await page.getByLabel('Fecha de nacimiento').fill('28/02/1988')
  await page.getByRole('button', { name: 'Guardar la corrección' }).click()
  await page.getByRole('button', { name: 'Revisar de nuevo' }).click()
  await step(page, 'the mended row', () => page.getByRole('row', { name: 'Fila 5' }).getByText('Crear', { exact: true }).waitFor())
  await page.getByRole('button', { name: 'Descartar el archivo' }).click()
  await confirm(page, 'Descartar el archivo')
  await heading(page, 'Importar candidaturas aprobadas')
})

stage('the template of a cargo has its catalogues', async () => {
  await page.getByLabel('Cargo de la plantilla').selectOption('regiduria')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar la plantilla de este cargo' }).click()
  expect(rowsOf(readFileSync(await (await file).path()))[0]).toContain('Fecha de nacimiento')
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

const TITULOS = ['Municipio', 'Cargo', 'Partido', 'Calidad', 'Nombre(s)', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Fecha de nacimiento', 'Firma'] // prettier-ignore

/** A title above, a total below, number in the cargo, a party that no catalogue has, a day that does not exist. */
function untidy(): Buffer {
  const { municipio, numero } = lugar
  const row = (calidad: string, ...persona: string[]) => [
    municipio,
    `Regidor ${numero}ª`,
    'Revolucionario Institucinal',
    calidad,
    ...persona,
    'firmó',
  ]
  const rows = [
    ['Planilla de ensayo'],
    [],
    TITULOS,
    row('Prop.', 'Begoña', 'Muñoz', 'Ibáñez', 'M', '15 de abril de 1984'),
    row('Sup.', 'Ciro', 'Nava', '—', 'H', '31/02/1988'),
    ['TOTAL', 2],
  ]
  return write({ SheetNames: ['Planilla'], Sheets: { Planilla: utils.aoa_to_sheet(rows) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

function rowsOf(bytes: Buffer): string[][] {
  const { Sheets, SheetNames } = read(bytes, { type: 'buffer' })
  return utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false })
}

/** Separated by semicolons and in Windows-1252, as spreadsheets of an older machine save it. */
function listOf(rows: string[][]): Buffer {
  return Buffer.from([HEADINGS, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'), 'latin1')
}
