/** The way of a voter (home, place, ballot, candidatura, comparison), as different people and devices go it. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { eventually, launchBrowser, newPerson, PHONE, step } from '../../support/browser/browser.ts'
import { readPublic } from '../../support/browser/camino.ts'
import { newLector, visit } from '../../support/browser/guardado.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

type Lugar = 'inicio' | 'boleta' | 'candidatura' | 'comparar'

const { url } = sharedSimulacro()
let browser: Browser

beforeAll(async () => (browser = await launchBrowser()))
afterAll(() => browser?.close())

/** Walks the way and stops at each place of it. */
async function walk(page: Page, at: (lugar: Lugar) => Promise<void>, from = url): Promise<void> {
  await page.goto(`${from}/`)
  await at('inicio')
  await page.getByLabel('Tu sección electoral').fill('312')
  await page.getByRole('button', { name: 'Ver mi boleta' }).click()
  await step(page, 'the ballot', () => page.locator('.emblema__name a').nth(1).waitFor())
  await at('boleta')
  const hrefs = await page.locator('.emblema__name a').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  const ids = hrefs.slice(0, 2).map((href) => href.split('/').at(-1)?.split('?')[0] ?? '')
  await page.locator('.emblema__name a').first().click()
  await step(page, 'the candidatura', () => page.locator('.persona h1').waitFor())
  await at('candidatura')
  await page.goto(`${from}/comparar?personas=${ids.join(',')}`)
  await step(page, 'both persons', () => page.locator('.comparada h2, .comparada h3').nth(1).waitFor())
  await at('comparar')
}

async function walkAs(options: BrowserContextOptions, at: (page: Page, lugar: Lugar) => Promise<void>): Promise<void> {
  const context = await newPerson(browser, { viewport: PHONE, ...options })
  const page = await context.newPage()
  await walk(page, (lugar) => at(page, lugar))
  await context.close()
}

/** Parts that stand in one of both cases alone: where the place went, and the way back to the ballot that this device knows. */
const APART = '.u-script-only, .u-noscript-only, .boleta > p, .persona__way'

/** Words with a letter or a digit, as they follow each other. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts
    .join(' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

interface AxNode {
  nodeId: string
  childIds?: string[]
  role?: { value: string }
  name?: { value: string }
}

/** Roles that speak by themselves, and not by their text. */
const SILENT = new Set(['combobox', 'textbox', 'searchbox', 'spinbutton', 'img', 'image', 'ListMarker'])

/** Texts of the main part of the page, in the order in which a screen reader reads them. */
async function heardOf(session: CDPSession): Promise<string[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = ({ role, name, childIds = [] }: AxNode): string[] => {
    if (SILENT.has(role?.value ?? '')) return []
    if (role?.value === 'StaticText') return [name?.value ?? '']
    return childIds.flatMap((id) => {
      const child = byId.get(id)
      return child ? read(child) : []
    })
  }
  const main = nodes.find(({ role }) => role?.value === 'main')
  return main ? read(main) : []
}

/** Texts of the document in its own order, except invisible ones and those hidden from screen readers. */
function writtenOf(page: Page): Promise<string[]> {
  return page.evaluate((apart) => {
    const main = document.querySelector('main')
    const walker = document.createTreeWalker(main ?? document, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode
      const silent = parent?.closest(`select, textarea, svg, [aria-hidden=true], ${apart}`) ?? null
      if (silent === null && parent?.checkVisibility({ visibilityProperty: true })) texts.push(textContent ?? '')
    }
    return texts
  }, APART)
}

/** The way read both ways. Other files publish beside this one, so it is read again until both readings are of one corte. */
async function readBothWays(): Promise<{ written: Map<Lugar, string[]>; heard: Map<Lugar, string[]> }> {
  const corte = async () => (await readPublic<{ numero: number }>(url, '/cortes/vigente')).numero
  return eventually(
    async () => {
      const before = await corte()
      const readings = { written: await readWritten(), heard: await readHeard() }
      return before === (await corte()) && readings
    },
    'both readings of one corte',
    300,
  )
}

async function readWritten(): Promise<Map<Lugar, string[]>> {
  const written = new Map<Lugar, string[]>()
  await walkAs({ javaScriptEnabled: false }, async (page, lugar) => void written.set(lugar, wordsOf(await writtenOf(page))))
  return written
}

