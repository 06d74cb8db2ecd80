/** An operator of a party loses the network: she reloads, goes on, and what she wrote arrives in order. Signing out leaves nothing. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inspect, settled } from '../../support/browser/accesibilidad.ts'
import { eventually, faultsOf, launchBrowser, newPerson, reload, stages, step } from '../../support/browser/browser.ts'
import { heading } from '../../support/browser/captura.ts'
import { signIn } from '../../support/browser/consola.ts'
import { FIELD, openSection, sectionOf, TEXT } from '../../support/browser/escrito.ts'
import { enterApi, readSeccion, unbegun, type ApiAccount } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const USER = 'captura.pri'
const MORE = `${TEXT} Después siguió en otro lugar.`
const OTHER = 'Lo que otra persona del mismo partido guardó mientras tanto.'
const OFFLINE = 'Sin conexión con el sistema'
let browser: Browser
let context: BrowserContext
let page: Page
let account: ApiAccount
let faults: string[]
let ids: string[] = []
const historia = (id: string) => sectionOf(url, id)

beforeAll(async () => {
  browser = await launchBrowser()
  context = await newPerson(browser, { serviceWorkers: 'allow' })
  faults = faultsOf(context)
  account = await enterApi(url, USER)
  ids = await unbegun(account, 3)
  page = await context.newPage()
  await signIn(page, url, USER)
})
afterAll(() => browser?.close())

const una = (): string => ids[0] ?? ''
const otra = (): string => ids[1] ?? ''
const nunca = (): string => ids[2] ?? ''
const nameOf = async (id: string) => (await account.get<{ nombre: string }>(`/candidaturas/${id}`)).body.nombre

stage('what she opens is kept, encrypted, without an answer of identity', async () => {
  await eventually(async () => (await keptHere(page)).includes('lista'), 'the list to be kept')
  for (const id of [una(), otra()]) {
    const opened = await openSection(context, url, id)
    await eventually(
      async () => (await keptHere(page)).some((name) => name.includes(id) && name.endsWith('/captura')),
      'the captura to be kept',
    )
    await opened.close()
  }
  const kept = await readKept(page)
  expect(kept).toEqual({ plain: [], answers: [] })
})

stage('reloaded without network, a page that cannot open leads to the candidaturas of her last visit', async () => {
  await context.setOffline(true)
  await page.goto(`${url}/consola/acuerdos`)
  await heading(page, 'Mis candidaturas sin conexión')
  await page.getByText(OFFLINE).waitFor()
  await page.getByText('La página que pidió necesita conexión').waitFor()
  await page.getByLabel('Buscar por nombre o lugar').fill(await kept(nunca()))
  await page.getByText('No la abrió en su última visita: necesita conexión.').first().waitFor()
  await settled(page)
  expect(await inspect(page)).toEqual([])
  await page.getByLabel('Buscar por nombre o lugar').fill(await kept(una()))
  await page.getByRole('link', { name: await kept(una()), exact: true }).click()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Historia profesional/ })
    .first()
    .waitFor()
  expect(await page.getByText('identidad', { exact: false }).count()).toBe(0)
})

stage('what she writes stays through two reloads, and nothing has reached the server', async () => {
  for (const id of [una(), otra()]) {
    await page.goto(historia(id))
    await page.getByLabel(FIELD).fill(TEXT)
    await page.getByText('Sin conexión: lo escrito está guardado en este equipo').first().waitFor()
    await reload(page)
    await heading(page, 'Historia profesional')
    expect(await page.getByLabel(FIELD).inputValue()).toBe(TEXT)
    await page.getByLabel(FIELD).fill(MORE)
    await reload(page)
    await heading(page, 'Historia profesional')
    expect(await page.getByLabel(FIELD).inputValue()).toBe(MORE)
  }
  await page.getByText('2 secciones por enviar.').waitFor()
  for (const id of [una(), otra()]) expect((await readSeccion(account, id, 'historia')).respuestas).toEqual({})
})

stage('with network again it is sent; where somebody else wrote meanwhile, she is asked', async () => {
  const { version } = await readSeccion(account, otra(), 'historia')
  const respuestas = { historia_profesional: OTHER }
  expect((await account.put(`/candidaturas/${otra()}/captura/curricular/historia`, { version, respuestas })).status).toBe(200)
  await context.setOffline(false)
  await step(page, 'the conflict of the open page', async () => {
    await page.getByText('Volvió la conexión').waitFor()
    await page.getByText('Esta sección cambió mientras usted escribía').waitFor()
    await page.getByText(MORE, { exact: true }).waitFor()
    await page.getByText(OTHER, { exact: true }).waitFor()
  })
  await eventually(
    async () => (await readSeccion(account, una(), 'historia')).respuestas.historia_profesional === MORE,
    'the other one to be stored',
  )
  expect((await readSeccion(account, otra(), 'historia')).respuestas.historia_profesional).toBe(OTHER)
  await page.getByLabel('Lo que usted escribió').check()
  await page.getByRole('button', { name: 'Guardar lo elegido' }).click()
  await eventually(
    async () => (await readSeccion(account, otra(), 'historia')).respuestas.historia_profesional === MORE,
    'the chosen text to be stored',
  )
})

stage('a text saved with network is no conflict with one written after it without', async () => {
  await page.goto(historia(una()))
  await page.getByLabel(FIELD).fill(TEXT)
  await eventually(async () => (await readSeccion(account, una(), 'historia')).respuestas.historia_profesional === TEXT, 'the first text')
  await context.setOffline(true)
  await reload(page)
  await page.getByText(OFFLINE).waitFor()
  expect(await page.getByLabel(FIELD).inputValue()).toBe(TEXT)
  await page.getByLabel(FIELD).fill(MORE)
  await page.getByText('1 sección por enviar.').waitFor()
  await context.setOffline(false)
  await eventually(async () => (await readSeccion(account, una(), 'historia')).respuestas.historia_profesional === MORE, 'the second text')
  expect(await page.getByText('Esta sección cambió').count()).toBe(0)
})

stage('leaving without network erases all of it, and ends her access once there is network', async () => {
  await page.goto(`${url}/consola/`)
  await heading(page, 'Lo que toca hoy')
  await context.setOffline(true)
  await page.getByText(OFFLINE).waitFor()
  await page.getByRole('button', { name: 'Salir' }).click()
  await heading(page, 'Entrar a Conóceles')
  await eventually(async () => (await keptHere(page)).length === 0, 'the device to forget the visit')
  await page.goto(historia(una()))
  await heading(page, 'Entrar a Conóceles')
  await context.setOffline(false)
  const ended = page.waitForResponse('**/acceso/salir')
  await page.goto(historia(una()))
  expect((await ended).ok()).toBe(true)
  await heading(page, 'Entrar a Conóceles')
})

