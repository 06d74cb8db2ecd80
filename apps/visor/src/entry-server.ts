import { renderToString } from '@vue/server-renderer'
import { createMemoryHistory, parseQuery, type RouteMeta } from 'vue-router'
import { shallowRef } from 'vue'
import { leerDireccionIdioma, PAGINAS_EN_IDIOMAS, traducirRespuesta } from '@conoceles/domain/idiomas'
import type { Contienda, Indice, Proceso, Territorio, TextosIdioma } from './api-types.ts'
import { createVisor } from './app.ts'
import { BOLETA_PATH, boletaDelIndice, type BoletaRendida } from './features/boleta/boletaRendida.ts'
import { isIncrustada, renderIncrustada } from './features/boleta/incrustada/index.ts'
import { listaDelIndice, type ListaRendida } from './features/candidaturas/listaDelIndice.ts'
import { sugerirFiltros } from './features/candidaturas/sugerencias.ts'
import { LISTA_PATH } from './features/candidaturas/useRendida.ts'
import { meantBy } from './features/candidaturas/useSugerencias.ts'
import AdicionalView from './components/marco/AdicionalView.vue'
import { hablar } from './messages/index.ts'
import { t } from './messages/noscript.ts'
import primero from './primero.js?raw'
import { escapeHtml, headHtml, jsonHtml } from './shared/pagina/document.ts'
import { ESCRITO_PATH } from './shared/pagina/reporte.ts'
import type { Head } from './shared/pagina/head.ts'
import { ponerIdioma } from './shared/espanolHtml.ts'
import { createRecursos } from './shared/lista/conocidos.ts'
import { INDICE_PATH, leerIndice } from './shared/lista/useIndice.ts'
import { hasAdicional, MARCO_PATH, marcoIn, PROCESO_PATH, type Marco } from './shared/useProceso.ts'

/** Public answers by their path ("/publico/proceso" → its JSON; null: it is not public): all that a page may know. */
export type RenderData = Readonly<Record<string, unknown>>

export interface RenderOrder {
  /** The built index.html. */
  template: string
  /** Address of the visor for those who read it: "https://conoceles.example". */
  origin: string
  /** With the query, of a page that depends on it ("/comparar?personas=…"). */
  path: string
  data: RenderData
}

const TERRITORIO_PATH = '/publico/territorio'
const CONTIENDAS_PATH = '/publico/contiendas'

/** Links of the template that a rendered page leaves out: it has its data, and asks for the visor when it is painted. */
const LINK = /<link rel="(\w+)"[^<>]*>/g
const LEFT_OUT = new Set(['modulepreload', 'preload', 'manifest'])
/** Each page says its own. */
const DESCRIPTION = /<meta\s+name="description"[^<>]*>/
const NOSCRIPT = /<\/?noscript>/

/** The visor's first file, which the template asks for at once. */
const FIRST_FILE = /<script type="module"[^<>]* src="([^"<>]*)"><\/script>/

/**
 * A whole document: the built index.html with the page inside, and its data in a block that is no script to the browser. Its `<` is escaped, so that
 * no text can close the block. The answer to a form lies at no address of the visor, and goes without script.
 */
export async function renderDocument(order: RenderOrder): Promise<string> {
  if (isIncrustada(order.path)) return renderIncrustada(order)
  const otro = leerDireccionIdioma(order.path)
  const textos = otro && givenIn<TextosIdioma>(order.data, `/publico/idiomas/${otro.codigo}`)
  if (!otro || !textos) return render({ ...order, ruta: order.path })
  const { codigo, sentido, mensajes, frases } = textos
  const idioma = { codigo, mensajes, dichas: new Set(Object.values(frases)) }
  const data = Object.fromEntries(
    Object.entries(order.data).flatMap(([path, each]) => (each === textos ? [] : [[path, traducirRespuesta(path, each, frases)]])),
  )
  hablar(idioma)
  try {
    const template = order.template
      .replace(/<html lang="[^"]*"/, `<html lang="${codigo}" dir="${sentido}"`)
      .replace(UNLOADED, '$& lang="es"')
    return await render({ ...order, template, data, ruta: otro.direccion }, (html) => ponerIdioma(html, idioma))
  } finally {
    hablar(null)
  }
}

/** Notice that the template carries by itself. */
const UNLOADED = /<p class="site__unloaded"/

/** `ruta`: the address without its language. */
async function render(
  { template, origin, path, ruta, data: given }: RenderOrder & { ruta: string },
  dress = (html: string) => html,
): Promise<string> {
  const data = withoutIndice(ruta, given)
  const { html, head, meta } = await renderPage({ origin, path: ruta, data })
  const marco = givenIn<Marco>(data, PROCESO_PATH) ?? givenIn<Marco>(data, MARCO_PATH)
  const place = { origin, path, addressed: meta.catchAll !== true, simulacro: marco?.simulacro === true }
  const said = headHtml(head, { ...place, idiomas: idiomasDe(ruta, marco) })
  const note = noscript(meta, data)
  // Readers who reach the end of the list are the ones who need to know its gaps.
  const [before, after] = meta.needsScript === 'lista' ? ['', note] : [note, '']
  const file = FIRST_FILE.exec(template)?.[1] ?? ''
  const scripts = ESCRITO_PATH in data ? '' : blockOf(path, data, { file, meta }) + FIRST_SCRIPT
  return shellOf(template)
    .replace(/<title>[^<]*<\/title>/, () => said)
    .replace('<div id="app"></div>', () => `${dress(`${before}<div id="app">${html}</div>${after}`)}${scripts}`)
}

