import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newPerson } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { readPdf } from '../../support/pdf.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Listada {
  id: string
  nombre: string
  lugar: string
}

interface Ficha extends Listada {
  secciones: { campos: { titulo: string; valor: unknown }[] }[]
}

const { url } = sharedSimulacro()
let browser: Browser
let context: BrowserContext
let rivals: Listada[]

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser)
  const { elementos } = await readPublic<{ elementos: Listada[] }>(url, '/candidaturas?cargo=presidencia_municipal&conPropuestas=true')
  rivals = must(elementos.map((one) => elementos.filter(({ lugar }) => lugar === one.lugar).slice(0, 3)).find(({ length }) => length === 3))
})
afterAll(() => browser?.close())

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url + path, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Prints a page and reads the paper, blanks joined. `screen`: words only for a screen; `left`: those that reached the paper. */
async function printed(page: Page, screen: readonly string[]): Promise<{ pages: number; text: string; first: string; left: string[] }> {
  const shown = (await page.locator('body').innerText()).toLowerCase()
  expect(screen.filter((word) => !shown.includes(word.toLowerCase()))).toEqual([])
  const pdf = await page.pdf({ format: 'Letter' })
  await page.close()
  const text = readPdf.text(pdf).toLowerCase()
  const first = readPdf.firstPage(pdf).toLowerCase()
  return { pages: Number(readPdf.properties(pdf)['Pages']), text, first, left: screen.filter((word) => text.includes(word.toLowerCase())) }
}

const missing = (text: string, words: readonly string[]) =>
  words.filter((word) => !text.includes(word.replaceAll(/\s+/g, ' ').toLowerCase()))

test('a candidatura on paper has who she is and all that she said, of which proceso, and nothing that is only for a screen', async () => {
  const [{ id }] = rivals as [Listada]
  const ficha = await readPublic<Ficha>(url, `/candidaturas/${id}`)
  const said = ficha.secciones.flatMap(({ campos }) => campos.flatMap(({ valor }) => (typeof valor === 'string' ? [valor] : [])))
  expect(said.length).toBeGreaterThan(3)
  const screen = ['Descargar la ficha (PDF)', 'Imprimir', 'Compartir', 'WhatsApp', 'Estadísticas']
  const { pages, text, left } = await printed(await open(`/candidaturas/${id}`), screen)
  expect(missing(text, [ficha.nombre, 'Candidatas y Candidatos, Conóceles', 'Simulacro', 'Terminó de contestar', ...said])).toEqual([])
  expect(left).toEqual([])
  expect(pages).toBeLessThanOrEqual(4)
})

test('on paper each of those compared has a column of her own', async () => {
  const page = await open(`/comparar?personas=${rivals.map(({ id }) => id).join(',')}`)
  await page.emulateMedia({ media: 'print' })
  const columns = await page
    .locator('.pregunta .comparar__grid')
    .evaluateAll((all) => all.map((grid) => [...grid.children].map((each) => Math.round(each.getBoundingClientRect().left))))
  await page.close()
  expect(columns.length).toBeGreaterThan(5)
  for (const own of columns) expect([new Set(own).size, own]).toEqual([rivals.length, columns[0]])
})

test('a comparison on paper has everybody of it in the same order, and nothing that is only for a screen', async () => {
  const page = await open(`/comparar?personas=${rivals.map(({ id }) => id).join(',')}`)
  const { text, left, first } = await printed(page, ['Imprimir la comparación', 'Quitar', 'Estadísticas'])
  expect(missing(first, [...rivals.map(({ nombre }) => nombre), 'Candidatas y Candidatos, Conóceles'])).toEqual([])
  expect(missing(text, [...rivals.map(({ nombre }) => nombre), 'Candidatas y Candidatos, Conóceles', 'Simulacro'])).toEqual([])
  const places = rivals.map(({ nombre }) => text.indexOf(nombre.toLowerCase()))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(left).toEqual([])
})

/** The municipio with most planillas, in a district of its own. */
const LONGEST = 'municipio=17014'
const SMALLEST_POINTS = 9

test.each(['Letter', 'A4'] as const)(
  'the ballot of the longest municipio is one page on %s, with who heads each emblem',
  async (format) => {
    for (const address of [`/boleta?${LONGEST}`, `/boleta#${LONGEST}`]) {
      const page = await open(address)
      await page.locator('.emblema').first().waitFor()
      await page
        .getByRole('button', { name: /^Guardar a / })
        .first()
        .click()
      await page.locator('.guardada__list').waitFor()
      const names = await page.locator('.emblema__name a').allTextContents()
      const heads = await headsOf(page)
      const offices = await page.locator('.hoja__mas > p:not(.hoja__palabra, :has-text("Al reverso"))').allTextContents()
      const screen = ['Cambiar lugar', 'Comparar', 'Imprimir', 'Vaciar']
      await page.emulateMedia({ media: 'print' })
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('body *')].flatMap((each) => {
          const says = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
          return says && each.checkVisibility() ? [(parseFloat(getComputedStyle(each).fontSize) * 3) / 4] : []
        }),
      )
      const pdf = await page.pdf({ format })
      await page.evaluate(() => localStorage.clear())
      await page.close()
      const text = readPdf.text(pdf).toLowerCase()
      expect(names.length).toBeGreaterThan(20)
      expect([Number(readPdf.properties(pdf)['Pages']), missing(text, names)]).toEqual([1, []])
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_POINTS - 0.01)
      expect(offices.length).toBeGreaterThan(2)
      expect(
        missing(text, [
          ...offices,
          'Se vota el domingo 2 de junio de 2024',
          'de 8 de la mañana a 6 de la tarde',
          'Lleva tu credencial',
          'En mi lista',
          ...heads,
          'Las listas completas están en',
        ]),
      ).toEqual([])
      expect(screen.filter((word) => text.includes(word.toLowerCase()))).toEqual([])
    }
  },
)