async function readHeard(): Promise<Map<Lugar, string[]>> {
  const heard = new Map<Lugar, string[]>()
  await walkAs({}, async (page, lugar) => {
    await page.keyboard.press('Tab')
    await page.locator('#app[data-vivo]').waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate((apart) => {
      for (const each of document.querySelectorAll(apart)) each.setAttribute('aria-hidden', 'true')
    }, APART)
    heard.set(lugar, wordsOf(await heardOf(await page.context().newCDPSession(page))))
  })
  return heard
}

test('a screen reader finds the same words in the same order as the document without script', async () => {
  const { written, heard } = await readBothWays()
  for (const [lugar, words] of written) {
    expect([lugar, words.length > 50]).toEqual([lugar, true])
    expect([lugar, heard.get(lugar)]).toEqual([lugar, words])
  }
})

test('with the letter at twice its size on a phone, and on a desk at 200 %, nothing is cut and nothing has to be moved sideways', async () => {
  for (const [options, size] of [
    [{}, '200%'],
    [{ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, ''],
  ] as const) {
    await walkAs(options, async (page, lugar) => {
      const found = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize
        const clipped = [...document.querySelectorAll('main :is(h1, h2, h3, a, button, label)')].filter((each) => {
          const { overflowX } = getComputedStyle(each)
          const isRead = each.checkVisibility() && each.closest('.ui-visually-hidden, .ui-emblem') === null
          return isRead && overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1
        })
        return { sideways: document.documentElement.scrollWidth - innerWidth, clipped: clipped.map((each) => each.textContent) }
      }, size)
      expect([lugar, size, found.sideways <= 0, found.clipped]).toEqual([lugar, size, true, []])
      await page.evaluate(() => (document.documentElement.style.fontSize = ''))
    })
  }
})

test('in forced colours what can be pressed has an edge or a line, and what has the focus shows it', async () => {
  await walkAs({ forcedColors: 'active' }, async (page, lugar) => {
    const plain = await page.locator('main').evaluate((main) =>
      [...main.querySelectorAll('a, button')]
        .filter((each) => each.checkVisibility() && each.closest('.ui-visually-hidden') === null)
        .filter((each) => {
          const edges = [each, ...each.children].map((part) => getComputedStyle(part))
          const hasEdge = edges.some(
            ({ borderInlineStartStyle: style, borderInlineStartWidth: width }) => style !== 'none' && parseFloat(width) > 0,
          )
          return (
            !hasEdge &&
            [each, ...each.children].every((part) => getComputedStyle(part).textDecorationLine === 'none') &&
            each.querySelector('img, svg') === null
          )
        })
        .map((each) => each.outerHTML.slice(0, 120)),
    )
    expect([lugar, plain]).toEqual([lugar, []])
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    expect([lugar, ring]).toEqual([lugar, true])
  })
})

test('on paper each page says what it is of and names whom it shows, without what only a screen can do', async () => {
  await walkAs({}, async (page, lugar) => {
    await page.emulateMedia({ media: 'print' })
    const printed = await page.evaluate(() => ({
      controls: [...document.querySelectorAll('main :is(button, input, select, textarea)')].filter((each) => each.checkVisibility()).length,
      title: document.querySelector('h1')?.checkVisibility(),
      names: [...document.querySelectorAll('.emblema__name, .persona h1, .comparada h2, .comparada h3')].every((each) =>
        each.checkVisibility(),
      ),
    }))
    if (lugar !== 'inicio') expect([lugar, printed]).toEqual([lugar, { controls: 0, title: true, names: true }])
    await page.emulateMedia({ media: null })
  })
})

test('after one visit, the whole way to those who were opened is walked without network', async () => {
  const lector = await newLector(browser, url)
  const { page, linea } = lector
  const seen: Lugar[] = []
  try {
    await visit(lector, '/')
    await walk(page, async () => undefined, linea.url)
    for (const id of new URL(page.url()).searchParams.get('personas')?.split(',') ?? []) {
      const { id: whole } = await readPublic<{ id: string }>(url, `/candidaturas/${id}`)
      await visit(lector, `/candidaturas/${whole}`, [`/api/v1/publico/candidaturas/${whole}`])
    }
    linea.only(() => false)
    await walk(page, async (lugar) => void seen.push(lugar), linea.url)
  } finally {
    await lector.close()
  }
  expect(seen).toEqual(['inicio', 'boleta', 'candidatura', 'comparar'])
})
