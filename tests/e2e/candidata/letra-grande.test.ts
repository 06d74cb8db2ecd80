import type { Browser, Page } from 'playwright-core'
import { settled } from '../../support/browser/accesibilidad.ts'
import { launchBrowser, newPerson, PHONE, stages, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { signIn } from '../../support/browser/consola.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()
const stage = stages()
const WITH_KEYBOARD = { width: 360, height: 380 }
const PAGES = [
  'contacto/cuales-usa',
  'contacto/correo_aclaraciones',
  'estudios',
  'historia',
  'trayectoria/trayectoria',
  'propuestas/propuesta_1',
  'propuestas/temas_propuestas',
].map((page) => `captura/curricular/${page}`)
const OTHERS = ['captura/fotografia', 'captura/consentimiento', 'captura/envio', 'consentimiento', 'lecturas', 'correccion']
let browser: Browser
let ella: Page
let id = ''

beforeAll(async () => {
  browser = await launchBrowser()
  ella = await (await newPerson(browser, { viewport: PHONE })).newPage()
  await signIn(ella, url, 'candidata')
  id =
    (await ella.evaluate(async () => document.querySelector('a[href*="/consentimiento"]')?.getAttribute('href') ?? '')).split('/')[3] ?? ''
})
afterAll(() => browser?.close())

async function open(path: string): Promise<void> {
  await ella.setViewportSize(PHONE)
  await ella.goto(`${url}/consola/${path}`)
  await settled(ella)
  await enlarge(ella)
}

const enlarge = (page: Page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))

/** Words of headings of which a part stands on the next line. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const range = document.createRange()
    const linesOf = (node: Node, at: number, word: string) => {
      range.setStart(node, at)
      range.setEnd(node, at + word.length)
      // A word at the beginning of a line also has an empty box at the end of the line before.
      const seen = [...range.getClientRects()].filter(({ width }) => width > 1)
      return new Set(seen.map(({ top }) => Math.round(top))).size
    }
    const broken: string[] = []
    for (const heading of document.querySelectorAll('h1, h2, h3, legend')) {
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) if (linesOf(node, index, word) > 1) broken.push(word)
    }
    return broken
  })
}

async function shareOfBar(viewport: { width: number; height: number }): Promise<number> {
  await ella.setViewportSize(viewport)
  const box = await ella.locator('.c-sticky-bar').boundingBox()
  return (box?.height ?? Infinity) / viewport.height
}

stage('with letters twice as large the bar takes a fifth of the screen at most, with the keyboard open too', async () => {
  for (const page of [...PAGES, 'captura/fotografia', 'captura/consentimiento']) {
    await step(ella, page, async () => {
      await open(`candidaturas/${id}/${page}`)
      for (const viewport of [PHONE, WITH_KEYBOARD]) expect([page, (await shareOfBar(viewport)) <= 0.2]).toEqual([page, true])
    })
  }
})

stage('no heading breaks inside a word', async () => {
  for (const page of [
    ...['mi-candidatura', 'derechos', 'derechos/nueva', 'avisos-privacidad', 'factores', 'dispositivos', `candidaturas/${id}`],
    ...[...PAGES, ...OTHERS].map((each) => `candidaturas/${id}/${each}`),
  ]) {
    await step(ella, page, async () => {
      await open(page)
      expect([page, await brokenWords(ella)]).toEqual([page, []])
    })
  }
})

stage('no heading of the pages before she signs in breaks inside a word', async () => {
  const fresh = await (await newPerson(browser, { viewport: PHONE })).newPage()
  const invitada = {
    nombre: 'Ana',
    correo: 'ana@simulacro.example',
    rol: 'candidata',
    requiereFactor: true,
    requiereCodigoActivacion: false,
  }
  await fresh.route(/\/api\/v1\/acceso\/invitaciones\/[^/]+$/, (route) => route.fulfill({ json: invitada }))
  for (const page of ['', 'recuperar', 'restablecer/x', 'invitacion/x']) {
    await step(fresh, page, async () => {
      await fresh.goto(`${url}/consola/${page}`)
      await settled(fresh)
      await enlarge(fresh)
      expect([page, await brokenWords(fresh)]).toEqual([page, []])
    })
  }
  // Her password can be read while she writes it: the button that shows it stands below.
  const box = await fresh.locator('.ui-password .ui-input').first().boundingBox()
  expect(box?.width ?? 0).toBeGreaterThan(250)
})

stage('on her public page name, cargo and place are read whole', async () => {
  const fresh = await (await newPerson(browser, { viewport: PHONE })).newPage()
  const { elementos } = await readPublic<{ elementos: { id: string }[] }>(url, '/candidaturas?q=guadalupe')
  for (const { id: one } of elementos.slice(0, 3)) {
    await fresh.goto(`${url}/candidaturas/${one}`)
    await settled(fresh)
    await enlarge(fresh)
    expect(await brokenWords(fresh)).toEqual([])
    const title = await fresh.locator('.persona__title').boundingBox()
    expect(title?.width ?? 0).toBeGreaterThan(200)
  }
  expect(elementos.length).toBeGreaterThan(0)
})

stage('the field for a date shows its year', async () => {
  await open(`candidaturas/${id}/captura/fotografia`)
  const field = ella.getByLabel('Fecha en que se tomó')
  const [width, needed] = await field.evaluate((input) => {
    const whole = input.cloneNode()
    if (!(whole instanceof HTMLElement)) throw new Error('no field')
    whole.style.cssText = 'inline-size: max-content; max-inline-size: none; position: absolute'
    input.after(whole)
    const sizes = [input.getBoundingClientRect().width, whole.getBoundingClientRect().width]
    whole.remove()
    return sizes
  })
  expect(width).toBeGreaterThanOrEqual(needed ?? Infinity)
})
