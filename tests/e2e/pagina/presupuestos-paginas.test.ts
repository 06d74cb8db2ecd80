import type { Browser, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Fila {
  id: string
  nombre: string
  conPropuestas: boolean
  fotografia: string | null
  actorPolitico: { integrantes: string[] }
}

const { url } = sharedSimulacro()
const SCREENS = [PHONE, DESKTOP]
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

/** Opens each page as it comes from the server, on a phone and on a desk, and says where something begins. */
async function placesOf(
  paths: readonly string[],
  placeOf: (page: Page, screen: typeof PHONE) => Promise<number>,
): Promise<[string, number][]> {
  const places: [string, number][] = []
  for (const viewport of SCREENS) {
    const context = await newPerson(browser, { viewport })
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(url + path)
      places.push([`${path} at ${viewport.width} px`, await placeOf(page, viewport)])
    }
    await context.close()
  }
  return places
}

async function topOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox()
  return must(box ?? undefined).y
}

const beyond = (places: [string, number][], budget: number) => places.filter(([, top]) => !(top < budget))

/** Those whose names, alliance and place take most room, and least. */
async function candidaturas(): Promise<string[]> {
  const cargos = ['gubernatura', 'diputacion_mr', 'presidencia_municipal', 'sindicatura', 'regiduria']
  const lists = cargos.map((cargo) => readPublic<{ elementos: Fila[] }>(url, `/candidaturas?cargo=${cargo}&conPropuestas=true&limite=50`))
  const all = (await Promise.all(lists)).map(({ elementos }) => elementos)
  const inOrder = all.map((elementos) => elementos.toSorted((one, other) => one.nombre.length - other.nombre.length))
  const allied = all.flat().find(({ actorPolitico }) => actorPolitico.integrantes.length > 2)
  return [...inOrder.flatMap((elementos) => [elementos[0], elementos.at(-1)]), allied].flatMap((fila) =>
    fila ? [`/candidaturas/${fila.id}`] : [],
  )
}

test('the first proposal of a candidatura begins on the first screen, above 700 px', async () => {
  const paths = await candidaturas()
  expect(paths.length).toBeGreaterThan(8)
  expect(beyond(await placesOf(paths, (page) => topOf(page, '.seccion h3')), 700)).toEqual([])
})

test('the first candidate of the list begins above 420 px of a phone, also filtered and searched', async () => {
  const filtered = '/candidaturas?cargo=presidencia_municipal&municipio=17007'
  const paths = [
    '/candidaturas',
    filtered,
    `${filtered}&calidad=propietaria&conPropuestas=true`,
    '/candidaturas?q=maria',
    '/candidaturas?q=maria&cargo=regiduria',
  ]
  const places = await placesOf(paths, (page) => topOf(page, '.fila'))
  const onPhone = places.filter(([path]) => path.endsWith(`${PHONE.width} px`))
  expect([beyond(onPhone, 420), beyond(places, 500)]).toEqual([[], []])
})

test('a contienda of nine or fewer shows portrait, name and emblem of each without a tap, the first on the first screen', async () => {
  const { elementos } = await readPublic<{ elementos: { clave: string; candidaturas: number }[] }>(url, '/contiendas')
  const few = elementos.filter(({ candidaturas }) => candidaturas > 1 && candidaturas <= 9).slice(0, 3)
  expect(few.length).toBeGreaterThan(0)
  const missing: string[] = []
  const places = await placesOf(
    few.map(({ clave }) => `/contiendas/${clave}`),
    async (page, { height }) => {
      const rows = page.locator('.fila')
      for (const part of ['.ui-portrait', 'h2 a', '.ui-emblem'])
        for (let row = 0; row < (await rows.count()); row += 1)
          if (!(await rows.nth(row).locator(part).first().isVisible())) missing.push(`${page.url()}: ${part} of row ${row + 1}`)
      // Its portrait is whole before anybody scrolls.
      const { y, height: own } = must((await page.locator('.fila .ui-portrait').first().boundingBox()) ?? undefined)
      return y + own <= height ? 0 : Infinity
    },
  )
  expect([missing, beyond(places, 1)]).toEqual([[], []])
})

