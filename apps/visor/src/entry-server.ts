import { renderToString } from '@vue/server-renderer'
import { createMemoryHistory } from 'vue-router'
import { createVisor } from './app.ts'
import type { Head } from './shared/head.ts'
import { createRecursos } from './shared/recursos.ts'

/** Public answers by their path ("/publico/proceso" → its JSON): all that a page may know. */
export type RenderData = Readonly<Record<string, unknown>>

interface Rendered extends Head {
  html: string
  /** Whether there is nothing on it to work with before somebody uses it. */
  reading: boolean
}

/** The markup of one page of the visor, as Vue hydrates it. */
export async function render(path: string, data: RenderData): Promise<string> {
  return (await renderPage(path, data)).html
}

/** The markup of one page and what is said of it in its head. */
export async function renderPage(path: string, data: RenderData): Promise<Rendered> {
  const head: Head = { title: '', noIndex: false }
  const { app, router } = createVisor({ history: createMemoryHistory(), recursos: createRecursos(data), head })
  await router.push(path)
  await router.isReady()
  return { html: await renderToString(app), ...head, reading: router.currentRoute.value.meta.reading === true }
}

const NO_INDEX = '<meta name="robots" content="noindex">'

/** Of the template: what is fetched only to make the page, and what is said to whoever has none. */
const ONLY_WITHOUT_PAGE = /\s*<link rel="(?:modulepreload|preload)"[^>]*>|\s*<noscript>.*?<\/noscript>/gs

/**
 * A whole document: the built index.html with the page inside, and its data in a block that is not a script to the
 * browser (`<` is escaped, so that no text can close it).
 */
export async function renderDocument(template: string, path: string, data: RenderData): Promise<string> {
  const { html, title, noIndex, reading } = await renderPage(path, data)
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  const wait = reading ? 'uso' : 'pintado'
  const block = `<script type="application/json" id="recursos" data-ruta="${escapeHtml(path)}" data-espera="${wait}">${json}</script>`
  return template
    .replaceAll(ONLY_WITHOUT_PAGE, '')
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>${noIndex ? NO_INDEX : ''}`)
    .replace('<div id="app"></div>', () => `<div id="app">${html}</div>${block}`)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
