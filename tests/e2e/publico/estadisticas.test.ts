import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { DESKTOP, faultsOf, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import type { TablaPublicada } from '../../support/actos/estadisticas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

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
    await page.getByRole('heading', { name: 'Cómo leer esta tabla' }).waitFor()
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
  const [registradas, , verificadas] = cuernavaca?.celdas.map(({ minimo }) => minimo) ?? []
  await page.getByRole('link', { name: `Cuernavaca: ${verificadas} de ${registradas} candidaturas verificadas` }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).search).toBe('?municipio=17007')
  await context.close()
})

test('every table says that it slides where it does, and nowhere else', async () => {
  const { elementos } = await readPublic<{ elementos: { clave: string }[] }>(url, '/estadisticas')
  expect(elementos.length).toBeGreaterThan(10)
  const wrong: unknown[] = []
  for (const viewport of [PHONE, DESKTOP]) {
    const context = await newPerson(browser, { viewport, javaScriptEnabled: false })
    const page = await context.newPage()
    for (const { clave } of elementos) {
      await page.goto(`${url}/estadisticas/${clave}`)
      const tables = await page.locator('.tabla').evaluateAll((all) =>
        all.map((each) => {
          const box = each.querySelector('.ui-table')
          // A column that ends between two pixels is no reason to slide.
          const slides = (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0) + 2
          return { slides, said: each.querySelector('.tabla__hint')?.checkVisibility() === true }
        }),
      )
      if (tables.length === 0 || tables.some(({ slides, said }) => slides !== said)) wrong.push([viewport.width, clave, tables])
    }
    await context.close()
  }
  expect(wrong).toEqual([])
})

test('the list of tables shows both maps and the chart of each finding, and weighs at most 60 KiB in all', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(`${url}/estadisticas`, { waitUntil: 'networkidle' })
  expect(await page.locator('.mosaico').count()).toBe(2)
  const { elementos } = await readPublic<{ elementos: { clave: string }[] }>(url, '/estadisticas')
  expect(await page.locator('.resumen').count()).toBe(elementos.length)
  expect(
    await page
      .locator('.resumen')
      .evaluateAll((all) => all.filter((each) => !each.querySelector('svg, .mosaico')).map((each) => each.textContent)),
  ).toEqual([])
  expect([bytes > 10_000, bytes <= 60 * 1024, bytes]).toEqual([true, true, bytes])
  await page.getByRole('link', { name: 'Información de cada partido' }).click()
  await page.getByRole('heading', { level: 1, name: /^Información de cada partido/ }).waitFor()
  await page.getByText('El orden sale de un sorteo público del día del corte.').waitFor()
  await context.close()
})
