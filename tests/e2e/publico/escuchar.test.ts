import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESKTOP, eventually, faultsOf, launchBrowser, newPerson, PHONE } from '../../support/browser/browser.ts'
import { inspect } from '../../support/browser/accesibilidad.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

interface Detalle {
  nombre: string
  secciones: { titulo: string; campos: { titulo: string; valor: unknown }[] }[]
}

/** Speech device that notes the texts it was told to say, and that can be made to end or fail. */
interface Aparato {
  dicho: { text: string; voice: string }[]
  terminar(): void
  fallar(): void
}

const { url } = sharedSimulacro()
let browser: Browser
let path: string
let detalle: Detalle

beforeAll(async () => {
  browser = await launchBrowser()
  const { elementos } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas?conPropuestas=true&limite=1')
  path = `/candidaturas/${must(elementos[0]).id}`
  detalle = await readPublic<Detalle>(url, path)
})
afterAll(() => browser?.close())

/** A device with these voices: a browser without a screen has none. It says one thing at a time, and ends when it is told to. */
function withVoces(voces: { lang: string; localService: boolean }[]): void {
  const dicho: Aparato['dicho'] = []
  let now: SpeechSynthesisUtterance | null = null
  const named = voces.map((voz) => ({ ...voz, name: `${voz.lang} ${voz.localService ? 'propia' : 'remota'}` }))
  const speechSynthesis = Object.assign(new EventTarget(), {
    getVoices: () => named,
    speak: (utterance: SpeechSynthesisUtterance) => {
      now = utterance
      dicho.push({ text: utterance.text, voice: String(utterance.voice?.name) })
    },
    cancel: () => {
      const before = now
      now = null
      before?.onerror?.({ error: 'interrupted' } as SpeechSynthesisErrorEvent)
    },
  })
  const terminar = () => now?.onend?.({} as SpeechSynthesisEvent)
  const fallar = () => now?.onerror?.({ error: 'synthesis-failed' } as SpeechSynthesisErrorEvent)
  class Utterance {
    voice = null
    constructor(readonly text: string) {}
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, aparato: { dicho, terminar, fallar } })
}

const VOCES = [
  { lang: 'es-MX', localService: false },
  { lang: 'en-US', localService: true },
  { lang: 'es-ES', localService: true },
]

async function openWith(context: BrowserContext, voces = VOCES): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(withVoces, voces)
  await page.goto(url + path)
  return page
}

const dicho = (page: Page) => page.evaluate(() => (window as unknown as { aparato: Aparato }).aparato.dicho)
const terminar = (page: Page) => page.evaluate(() => (window as unknown as { aparato: Aparato }).aparato.terminar())
const marcado = (page: Page) => page.locator('[data-leyendo]').allInnerTexts()
const boton = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const ultimo = async (page: Page) => must((await dicho(page)).at(-1)).text

