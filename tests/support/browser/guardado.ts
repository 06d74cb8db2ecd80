import type { Browser, BrowserContext, Page } from 'playwright-core'
import { eventually, newPerson } from './browser.ts'
import { openLinea, type Linea } from '../linea.ts'

/** A reader whose browser keeps the pages it saw, on a line that may be cut. */
export interface Lector {
  linea: Linea
  context: BrowserContext
  page: Page
  offline: () => Promise<void>
  online: () => Promise<void>
  close: () => Promise<void>
}

export async function newLector(browser: Browser, url: string): Promise<Lector> {
  const linea = await openLinea(url)
  const context = await newPerson(browser, { serviceWorkers: 'allow' })
  const page = await context.newPage()
  return {
    linea,
    context,
    page,
    async offline() {
      linea.only(() => false)
      await context.setOffline(true)
    },
    async online() {
      linea.only(() => true)
      await context.setOffline(false)
    },
    async close() {
      await context.close()
      await linea.close()
    },
  }
}

export interface Guardado {
  cache: string
  address: string
  text: string
}

/** All that the browser keeps of the site, with the address under which it lies. */
export async function kept(page: Page): Promise<Guardado[]> {
  return page.evaluate(async () => {
    const found: { cache: string; address: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true })
        found.push({ cache: name, address: request.url.slice(location.origin.length), text: (await answer?.text()) ?? '' })
      }
    }
    return found
  })
}

/** Opens a page and waits until the device has all that it keeps of it: the corte is noted last. */
export async function visit({ page, linea }: Lector, path: string, also: readonly string[] = []): Promise<void> {
  await page.goto(linea.url + path)
  const wanted = ['/api/v1/publico/cortes/vigente', '/api/v1/publico/indice', ...also]
  await eventually(
    async () => {
      const addresses = new Set((await kept(page)).map(({ address }) => address))
      return wanted.every((each) => addresses.has(each))
    },
    `the device to keep ${wanted.join(', ')}`,
  )
}
