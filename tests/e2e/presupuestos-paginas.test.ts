import type { Browser, Page } from 'playwright-core'
import { DESKTOP, launchBrowser, newPerson, PHONE } from '../support/browser.ts'
import { readPublic } from '../support/browser-camino.ts'
import { must } from '../support/candidaturas.ts'
import { sharedSimulacro } from '../support/simulacro-server-shared.ts'

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
    const context = await newPerson(browser, { viewport, javaScriptEnabled: false })
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