test.each(['Letter', 'A4'] as const)('a ballot with few emblems has a face beside each name, and is one page on %s', async (format) => {
  const page = await open('/boleta?municipio=17002&distrito=D10')
  await page.emulateMedia({ media: 'print' })
  const faces = await page.locator('.emblema .ui-portrait').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)
  expect(faces).toBe(await page.locator('.emblema__name').count())
  const pdf = await page.pdf({ format })
  await page.close()
  expect(Number(readPdf.properties(pdf)['Pages'])).toBe(1)
})

test.each(['Letter', 'A4'] as const)('four people compared take at most six sheets of %s', async (format) => {
  const four = await longest(4)
  const page = await open(`/comparar?personas=${four.map(({ id }) => id).join(',')}`)
  const pdf = await page.pdf({ format })
  await page.close()
  const text = readPdf.text(pdf).toLowerCase()
  const said = four.flatMap(({ secciones }) =>
    secciones.flatMap(({ campos }) => campos.flatMap(({ valor }) => (typeof valor === 'string' ? valor.split(/\n+/) : []))),
  )
  expect(said.length).toBeGreaterThan(20)
  // A line that begins in one column may end in another; an address is cut where its line ends.
  const begins = said.filter((line) => !line.startsWith('http') && !line.includes('@')).map((line) => line.slice(0, 30).trim())
  expect(missing(text, begins)).toEqual([])
  expect(Number(readPdf.properties(pdf)['Pages'])).toBeLessThanOrEqual(6)
})

/** Names that stand first in the lists on the back of the sheets of a ballot. */
function headsOf(page: Page): Promise<string[]> {
  return page.locator('.emblema__lista').evaluateAll((all) => all.map((list) => list.querySelector('li > a')?.textContent ?? ''))
}

/** So many of one contienda, of those who said most. */
async function longest(many: number): Promise<Ficha[]> {
  const { elementos } = await readPublic<{ elementos: Listada[] }>(url, '/candidaturas?cargo=diputacion_mr&conPropuestas=true&limite=50')
  const fichas = await Promise.all(elementos.map(({ id }) => readPublic<Ficha>(url, `/candidaturas/${id}`)))
  const byLugar = fichas.map((one) =>
    fichas
      .filter(({ lugar }) => lugar === one.lugar)
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, many),
  )
  return must(
    byLugar
      .filter(({ length }) => length === many)
      .sort((a, b) => b.reduce((sum, each) => sum + sizeOf(each), 0) - a.reduce((sum, each) => sum + sizeOf(each), 0))[0],
  )
}

function sizeOf({ secciones }: Ficha): number {
  return JSON.stringify(secciones).length
}

/** Margin of a sheet in points: 16 mm, less a tolerance for rounding. */
const MARGIN = 44
const A4_WIDTH = 595

test('each figure of a table of statistics is whole on A4, the narrower sheet', async () => {
  const { elementos } = await readPublic<{ elementos: { clave: string; tipo: string }[] }>(url, '/estadisticas')
  expect(elementos.length).toBeGreaterThan(5)
  const wrong: unknown[] = []
  for (const { clave } of elementos) {
    const page = await open(`/estadisticas/${clave}`)
    const cells = await page.locator('.ui-table td').allInnerTexts()
    const words = readPdf.words(await page.pdf({ format: 'A4' }))
    await page.close()
    const seen = words.filter(({ from, to }) => from >= MARGIN && to <= A4_WIDTH - MARGIN).map(({ text }) => text)
    const lost = missingOf(
      cells.flatMap((cell) => cell.split(/\s+/).filter(Boolean)),
      seen,
    )
    if (seen.length < words.length || lost.length > 0 || cells.length === 0) wrong.push([clave, words.length - seen.length, lost])
  }
  expect(wrong).toEqual([])
})

/** The words that are fewer times in `seen` than they were said. */
function missingOf(said: readonly string[], seen: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of seen) left.set(word, (left.get(word) ?? 0) + 1)
  return said.filter((word) => {
    const times = left.get(word) ?? 0
    left.set(word, times - 1)
    return times <= 0
  })
}

test.each(['Letter', 'A4'] as const)('nobody of a printed list stands on two sheets of %s', async (format) => {
  const page = await open('/candidaturas')
  const filas = await page.locator('.fila').allInnerTexts()
  expect(filas).toHaveLength(20)
  const words = readPdf.words(await page.pdf({ format }))
  await page.close()
  const sheets = Math.max(...words.map(({ page: sheet }) => sheet))
  expect(sheets).toBeGreaterThan(1)
  const text = Array.from({ length: sheets }, (_, at) =>
    words
      .filter(({ page: sheet }) => sheet === at + 1)
      .map((word) => word.text)
      .join(' ')
      .toLowerCase(),
  )
  const shown = filas.map((fila) => fila.split('\n').filter((line) => line.trim() !== '' && !/^(Comparar|Guardar)/.test(line)))
  const split = shown.filter(
    (lines) => !text.some((sheet) => lines.every((line) => sheet.includes(line.replaceAll(/\s+/g, ' ').trim().toLowerCase()))),
  )
  expect(split).toEqual([])
})
