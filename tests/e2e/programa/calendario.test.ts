import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { settled } from '../../support/browser/accesibilidad.ts'
import { confirm, heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { eventosOf } from '../../support/actos/calendarios.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const PAGE = `${url}/consola/actividades`
const SHOTS = join(__dirname, '../../../.cache/calendario')
const stage = stages()
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
  context = await newPerson(browser, { acceptDownloads: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  faults = faultsOf(context)
  page = await context.newPage()
  await signIn(page, url, 'comision')
})

afterAll(async () => {
  await browser?.close()
})

const open = async (query: string) => {
  await page.goto(`${PAGE}${query}`)
  await settled(page)
}
const query = () => new URL(page.url()).searchParams
const until = (what: string, ask: () => boolean | Promise<boolean>) => eventually(async () => ask(), what)

stage('the board comes in one request, whatever view is looked at', async () => {
  const asked: string[] = []
  // The board alone: after signing in, the convened sesión is kept for reading without network, with its actividades.
  const note = (request: { url(): string }) => void (new URL(request.url()).pathname === '/api/v1/actividades' && asked.push(request.url()))
  page.on('request', note)
  await open('')
  await heading(page, 'Calendario con el INE')
  const views = page.getByRole('navigation', { name: 'Maneras de ver el calendario' })
  for (const view of ['Mes', 'Línea de tiempo', 'Tabla del programa', 'Hoy y esta semana']) {
    await views.getByRole('link', { name: view }).click()
    await views.locator('[aria-current="page"]', { hasText: view }).waitFor()
  }
  page.off('request', note)
  expect(asked).toHaveLength(1)
  await page.getByText(/^\d+ plazos, al sábado 20 de abril de 2024/).waitFor()
})

stage('filters are the address: they go with the view, come back with the back button and are taken away one by one', async () => {
  await page.getByLabel('Área responsable').selectOption({ label: await optionOf('Área responsable', 'Consejo Estatal Electoral') })
  await page.getByRole('heading', { level: 2, name: 'Consejo Estatal Electoral' }).waitFor()
  expect(await page.getByRole('heading', { level: 2 }).filter({ hasNotText: 'Expediente' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Tabla del programa' }).click()
  expect([query().get('area'), query().get('vista')]).toEqual(['CEE', 'tabla'])
  await page.getByLabel('Con fuentes que se contradicen').check()
  await until('the second filter', () => query().get('contradicciones') === 'si')
  // The whole number and the minute move: other files register what opens terms.
  const shown = async () => (await page.getByRole('status').first().innerText()).split(' de ')[0]
  const counted = await shown()
  await page.getByRole('link', { name: 'Presentación al Pleno' }).first().click()
  await heading(page, 'Presentar al Pleno el informe de avance cuantitativo de abril')
  await page.goBack()
  await settled(page)
  expect(await shown()).toBe(counted)
  await page.getByRole('button', { name: 'Quitar el filtro Con fuentes que se contradicen' }).click()
  await until('one filter less', () => query().get('contradicciones') === null && query().get('area') === 'CEE')
  await page.getByLabel('Buscar por número, nombre, área u oficio').fill('cuantitativo mayo')
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await page
    .getByRole('link', { name: /avance cuantitativo de mayo/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Quitar los filtros' }).click()
  await until('no filter', () => query().get('area') === null && query().get('q') === null)
})

async function optionOf(label: string, name: string): Promise<string> {
  const options = await page.getByLabel(label).locator('option').allInnerTexts()
  return options.find((option) => option.startsWith(name)) ?? name
}

stage('the month is walked with the keyboard, by day, week and month, and opens a day', async () => {
  await open('?vista=mes')
  const table = page.getByRole('table', { name: 'Plazos de abril de 2024, por día' })
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const press = async (key: string, day: string) => {
    await page.keyboard.press(key)
    await until(`${key} to ${day}`, async () => (await focused()) === `dia-${day}`)
  }
  expect(await table.locator('button[tabindex="0"]').count()).toBe(1)
  const today = table.getByRole('button', { name: /^sábado 20 de abril de 2024, hoy, Inhábil: sábado, \d+ plazos?$/ })
  expect(await today.getAttribute('aria-current')).toBe('date')
  await today.focus()
  await press('ArrowRight', '2024-04-21')
  await press('ArrowDown', '2024-04-28')
  await press('Home', '2024-04-22')
  await press('End', '2024-04-28')
  await press('ArrowUp', '2024-04-21')
  await press('PageDown', '2024-05-21')
  await page.getByRole('heading', { level: 2, name: /^mayo de 2024/ }).waitFor()
  await press('PageUp', '2024-04-21')
  await press('ArrowLeft', '2024-04-20')
  for (const [key, day] of [['ArrowDown', '2024-04-27'], ['ArrowLeft', '2024-04-26']] as const) await press(key, day) // prettier-ignore
  await page.keyboard.press('Enter')
  const day = page.getByRole('region', { name: 'viernes 26 de abril de 2024' })
  await day.getByRole('link', { name: 'Presentar al Pleno el informe de avance cuantitativo de abril', exact: true }).waitFor()
  expect(query().get('dia')).toBe('2024-04-26')
  await open('?vista=mes&mes=2024-05')
  await page.getByText('Inhábil: Día del Trabajo', { exact: true }).first().waitFor()
})

stage('the timeline says in a table what it draws, with what each date counts from', async () => {
  await open('?vista=linea')
  await page.getByRole('img', { name: /^Línea de tiempo de \d+ entregables, con la línea de hoy en el sábado 20 de abril/ }).waitFor()
  const table = page.getByRole('table', { name: 'Cada entregable, con sus momentos y de qué cuentan' })
  const drawn = await page.locator('.u-screen-only .c-linea__row').count()
  expect(await table.getByRole('row').count()).toBe(drawn + 1)
  const row = table.getByRole('row').filter({ hasText: '11.1 Instalar la Comisión' })
  expect(await row.innerText()).toContain('5 días naturales después de Aprobación del Pleno: sábado 2 de septiembre de 2023')
})

stage('the table is the printed calendar, row by row, and opens and sorts', async () => {
  await open('?vista=tabla')
  const table = page.getByRole('table', { name: 'Calendario de actividades' })
  expect(await table.getByRole('row').count()).toBe(22)
  const texts = await table.getByRole('row').allInnerTexts()
  const row = (at: number) => texts[at]?.replaceAll(/\s+/g, ' ') ?? ''
  expect(row(1)).toMatch(/^11\.1 .* 01\/09\/2023 02\/09\/2023 02\/09\/2023, según el programa/)
  expect(row(7)).toMatch(/^11\.7 .* 09\/03\/2024 24\/03\/2024/)
  expect(row(19)).toMatch(/^S\/ID Informe final .* 28\/09\/2024 02\/10\/2024/)
  await page.getByRole('button', { name: /^Los \d+ plazos de: Informes mensuales/ }).click()
  await table.getByRole('row').filter({ hasText: 'octubre de 2023' }).first().waitFor()
  expect(query().get('abiertas')).toBe('11.5')
  await page.getByRole('button', { name: 'Fecha de término' }).click()
  await until('the order', () => query().get('orden') === 'fin')
  await page.getByRole('button', { name: 'Fecha de término' }).click()
  await until('the other order', () => query().get('orden') === '-fin')
  expect((await table.getByRole('row').nth(1).innerText()).startsWith('S/ID')).toBe(true)
})

stage('the workbook has the filters of the screen', async () => {
  await open('?vista=tabla&actividad=11.5&estatus=cumplida_tarde')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Descargar en Excel (XLSX)' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('calendario-ine-2024-04-20.xlsx')
  const { Sheets } = read(readFileSync(await download.path()))
  expect(Sheets.Plazos?.['!ref']).toMatch(/2$/)
  await page
    .getByText(/^Se guardó|calendario-ine-2024-04-20\.xlsx/)
    .first()
    .waitFor()
})

stage('each view holds on a phone and on a desk, and prints on letter paper', async () => {
  for (const vista of ['semana', 'mes', 'linea', 'tabla']) {
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport)
      await open(`?vista=${vista}`)
      await page.screenshot({ path: join(SHOTS, `${vista}-${viewport.width}.png`), fullPage: true })
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([vista, viewport.width, Math.max(0, beyond)]).toEqual([vista, viewport.width, 0])
    }
    await step(page, `${vista} on paper`, async () => {
      await page.emulateMedia({ media: 'print' })
      await page.screenshot({ path: join(SHOTS, `${vista}-papel.png`), fullPage: true })
      expect(await page.getByRole('button').and(page.locator(':visible:not(.c-mes__day)')).count()).toBe(0)
      await page.getByText('al sábado 20 de abril de 2024').waitFor()
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(boxesOf(pdf)).toEqual([vista === 'semana' ? '612 792' : '792 612'])
      await page.emulateMedia({ media: 'screen' })
    })
  }
  await page.setViewportSize(PHONE)
  await open('?vista=mes')
  expect(await page.locator('.c-mes').isVisible()).toBe(false)
  await page.getByRole('heading', { level: 3, name: 'viernes 26 de abril de 2024' }).waitFor()
  await page.setViewportSize(DESKTOP)
})

/** Width and height of the pages of a PDF, each kind once. */
function boxesOf(pdf: Buffer): string[] {
  return [
    ...new Set(
      [...pdf.toString('latin1').matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
        ([, w, h]) => `${Math.round(Number(w))} ${Math.round(Number(h))}`,
      ),
    ),
  ]
}

stage('a link for the telephone is copied once, read without an account, and revoked', async () => {
  await open('')
  await page.getByRole('link', { name: 'Calendario en mi teléfono' }).click()
  await heading(page, 'Calendario en mi teléfono')
  await page.getByRole('button', { name: 'Crear la dirección' }).click()
  await page.getByRole('link', { name: 'Escriba un nombre para el calendario' }).waitFor()
  await page.getByLabel('Nombre').fill('Mi teléfono')
  await page.getByRole('button', { name: 'Crear la dirección' }).click()
  await page.getByText('Calendario «Mi teléfono» creado').waitFor()
  await page.getByRole('button', { name: 'Copiar la dirección' }).click()
  await page.getByText('Copiada', { exact: true }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const address = url + new URL(copied).pathname
  const answer = await fetch(address)
  const eventos = Object.values(eventosOf(await answer.text()))
  expect(eventos.length).toBeGreaterThan(10)
  await page.reload()
  await settled(page)
  expect(await page.locator('body').innerText()).not.toContain('/calendarios/')
  await page.getByRole('button', { name: 'Revocar el calendario Mi teléfono' }).click()
  await confirm(page, 'Revocar')
  await page.getByText('Calendario «Mi teléfono» revocado').waitFor()
  expect((await fetch(address)).status).toBe(404)
})

stage('the visor offers the public dates in one line, on a phone too', async () => {
  const visitor = await newPerson(browser, { viewport: PHONE })
  const visor = await visitor.newPage()
  await visor.goto(url)
  await visor.getByRole('link', { name: 'Fechas de la elección' }).click()
  await visor.getByRole('heading', { level: 1, name: 'Fechas de la elección' }).waitFor()
  await visor.getByText('Campaña de la gubernatura', { exact: true }).waitFor()
  const link = visor.getByRole('link', { name: 'Agregar las fechas a mi calendario' })
  await link.scrollIntoViewIfNeeded()
  const waiting = visor.waitForEvent('download')
  await link.click()
  const eventos = Object.values(eventosOf(readFileSync(await (await waiting).path(), 'utf8')))
  expect(eventos.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['Jornada electoral', 'Campaña de la gubernatura']))
  await visitor.close()
})

stage('nothing of it did what a page may not do', () => {
  expect(faults).toEqual([])
})
