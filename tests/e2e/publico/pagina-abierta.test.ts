/** Pages that lie open while their data are withdrawn. */
import type { Browser, Page } from 'playwright-core'
import { eventually, launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { blockOf, enterApi } from '../../support/servidor/simulacro-server-api.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
let browser: Browser
let page: Page

beforeAll(async () => (browser = await launchBrowser()))
beforeEach(async () => (page = await (await newPerson(browser)).newPage()))
afterEach(() => page.context().close())
afterAll(() => browser?.close())

interface Ficha {
  id: string
  nombre: string
  municipio: string
  actorPolitico: { clave: string }
}

/** The first ones of a cargo: other files take the last. */
async function fichas(): Promise<[Ficha, Ficha]> {
  const { elementos } = await readPublic<{ elementos: { id: string; reserva: string | null }[] }>(
    url,
    '/candidaturas?cargo=sindicatura&limite=50',
  )
  const shown = elementos.filter(({ reserva }) => reserva === null).slice(0, 2)
  return (await Promise.all(shown.map(({ id }) => readPublic<Ficha>(url, `/candidaturas/${id}`)))) as [Ficha, Ficha]
}

const nobodyTouches = async () => undefined
const touch = () => page.keyboard.press('Tab')
/** Her name then stands at the foot, too. */
const choose = ({ nombre }: Ficha) => page.getByRole('button', { name: `Comparar a ${nombre}` }).click()

test.each<[string, (own: Ficha, other: Ficha) => string, (own: Ficha) => Promise<void>]>([
  ['her page, which nobody touches', ({ id }) => `/candidaturas/${id}`, nobodyTouches],
  ['a comparison', (own, other) => `/comparar?personas=${own.id},${other.id}`, touch],
  ['a list', ({ municipio, actorPolitico: { clave } }) => `/candidaturas?cargo=sindicatura&municipio=${municipio}&actor=${clave}`, choose],
])('a persona who is not shown any more leaves %s at once, though it lies open, and it says why', async (_which, addressOf, use) => {
  const [own, other] = await fichas()
  await page.clock.install()
  await page.goto(url + addressOf(own, other))
  const text = () => page.locator('main').innerText()
  await eventually(async () => (await text()).includes(own.nombre), 'her to be there')
  await use(own)
  const accounts = [await enterApi(url, 'transparencia'), await enterApi(url, 'secretaria')] as const
  await blockOf(accounts, own.id, { alcance: 'persona', clave: null })
  await eventually(async () => (await readPublic<Ficha>(url, `/candidaturas/${own.id}`)).nombre !== own.nombre, 'the corte that hides her')
  await page.clock.fastForward('01:01')
  await page.locator('#app[data-vivo]').waitFor()
  await page.clock.fastForward('01:01')
  await step(page, 'why the page changed', () =>
    page.getByRole('status').getByText('Algo de lo que mostraba esta página ya no se publica').waitFor(),
  )
  expect(await page.locator('#app').textContent()).not.toContain(own.nombre)
})
