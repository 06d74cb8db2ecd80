/** Beside the pages: what it controls is all that lies below its address. */
const WORKER = '/sw.js'
/** The page, its script and what it asks for come first. */
const AFTER_LOAD_MS = 1_000

/** What the browser demands of whoever names a script by a text; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(address: string): string }
}

/**
 * Lets what is seen be seen without network: starts the worker once the page is there, and tells it which page this is and when the network is
 * back. Without a secure context, or in a browser that keeps nothing, the visor is the same with network.
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
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('guardar', { createScriptURL: () => WORKER })
  await container.register(policy?.createScriptURL(WORKER) ?? WORKER)
  await tell(container)
}

/** Of the address, the path alone: where somebody votes is in what follows it. */
async function tell(container: ServiceWorkerContainer): Promise<void> {
  const { active } = await container.ready
  active?.postMessage({ ruta: location.pathname })
}
