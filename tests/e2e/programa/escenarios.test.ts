import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, reload, stages } from '../../support/browser/browser.ts'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { confirm, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { unzip } from '../../support/actos/expedientes.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const SHOTS = join(__dirname, '../../../.cache/escenarios')
const RAZON = 'El Pleno sesiona en lunes.'
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  context = await newPerson(browser, { acceptDownloads: true })
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'secretaria')
})

afterAll(async () => {
  await browser?.close()
})

const table = () => page.getByRole('table', { name: 'Las fechas, lado a lado' })
const row = (momento: string) => table().getByRole('row').filter({ hasText: momento }).first()
const opener = (momento: string) => page.getByRole('button', { name: `Fuentes y edición: ${momento}`, exact: true })

/** On the phone and on the desk, in pictures, and judged. */
async function look(name: string): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport)
    await page.screenshot({
      path: join(SHOTS, `${name}-${viewport.width}.png`),
      fullPage: true,
      clip: { x: 0, y: 0, width: viewport.width, height: 2200 },
    })
  }
  expect(await inspect(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

stage('from the calendar one comes to the scenarios, of which there is none, and makes the first', async () => {
  await page.goto(`${url}/consola/actividades`)
  await page.getByRole('link', { name: '¿Y si…? El siguiente proceso' }).click()
  await heading(page, 'Escenarios para el siguiente proceso')
  await page.getByRole('heading', { level: 3, name: 'Ningún escenario por ahora' }).waitFor()
  expect(await page.getByLabel('Jornada electoral').inputValue()).toBe('2027-06-06')
  await page.getByText('Es domingo 6 de junio de 2027.').waitFor()
  await look('vacia')
  await page.getByRole('button', { name: 'Crear el escenario' }).click()
  await page.getByRole('link', { name: 'Escriba un nombre, con al menos tres letras' }).waitFor()
  await page.getByLabel('Nombre').fill('Proceso 2026-2027')
  await page.getByRole('button', { name: 'Crear el escenario' }).click()
  await heading(page, 'Proceso 2026-2027')
})

stage('each date stands beside that of its proceso, with its denominators, and only what needs somebody when asked', async () => {
  await page.getByText('68 de 108, a la misma distancia en días de la jornada').waitFor()
  expect(await row('Plan de trabajo para implementar').innerText()).toMatch(
    /1 nov 2023\s+miércoles 4 de noviembre de 2026\s+A la misma distancia: 214 días/,
  )
  expect(await row('Remitir al INE el informe de avance cuantitativo de abril').innerText()).toContain('Inhábil: Día del Trabajo')
  await look('escenario')
  const shown = async () => (await table().getByRole('row').count()) - 1
  const all = await shown()
  await page.getByLabel(/^Sólo contradicciones o días inhábiles/).focus()
  await page.keyboard.press('Space')
  await eventually(async () => (await shown()) < all, 'fewer rows')
  expect(new URL(page.url()).searchParams.get('problemas')).toBe('si')
  await page.keyboard.press('Space')
  await eventually(async () => (await shown()) === all, 'all rows')
})

stage('a date is written over with the keyboard alone, taken back, written again, and stays', async () => {
  const edit = async () => {
    await page.getByRole('button', { name: 'Editar la fuente 11.4-1' }).press('Enter')
    await eventually(() => page.evaluate(() => document.activeElement?.id === 'fuente-0-tipo'), 'the first field')
    await page.keyboard.press('Tab')
    await page.locator(':focus').fill('2026-11-02')
    await page.getByLabel('¿Por qué?').focus()
    await page.keyboard.type(RAZON)
    await page.getByRole('button', { name: 'Guardar la fecha' }).press('Enter')
    await page.getByText('La fecha quedó editada.').waitFor()
  }
  await opener('11.4, Aprobación del Pleno').press('Enter')
  await page.getByRole('heading', { level: 3, name: '11.4 Aprobación del Pleno' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
  await page.getByRole('button', { name: 'Editar la fuente 11.4-1' }).click()
  await look('formulario')
  await page.getByRole('button', { name: 'Cancelar' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('fuente-0-editar')
  await edit()
  await page.getByText('lunes 2 de noviembre de 2026').first().waitFor()
  await look('editando')
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await page.locator(':focus', { hasText: 'Deshecho' }).waitFor()
  expect(await page.getByText('lunes 2 de noviembre de 2026').count()).toBe(0)
  await edit()
  await reload(page)
  await settled(page)
  expect(await row('Plan de trabajo para implementar').innerText()).toMatch(/lunes 2 de noviembre de 2026[\s\S]*Editada/)
  await opener('11.4, Aprobación del Pleno').click()
  await page.getByText(`: ${RAZON}`).first().waitFor()
  await opener('11.4, Aprobación del Pleno').press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('abre-11.4#pleno')
})

stage('a person decides where sources disagree, and one who was overtaken loses nothing', async () => {
  await page.getByLabel('Actividad', { exact: true }).selectOption('11.15')
  await opener('11.15, Presentación al Pleno').click()
  await page.getByLabel(/^miércoles 2 de junio de 2027/).check()
  await page.getByLabel('¿Por qué?').fill('Lo dice la tabla.')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByText('Cambiar el nombre, duplicar o descartar').click()
  await other.getByLabel('Nombre', { exact: true }).fill('Proceso 2027')
  await other.getByRole('button', { name: 'Guardar el nombre' }).click()
  await other.getByText('El nombre cambió').waitFor()
  await other.close()
  await page.getByRole('button', { name: 'Guardar la decisión' }).click()
  await page.getByText(/Ya se cargó lo último/).waitFor()
  expect(await page.getByLabel('¿Por qué?').inputValue()).toBe('Lo dice la tabla.')
  await page.getByRole('button', { name: 'Guardar la decisión' }).click()
  await page.getByText('La decisión quedó guardada.').waitFor()
  expect(await row('Presentación al Pleno').innerText()).toMatch(/2 de junio de 2027[\s\S]*Decidida/)
  await look('decidida')
  await heading(page, 'Proceso 2027')
})

async function save(button: string): Promise<Download> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return waiting
}

stage('it leaves as the programme of a pack, as a workbook and on paper', async () => {
  const files = await unzip(readFileSync(await (await save('Descargar el programa (ZIP)')).path()))
  const programa = JSON.parse(String(files.get('programa.json'))) as { borrador: { jornada: string }; actividades: object[] }
  expect([programa.borrador.jornada, programa.actividades.length]).toEqual(['2027-06-06', 21])
  expect(String(files.get('LEEME.md'))).toContain(RAZON)
  const { SheetNames } = read(readFileSync(await (await save('Descargar en Excel (XLSX)')).path()))
  expect(SheetNames).toContain('Calendario')
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: join(SHOTS, 'papel.png'), fullPage: true })
  expect(await page.getByRole('button').and(page.locator(':visible')).count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
})

stage('comisión reads it and changes nothing; put away, it can be brought back', async () => {
  const reader = await newPerson(browser)
  const seen = await reader.newPage()
  await signIn(seen, url, 'comision')
  await seen.goto(page.url())
  await heading(seen, 'Proceso 2027')
  await seen.getByRole('button', { name: /^Fuentes y edición/ }).first().click() // prettier-ignore
  expect(await seen.getByRole('button', { name: /^(Editar|Guardar|Descartar)/ }).count()).toBe(0)
  await reader.close()
  await page.getByText('Cambiar el nombre, duplicar o descartar').click()
  await page.getByRole('button', { name: 'Descartar', exact: true }).click()
  await confirm(page, 'Descartar')
  await page.getByText('Este escenario está descartado').waitFor()
  await page.getByRole('link', { name: 'Volver a los escenarios' }).click()
  await page.getByRole('heading', { level: 2, name: '1 escenario descartado' }).waitFor()
  await look('lista')
  await page.getByRole('button', { name: 'Recuperar el escenario Proceso 2027' }).click()
  await heading(page, 'Proceso 2027')
  await page.getByText('Cambiar el nombre, duplicar o descartar').waitFor()
})

stage('nothing of it did what a page may not do', () => {
  expect(faults).toEqual([])
})
