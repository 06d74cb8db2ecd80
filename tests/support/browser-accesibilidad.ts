import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { DESKTOP, PHONE, step } from './browser.ts'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
/** All that axe knows of each level; and what of it depends on the colours, for the other scheme: nothing else of a page changes with it. */
const RULES = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}
const NARROWEST = { width: 320, height: 640 }

/** A page in one of its states: where it is and what somebody does there first. */
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

/** The heading stands, nothing is still on its way, and a page of the visor that came rendered is alive, unless it is only to be read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => {
    const rendered = document.getElementById('recursos')
    return rendered?.dataset.espera !== 'pintado' || document.querySelector('#app[data-vivo]') !== null
  })
  await page.waitForFunction(() => document.querySelector('.ui-skeleton, [aria-busy="true"]') === null)
}

/** With axe on the phone and on the desk, in light and in the colours of dark, and with a look for sideways scrolling on the narrowest screen. */
export async function inspect(page: Page): Promise<string[]> {
  const wrong: string[] = []
  // Through the debugger, so that the Content Security Policy of the page stays in force.
  await page.evaluate(AXE)
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    await drawn(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      wrong.push(...(await violations(page, RULES[colorScheme])).map((fault) => `${viewport.width} px ${colorScheme}: ${fault}`))
    }
  }
  await page.setViewportSize(NARROWEST)
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (beyond > 0) wrong.push(`${NARROWEST.width} px: scrolls sideways by ${beyond} px`)
  await page.setViewportSize(DESKTOP)
  return wrong
}

/** What a page works out from its new size stands one frame later. */
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