/** Languages in which there is the page of an address. */
function idiomasDe(ruta: string, marco: Marco | undefined): string[] {
  const [path = ''] = ruta.split('?')
  return PAGINAS_EN_IDIOMAS.includes(path) ? (marco?.idiomas ?? []).map(({ codigo }) => codigo) : []
}

/** The template without what a rendered page does not need, nor the lines that it leaves blank. */
function shellOf(template: string): string {
  const scripted = template
    .split(NOSCRIPT)
    .filter((_, at) => at % 2 === 0)
    .join('')
  return scripted
    .replaceAll(LINK, (link, rel: string) => (LEFT_OUT.has(rel) ? '' : link))
    .replace(DESCRIPTION, '')
    .replace(FIRST_FILE, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** A page carries the rows that it shows, not the index of everybody nor the territory that they were taken from. */
function withoutIndice(path: string, { [INDICE_PATH]: given, ...data }: RenderData): RenderData {
  const indice = givenIn<Indice>({ [INDICE_PATH]: given }, INDICE_PATH)
  const proceso = givenIn<Proceso>(data, PROCESO_PATH)
  if (!indice || !proceso) return data
  const [ruta, consulta = ''] = path.split('?')
  if (ruta !== '/boleta') return { ...data, [LISTA_PATH]: listaDelIndice({ indice, proceso, query: parseQuery(consulta), meant }) }
  const territorio = givenIn<Territorio>(data, TERRITORIO_PATH)
  const contiendas = givenIn<{ elementos: Contienda[] }>(data, CONTIENDAS_PATH)?.elementos
  if (!territorio || !contiendas) return data
  return {
    [PROCESO_PATH]: proceso,
    [BOLETA_PATH]: boletaDelIndice({ leido: leerIndice(indice), proceso, territorio, contiendas }, consulta),
  }
}

/** The answer of one path; the publisher writes each in the shape that its caller names. */
function givenIn<T>(data: RenderData, path: string): T | undefined {
  return data[path] as T | undefined
}

function meant(said: Parameters<typeof meantBy>[1]): ReturnType<typeof meantBy> {
  return meantBy(sugerirFiltros, said)
}

/** An empty list goes on by itself: which filter to leave out, and which fewer words find somebody. One that found somebody says the rest already. */
function goesOn(data: RenderData): boolean {
  const { total, filtros } = givenIn<ListaRendida>(data, LISTA_PATH) ?? {}
  return filtros !== undefined && total === 0
}

/** The data, the visor's first file, and how long the page does without the visor: until it is used, or painted. */
function blockOf(path: string, data: RenderData, { file, meta: { reading, byQuery } }: { file: string; meta: RouteMeta }): string {
  const [ruta = '', consulta] = path.split('?')
  const only = byQuery ? ` data-consulta="${escapeHtml(consulta === undefined ? '' : `?${consulta}`)}"` : ''
  const wait = BOLETA_PATH in data || (reading && !goesOn(data)) ? 'uso' : 'pintado'
  return `<script type="application/json" id="recursos" data-ruta="${escapeHtml(ruta)}" data-sigue="${file}" data-espera="${wait}"${only}>${jsonHtml(data)}</script>`
}

/**
 * The one script that runs inside a page, byte for byte as `primero.js` has it: the content security policy names its SHA-256. The page is whole
 * without it. It fetches the visor's first file when the page is painted, or sooner if somebody uses it, so that styles and photograph come before.
 * Meanwhile it keeps presses, because a button does nothing without the visor and a lost press is worse than a late one. A link is followed by the
 * browser itself when the visor takes too long.
 */
const FIRST_SCRIPT = `<script type="module">${primero}</script>`

type PageOrder = Pick<RenderOrder, 'origin' | 'path' | 'data'>

async function renderPage({ origin, path, data }: PageOrder): Promise<{ html: string; head: Head; meta: RouteMeta }> {
  const head: Head = { title: '', noIndex: 0 }
  const recursos = createRecursos(data)
  const adicional = shallowRef(hasAdicional(marcoIn(recursos)) ? AdicionalView : undefined)
  const { app, router } = createVisor({ history: createMemoryHistory(), recursos, head, origin, adicional })
  await router.push(path)
  await router.isReady()
  return { html: await renderToString(app), head, meta: router.currentRoute.value.meta }
}

/** The ballot in the answer tells the place that was sent for it. */
function isBoleta(data: RenderData): boolean {
  return givenIn<BoletaRendida>(data, BOLETA_PATH)?.boleta.status === 'known'
}

/** Notice outside the part that Vue takes over: browsers read it as markup or as text, depending on whether they run scripts. */
function noscript({ needsScript }: RouteMeta, data: RenderData): string {
  if (!needsScript || isBoleta(data)) return ''
  const way = `<a href="/contiendas">${escapeHtml(t('noscript.contiendas'))}</a>`
  return `<noscript><p class="site__noscript">${escapeHtml(t(`noscript.${needsScript}`))} ${way}</p></noscript>`
}