test('a text of 5,000 letters without a blank stays within the page, and so does a name', async () => {
  const [path = ''] = await candidaturas()
  for (const viewport of SCREENS) {
    const context = await newPerson(browser, { viewport })
    const page = await context.newPage()
    await page.goto(url + path)
    const beyondRight = await page.evaluate((endless) => {
      for (const each of document.querySelectorAll('h1, .campo__text p, .fila h2, .persona__title p, .persona__registration p'))
        each.textContent = endless
      return document.documentElement.scrollWidth - innerWidth
    }, 'x'.repeat(5_000))
    expect(beyondRight).toBeLessThanOrEqual(0)
    await context.close()
  }
})

test('a photograph that does not come leaves its place to the initials', async () => {
  const { elementos } = await readPublic<{ elementos: Fila[] }>(url, '/candidaturas?conPropuestas=true&limite=50')
  const { id } = must(elementos.find(({ fotografia }) => fotografia !== null))
  const context = await newPerson(browser, { viewport: PHONE })
  await context.route('**/publico/fotografias/**', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(`${url}/candidaturas/${id}`)
  await page.keyboard.press('Tab')
  await page.locator('.persona .ui-portrait--initials').waitFor()
  await context.close()
})

test('a search that finds nobody says so, and has a way on without JavaScript', async () => {
  const context = await newPerson(browser, { javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  await page.goto(`${url}/candidaturas?cargo=corregiduria&color=azul`)
  await page.getByText('No hay candidaturas con: corregiduria.').waitFor()
  await page.getByRole('link', { name: 'Quitar todos los filtros' }).click()
  await page.locator('.fila').first().waitFor()
  const { municipios } = await readPublic<{ municipios: { clave: string; nombre: string; regimen: string }[] }>(url, '/proceso')
  const normativos = municipios.filter(({ regimen }) => regimen === 'sistemas_normativos')
  expect(normativos.map(({ nombre }) => nombre).sort()).toEqual(['Coatetelco', 'Hueyapan', 'Xoxocotla'])
  for (const { clave, nombre } of normativos) {
    await page.goto(`${url}/candidaturas?municipio=${clave}`)
    await page.getByText(`En ${nombre} los partidos no registran planillas`).waitFor()
    await page.getByText('sistemas normativos internos').waitFor()
  }
  await context.close()
})

test('the name or the siglas of any party lead to its candidaturas, without JavaScript', async () => {
  const { actoresPoliticos } = await readPublic<{ actoresPoliticos: { clave: string; nombre: string; tipo: string }[] }>(url, '/proceso')
  const parties = actoresPoliticos.filter(({ tipo }) => tipo === 'partido')
  expect(parties.length).toBeGreaterThan(9)
  const lost: string[] = []
  for (const { clave, nombre } of parties) {
    for (const typed of [nombre, clave, clave.toLowerCase()]) {
      const html = await (await fetch(`${url}/candidaturas?q=${encodeURIComponent(typed)}`)).text()
      if (!html.includes(`href="/candidaturas?actor=${clave}"`)) lost.push(typed)
    }
  }
  expect(lost).toEqual([])
})

test('/verificar alone explains, and takes a folio or an address', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  const [path = ''] = await candidaturas()
  expect((await page.goto(`${url}/verificar`))?.status()).toBe(200)
  await page.getByLabel('Dirección de la página').fill('nada')
  await page.getByRole('button', { name: 'Verificar la página' }).click()
  await page.getByText('Pega la dirección completa de una página de candidatura.').waitFor()
  await page.getByLabel('Dirección de la página').fill(`${url}${path}?utm=1`)
  await page.getByRole('button', { name: 'Verificar la página' }).click()
  await page.getByText('Esta página era pública', { exact: true }).waitFor()
  await page.goto(`${url}/verificar`)
  await page.getByLabel('Folio').fill('AAAAA-AAAAA-AAAAA')
  await page.getByRole('button', { name: 'Verificar el acuse' }).click()
  await page.waitForURL('**/acuses/AAAAA-AAAAA-AAAAA')
  await context.close()
})
