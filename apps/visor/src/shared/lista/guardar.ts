import { broughtBy, rendida } from '../pagina/rendida.ts'

/** Script of the worker, beside the pages: it controls every address below its own. */
const WORKER = '/sw.js'
/** Description by which browsers install the visor. */
const MANIFEST = '/manifest.json'
/** Wait that lets the page, its script and its requests come first. */
const AFTER_LOAD_MS = 1_000

/** Policy that the browser demands before a text names a script; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(address: string): string }
}

/**
 * Lets pages that were seen be seen again without network: starts the worker once the page is there, and tells it what the page shows and when
 * the network is back. Without a secure context, or in a browser that keeps nothing, the visor is the same with network.
 */
export function keepForLater(): void {
  const container = (navigator as Partial<Navigator>).serviceWorker
  if (!container) return
  const start = (): void => void setTimeout(() => void register(container).catch(() => undefined), AFTER_LOAD_MS)
  if (document.readyState === 'complete') start()
  else addEventListener('load', start, { once: true })
  addEventListener('online', () => void tell(container))
  addEventListener('pageshow', ({ persisted }) => persisted && void tell(container))
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  if (!document.querySelector('link[rel=manifest]'))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: MANIFEST }))
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('guardar', { createScriptURL: () => WORKER })
  const seenByNobody = container.controller ? [] : asked()
  await container.register(policy?.createScriptURL(WORKER) ?? WORKER)
  await tell(container, [...brought(), ...seenByNobody])
}

async function tell(container: ServiceWorkerContainer, vistas = brought()): Promise<void> {
  const { active } = await container.ready
  active?.postMessage({ vistas })
}

/** Addresses of the answers that the page brought: nobody asked for them. */
function brought(): string[] {
  return Object.keys(broughtBy(rendida())).map((path) => `/api/v1${path}`)
}

/** Addresses, without query, that the page asked for while no worker was there to see it. */
function asked(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  return addresses.flatMap(({ origin, pathname, search }) => (origin === location.origin && search === '' ? [pathname] : []))
}
