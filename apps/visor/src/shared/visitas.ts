import type { ClaseVisita } from '../api-types.ts'

const ADDRESS = '/api/v1/publico/visitas'

/** Kinds by the first part of the address in Spanish; an address that is not here is no page of the visor. */
const CLASES = new Map<string, ClaseVisita>([
  ['', 'inicio'],
  ['boleta', 'boleta'],
  ['candidaturas', 'lista'],
  ['comparar', 'comparar'],
  ['contiendas', 'contienda'],
  ['estadisticas', 'estadisticas'],
  ['datos', 'datos'],
  ['acuses', 'verificacion'],
  ['verificar', 'verificacion'],
  ['mi-lista', 'informacion'],
  ['cargos', 'informacion'],
  ['preguntas', 'informacion'],
  ['lectura-facil', 'informacion'],
  ['aviso-privacidad', 'informacion'],
  ['que-se-publica', 'informacion'],
  ['reportar-error', 'informacion'],
  ['reporte-recibido', 'informacion'],
  ['errores-reportados', 'informacion'],
  ['accesibilidad', 'informacion'],
  ['incrustar', 'informacion'],
])

/** The kind of page of a path: all that is ever told of a visit. */
export function claseOf(path: string): ClaseVisita | null {
  const [first = '', id, rest] = path
    .replace(/^\/idioma\/[^/]+/, '')
    .split('/')
    .slice(1)
  if (first === 'candidaturas' && id) return rest === 'historia' ? 'historia' : 'candidatura'
  return CLASES.get(first) ?? null
}

/**
 * Tells the server that a page of some kind was seen: no cookie goes along, and nobody waits for the answer. Nothing is sent without network, or from
 * a browser that asks not to be tracked.
 */
export function contarVisita(path: string): void {
  const clase = claseOf(path)
  if (clase === null || !navigator.onLine || asksNotToBeCounted() || !isCountedHere()) return
  const body = JSON.stringify({ clase })
  const headers = { 'content-type': 'application/json' }
  void fetch(ADDRESS, { method: 'POST', priority: 'low', keepalive: true, credentials: 'omit', headers, body }).catch(() => undefined)
}

/** Counts the page that the browser shows: once it is loaded, and again when it comes back whole from the browser's memory. */
export function contarPaginas(): void {
  // Loaded means shown: the browser says both in one turn.
  if (document.readyState === 'complete') contarVisita(location.pathname)
  addEventListener('pageshow', () => contarVisita(location.pathname))
}

function asksNotToBeCounted(): boolean {
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean }
  return globalPrivacyControl === true || navigator.doNotTrack === '1'
}

/** Whether the server counts: it says so with the page, and a copy in files does not. */
function isCountedHere(): boolean {
  const [page] = performance.getEntriesByType('navigation') as Partial<PerformanceNavigationTiming>[]
  return page?.serverTiming?.some(({ name }) => name === 'visitas') ?? false
}
