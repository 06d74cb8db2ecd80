import { get } from 'node:http'
import type { Browser } from 'playwright-core'
import { launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

/** Bytes that travel when a phone that takes gzip asks for a page; photographs and the index apart. */
interface Peso {
  js: number
  html: number
  total: number
  /** It asked for the index, too. */
  indice: boolean
}

const { url } = sharedSimulacro()
const KIB = 1024
/** Before the first touch: reading needs no script. */
const JS_TO_READ = 20
/** Once somebody does: Vue and its router alone are 36, and the list to keep took 2. It does not grow: what only a search needs comes with its first words. */
const JS_TO_USE = 76
const INDICE = '/api/v1/publico/indice'
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

/** fetch() would hand out the decoded text. */
function travelling(address: string): Promise<number> {
  return new Promise((done, fail) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.once('end', () => done(bytes))
    }).once('error', fail)
  })
}

async function weigh(path: string, use = false): Promise<Peso> {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await context.newPage()
  const asked = new Map<string, string>()
  let indice = false
  page.on('request', (request) => {
    if (request.url().endsWith(INDICE)) indice = true
    if (request.method() === 'GET' && request.resourceType() !== 'image' && !request.url().endsWith(INDICE))
      asked.set(request.url(), request.resourceType())
  })
  await page.goto(url + path, { waitUntil: 'networkidle' })
  if (use) {
    await page.keyboard.press('Tab')
    await page.locator('#app[data-vivo]').waitFor()
    await page.waitForLoadState('networkidle')
  }
  await context.close()
  const peso: Peso = { js: 0, html: 0, total: 0, indice }
  for (const [address, type] of asked) {
    const bytes = await travelling(address)
    peso.total += bytes
    if (type === 'script') peso.js += bytes
    if (type === 'document') peso.html += bytes
  }
  return peso
}

test('the page of a candidatura weighs at most 30 KiB, 14 of them HTML and 20 script', async () => {
  const { elementos } = await readPublic<{ elementos: { id: string; estatusCaptura: string }[] }>(
    url,
    '/candidaturas?cargo=presidencia_municipal&conPropuestas=true',
  )
  const { id } = must(elementos.find(({ estatusCaptura }) => estatusCaptura === 'verificada'))
  const peso = await weigh(`/candidaturas/${id}`)
  expect(peso.html).toBeGreaterThan(2 * KIB)
  expect([peso.html <= 14 * KIB, peso.js <= 20 * KIB, peso.total <= 30 * KIB, peso]).toEqual([true, true, true, peso])
})

test.each(['/', '/candidaturas'])('%s is read with at most 20 KiB of script, and used with at most 100 KiB in all', async (path) => {
  const read = await weigh(path)
  expect(read.html).toBeGreaterThan(2 * KIB)
  expect([read.js <= JS_TO_READ * KIB, read]).toEqual([true, read])
  const used = await weigh(path, true)
  expect(used.js).toBeGreaterThan(read.js)
  expect([used.js <= JS_TO_USE * KIB, used.total <= 100 * KIB, used]).toEqual([true, true, used])
})

/** She reads it within three seconds at 400 ms and 50 kB/s. Without the forms and without the furniture of the staff. */
const INVITACION = 91

test('the page of an invitation travels with at most 91 KiB, without the forms', async () => {
  const { total, js } = await weigh('/consola/invitacion/nadie')
  expect(js).toBeGreaterThan(20 * KIB)
  expect([total <= INVITACION * KIB, total]).toEqual([true, total])
})

const ASKED = 60

test('a page that nobody asked for before is read with at most 60 KiB in all, and without the index', async () => {
  const { elementos } = await readPublic<{ elementos: { id: string; lugar: string }[] }>(url, '/candidaturas?cargo=presidencia_municipal')
  const rivals = elementos.filter(({ lugar }) => lugar === elementos[0]?.lugar).slice(0, 2)
  const paths = [
    '/candidaturas?municipio=17007&calidad=propietaria',
    '/candidaturas?q=maria',
    '/candidaturas?q=maria&cargo=regiduria&municipio=17007',
    '/candidaturas?q=mria',
    '/contiendas/presidencia_municipal-17007',
    '/boleta?municipio=17007&distrito=D02',
    '/boleta?seccion=312',
    `/comparar?personas=${rivals.map(({ id }) => id).join(',')}`,
  ]
  const pesos = []
  for (const path of paths) pesos.push({ path, ...(await weigh(path)) })
  expect(pesos.filter(({ total, html, indice }) => total > ASKED * KIB || html < 2 * KIB || indice)).toEqual([])
  expect(pesos).toHaveLength(8)
})

test('the index with which a device searches weighs at most 58 KiB for the candidaturas of the whole state', async () => {
  const { cifras } = await readPublic<{ cifras: { candidaturas: number } }>(url, '/proceso')
  expect(cifras.candidaturas).toBeGreaterThan(4_000)
  expect(await travelling(url + INDICE)).toBeLessThanOrEqual(58 * KIB)
})
