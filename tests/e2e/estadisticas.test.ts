import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { faultsOf, launchBrowser, newPerson, PHONE, step } from '../support/browser.ts'
import { readPublic } from '../support/browser-camino.ts'
import type { TablaPublicada } from '../support/estadisticas.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('somebody goes from the home to a table of a group: the finding, the table, the chart, why not more, and the file', async () => {
  const context = await newPerson(browser)
  const faults = faultsOf(context)
  const page = await context.newPage()
  await page.goto(url)
  await step(page, 'the list of tables', async () => {
    await page.getByRole('link', { name: 'Ver todas las estadísticas' }).click()
    await page.getByRole('heading', { level: 1, name: 'Estadísticas' }).waitFor()
    await page.getByRole('link', { name: 'Personas con discapacidad' }).click()
  })
  const tabla = await readPublic<TablaPublicada>(url, '/estadisticas/discapacidad')
  await step(page, 'the table', async () => {
    await page.getByRole('heading', { level: 1, name: 'Personas con discapacidad' }).waitFor()
    const cuentan = tabla.total.celdas[tabla.columnas.findIndex(({ clave }) => clave === 'cuentan')]?.minimo ?? 0
    await page.getByText(`De ${cuentan.toLocaleString('es-MX')} personas que contestaron y se cuentan`).waitFor()
    const headings = await page.getByRole('columnheader').allTextContents()
    expect(headings.map((text) => text.trim())).toEqual(expect.arrayContaining(tabla.columnas.map(({ nombre }) => nombre)))
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(expect.arrayContaining(['Mujeres', 'Hombres', 'Total']))
    await page.getByRole('heading', { name: 'Gráfica' }).waitFor()
    await page.getByRole('heading', { name: 'Qué no se dice, y por qué' }).waitFor()
  })
  await step(page, 'the file', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hoja de cálculo (CSV)' }).click()])
    expect(download.suggestedFilename()).toBe('discapacidad.csv')
    const rows = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(rows).toHaveLength(tabla.filas.length + 3)
  })
  expect(faults).toEqual([])
})

test('the map of municipios is links that a finger hits, read by rows, and works without script', async () => {
  const context = await newPerson(browser, { viewport: PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${url}/estadisticas/municipio`)
  const squares = await page.locator('.mosaico a').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
  expect(squares).toHaveLength(36)
  expect(squares.filter(({ width, height, left, right }) => width < 44 || height < 44 || left < 0 || right > PHONE.width)).toEqual([])
  const order = squares.map(({ top, left }) => Math.round(top) * 1_000 + Math.round(left))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const tabla = await readPublic<TablaPublicada>(url, '/estadisticas/municipio')
  const cuernavaca = tabla.filas.find(({ clave }) => clave === '17007')
  await page.getByRole('link', { name: `Cuernavaca: ${cuernavaca?.celdas[0]?.minimo} candidaturas` }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).search).toBe('?municipio=17007')
  await context.close()
})