test('a candidatura is read paragraph by paragraph, whole and in its order, by a voice of the device', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const faults = faultsOf(context)
  const page = await openWith(context)
  await boton(page, 'Escuchar esta página').dblclick()
  await boton(page, 'Pausar').or(boton(page, 'Seguir')).waitFor()
  if (await boton(page, 'Seguir').isVisible()) await boton(page, 'Seguir').click()
  expect(await ultimo(page)).toBe(detalle.nombre)
  expect(await marcado(page)).toEqual([detalle.nombre])
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  for (let before = 0; (await marcado(page)).length > 0;) {
    await terminar(page)
    const told = (await dicho(page)).length
    if (told === before) break
    before = told
  }
  const told = await dicho(page)
  expect(new Set(told.map(({ voice }) => voice))).toEqual(new Set(['es-ES propia']))
  const all = told.map(({ text }) => text)
  const texts = detalle.secciones.flatMap(({ titulo, campos }) => [
    titulo,
    ...campos.flatMap(({ valor }) => (typeof valor === 'string' && valor.length > 200 ? valor.split(/\n+/) : [])),
  ])
  expect(texts.length).toBeGreaterThan(8)
  for (const text of texts) expect(all).toContain(text.replaceAll(/\s+/g, ' ').trim())
  const seen = await page.locator('.candidatura__main').locator('h2, .campo__text p').allInnerTexts()
  const places = seen.map((text) => all.indexOf(text))
  expect([Math.min(...places) > 0, places]).toEqual([true, places.toSorted((a, b) => a - b)])
  // Nothing twice, no control, and nothing that is only of paper.
  expect(all.filter((text) => /Escuchar|Comparar|Compartir/.test(text))).toEqual([])
  await boton(page, 'Escuchar esta página').waitFor()
  expect(asked).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('it is paused, goes on where it was, jumps, begins where somebody touches, and ends, with the keyboard too', async () => {
  const context = await newPerson(browser, { viewport: DESKTOP })
  const faults = faultsOf(context)
  const page = await openWith(context)
  await boton(page, 'Escuchar esta página').focus()
  await page.keyboard.press('Enter')
  await boton(page, 'Pausar').waitFor()
  // The button that began it now pauses it: the focus stays.
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Pausar')
  await terminar(page)
  const second = await ultimo(page)
  await page.keyboard.press('Enter')
  await boton(page, 'Seguir').waitFor()
  expect(await marcado(page)).toEqual([second])
  await page.keyboard.press('Enter')
  expect(await ultimo(page)).toBe(second)
  await boton(page, 'Párrafo siguiente').click()
  const third = await ultimo(page)
  expect(third).not.toBe(second)
  await boton(page, 'Párrafo anterior').click()
  expect(await ultimo(page)).toBe(second)
  const proposal = page.locator('.seccion .campo__text p').first()
  const text = await proposal.innerText()
  await proposal.click()
  expect(await ultimo(page)).toBe(text)
  expect(await inspect(page)).toEqual([])
  await page.keyboard.press('Escape')
  await boton(page, 'Escuchar esta página').waitFor()
  expect(await marcado(page)).toEqual([])
  const before = (await dicho(page)).length
  await proposal.click()
  await terminar(page)
  expect((await dicho(page)).length).toBe(before)
  expect(faults).toEqual([])
  await context.close()
})

test('the text being read can be seen under the bar, at 360 px, in the dark, and is silent once the page is left', async () => {
  const context = await newPerson(browser, { viewport: PHONE, colorScheme: 'dark' })
  const page = await openWith(context)
  await boton(page, 'Escuchar esta página').click()
  await boton(page, 'Pausar').waitFor()
  for (let n = 0; n < 12; n += 1) {
    await terminar(page)
    const [bar, marked] = await Promise.all([
      page.locator('.escuchar__bar').boundingBox(),
      page.locator('[data-leyendo]').evaluate((el) => el.getBoundingClientRect().top),
    ])
    expect(marked).toBeGreaterThanOrEqual(must(bar).y + must(bar).height)
    expect(marked).toBeLessThan(PHONE.height)
  }
  expect(await inspect(page)).toEqual([])
  await page.getByRole('link', { name: 'Candidaturas', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Candidaturas' }).waitFor()
  const left = (await dicho(page)).length
  await terminar(page)
  expect((await dicho(page)).length).toBe(left)
  await context.close()
})

test('a device without a voice of its own is told why it stays silent, and no other is used', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await openWith(context, [{ lang: 'es-MX', localService: false }])
  await boton(page, 'Escuchar esta página').click()
  await page.getByText('Este equipo no tiene una voz en español instalada.').waitFor()
  expect(await dicho(page)).toEqual([])
  expect(await inspect(page)).toEqual([])
  await context.close()
})

test('a device that fails says so, and may be asked again', async () => {
  const context = await newPerson(browser, { viewport: PHONE })
  const page = await openWith(context)
  await boton(page, 'Escuchar esta página').click()
  await boton(page, 'Pausar').waitFor()
  await page.evaluate(() => (window as unknown as { aparato: Aparato }).aparato.fallar())
  await page.getByText('Este equipo no pudo leer en voz alta.').waitFor()
  expect(await marcado(page)).toEqual([])
  await boton(page, 'Escuchar esta página').click()
  await boton(page, 'Pausar').waitFor()
  await context.close()
})

test.each(['/preguntas', '/cargos', '/lectura-facil', '/aviso-privacidad'])('%s is read too', async (address) => {
  const context = await newPerson(browser)
  const page = await context.newPage()
  await page.addInitScript(withVoces, VOCES)
  await page.goto(url + address)
  await boton(page, 'Escuchar esta página').click()
  await eventually(async () => (await dicho(page)).length === 1, 'the first paragraph')
  expect(await ultimo(page)).toBe(await page.locator('h1').innerText())
  await context.close()
})
