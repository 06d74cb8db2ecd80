import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { DESKTOP, PHONE, step } from './browser.ts'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const ALL_RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } as const
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const
/** All that axe knows, in light; in other colours only what depends on them, and once each: a colour is the same at both widths. */
const LOOKS = [
  { viewport: DESKTOP, name: 'light', media: { colorScheme: 'light' }, rules: ALL_RULES },
  { viewport: DESKTOP, name: 'forced', media: { colorScheme: 'dark', forcedColors: 'active' }, rules: OF_COLOURS },
  { viewport: PHONE, name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' }, rules: OF_COLOURS },
  { viewport: PHONE, name: 'light', media: { colorScheme: 'light' }, rules: ALL_RULES },
] as const
const NARROWEST = { width: 320, height: 640 }
/** The desk enlarged to the double. */
const ENLARGED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 }
/** Widths and letter sizes at which no page may scroll sideways. */
const SIZES = [
  [NARROWEST, '100%'],
  [NARROWEST, '200%'],
  [ENLARGED, '100%'],
] as const

/** A page in one of its states: its path, and the steps that lead to the state. */
export interface Estado {
  nombre: string
  path: string
  prepare?: (page: Page) => Promise<unknown>
}

/** Opens each state and says everything that is wrong with it; nothing, when all is well. */
export async function inspectAll(context: BrowserContext, url: string, vistas: readonly Estado[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { nombre, path, prepare } of vistas) {
    const page = await context.newPage()
    await step(page, nombre, async () => {
      await page.goto(url + path)
      if (prepare) await prepare(page)
      else await settled(page)
      wrong.push(...(await inspect(page)).map((fault) => `${nombre}, ${fault}`))
    })
    await page.close()
  }
  return wrong
}

const TROUBLES: Record<string, (route: Route) => Promise<void>> = {
  waiting: () => new Promise(() => undefined),
  offline: (route) => route.abort('internetdisconnected'),
  busy: (route) => route.fulfill({ status: 503, headers: { 'retry-after': '5' } }),
}

interface Trouble {
  paths: readonly string[]
  /** The answers that do not come. */
  api: RegExp
  /** The button that offers to try again. */
  retry: string
}

/** Each page while its answers are on their way, without a line, and when the server is busy. */
export async function inspectInTrouble(context: BrowserContext, url: string, { paths, api, retry }: Trouble): Promise<string[]> {
  const wrong: string[] = []
  for (const [nombre, answer] of Object.entries(TROUBLES)) {
    const page = await context.newPage()
    await page.route(api, answer)
    const sign = nombre === 'waiting' ? page.locator('h1') : page.getByRole('button', { name: retry })
    for (const path of paths) {
      await step(page, `${path}, ${nombre}`, async () => {
        await page.goto(url + path)
        await sign.first().waitFor()
        wrong.push(...(await inspect(page)).map((fault) => `${path} ${nombre}, ${fault}`))
      })
    }
    await page.close()
  }
  return wrong
}

/** Waits for the heading and for every answer; and for the script of a rendered page of the visor, unless it is only to be read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => {
    const rendered = document.getElementById('recursos')
    return rendered?.dataset.espera !== 'pintado' || document.querySelector('#app[data-vivo]') !== null
  })
  await page.waitForFunction(() => document.querySelector('.ui-skeleton, [aria-busy="true"]') === null)
}

/**
 * Runs axe on the phone and on the desk, in light, in dark and in forced colours; and looks for elements that
 * stick out sideways on the narrowest screen, there with letters twice as large, and on the desk enlarged to the double.
 */
export async function inspect(page: Page): Promise<string[]> {
  const wrong: string[] = []
  // Through the debugger, so that the Content Security Policy of the page stays in force.
  await page.evaluate(AXE)
  for (const { viewport, name, media, rules } of LOOKS) {
    await page.setViewportSize(viewport)
    await page.emulateMedia(media)
    await drawn(page)
    wrong.push(...(await violations(page, rules)).map((fault) => `${viewport.width} px ${name}: ${fault}`))
  }
  for (const [viewport, letters] of SIZES) {
    await page.setViewportSize(viewport)
    await page.evaluate((size) => void (document.documentElement.style.fontSize = size), letters)
    await drawn(page)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beyond > 0) wrong.push(`${viewport.width} px, letters at ${letters}: scrolls sideways by ${beyond} px, ${await widest(page)}`)
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(DESKTOP)
  return wrong
}

/** Element that reaches farthest to the right, outside of areas that scroll by themselves. */
function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const right = (element: Element) => element.getBoundingClientRect().right
    const inside = new Set([...document.querySelectorAll('.ui-table *, .ui-visually-hidden')])
    const seen = [...document.body.querySelectorAll('*')].filter((element) => element.clientWidth > 0 && !inside.has(element))
    const farthest = seen.reduce((far, element) => (right(element) > right(far) ? element : far), document.body)
    return `${farthest.tagName.toLowerCase()}.${farthest.className}`
  })
}

/** Waits one frame more, in which a page adapts to its new size. */
function drawn(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

interface Violation {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

async function violations(page: Page, runOnly: object): Promise<string[]> {
  const found = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<{ violations: Violation[] }> } }
    return (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations
  }, runOnly)
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
}
