import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { pause } from '../servidor/simulacro-server.ts'

/** `npm test` finds it; a single file of tests asks Debian's. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long anything may take to show itself. */
const PATIENCE_MS = 30_000

export const PHONE = { width: 360, height: 740 }
export const DESKTOP = { width: 1280, height: 800 }

export function assertChromium(): void {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: install it, or name another with CHROMIUM=.`)
}

/** A real Chromium with a profile of its own that goes when it is closed. */
export async function launchBrowser(): Promise<Browser> {
  assertChromium()
  return chromium.launch({ executablePath: CHROMIUM, args: ARGS })
}

let people = 0

/** A browser of somebody: cookies, storage and address of its own. */
export async function newPerson(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  people += 1
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    reducedMotion: 'reduce',
    // A service worker would answer before the routes of a test: only the tests of the worker have one.
    serviceWorkers: 'block',
    extraHTTPHeaders: { 'x-forwarded-for': `10.${process.pid & 255}.${people >> 8}.${people & 255}` },
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}

/** Faults that no page of ours may have: script errors, and violations of its Content Security Policy. */
export function faultsOf(context: BrowserContext, faults: string[] = []): string[] {
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('console', (message) => {
    if (/content security policy|trusted ?(type|html|script)/i.test(message.text()))
      faults.push(`${message.page()?.url()}: ${message.text()}`)
  })
  return faults
}

/** Reloads as slowly as a person does, so that the typed text is on the disk first. The page says so as it would to the browser. */
export async function reload(page: Page): Promise<void> {
  await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await page.reload()
}

/** Does one step of a walk; a failure names the step and the text on the screen. */
export async function step<T>(page: Page, what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const seen = await page
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => '(nothing)')
    throw new Error(`${what}: ${(error as Error).message}\nat ${page.url()}, seeing:\n${seen.slice(0, 2_500)}`, { cause: error })
  }
}

/** Asks until the answer is there. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, what: string, patience = PATIENCE_MS): Promise<T> {
  for (let waited = 0; waited < patience; waited += 50) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    await pause(50)
  }
  throw new Error(`waited ${patience} ms in vain for ${what}`)
}

/** Tests that stand each on the one before: after a failure the rest is not tried. */
export function stages(): (title: string, stage: () => Promise<void> | void) => void {
  let broken: string | null = null
  return (title, stage) =>
    test(title, async () => {
      if (broken !== null) throw new Error(`not tried, because this failed: ${broken}`)
      broken = title
      await stage()
      broken = null
    })
}