test('no page did what no page of ours may do', () => {
  expect(faults).toEqual([])
})

const names = new Map<string, string>()

/** Name of a candidatura, asked of the server beside the browser. */
async function kept(id: string): Promise<string> {
  const name = names.get(id) ?? (await nameOf(id))
  names.set(id, name)
  return name
}

/** Names under which this browser keeps something of the visit. */
async function keptHere(of: Page): Promise<string[]> {
  const keys = await entriesOf(of, 'keys')
  return keys.filter((key) => key.includes(' visita,')).map((key) => key.slice(key.indexOf(',') + 1))
}

/** Kept records that can be read without the key, and answers of the API that the worker kept. */
async function readKept(of: Page): Promise<{ plain: string[]; answers: string[] }> {
  const texts = await entriesOf(of, 'bytes')
  const answers = await of.evaluate(async () => {
    const all = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url))
    return (await Promise.all(all)).flat().filter((address) => address.includes('/api/'))
  })
  return { plain: texts.filter((text) => /candidatura|nombre|secciones/.test(text)), answers }
}

async function entriesOf(of: Page, what: 'keys' | 'bytes'): Promise<string[]> {
  return of.evaluate(async (wanted) => {
    const request = indexedDB.open('conoceles-consola')
    const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const store = database.transaction('borradores').objectStore('borradores')
    const read = wanted === 'keys' ? store.getAllKeys() : store.getAll()
    const all = await new Promise<unknown[]>((resolve) => (read.onsuccess = () => resolve(read.result)))
    database.close()
    return all.map((each) => (wanted === 'keys' ? String(each) : new TextDecoder().decode((each as { bytes: ArrayBuffer }).bytes)))
  }, what)
}
