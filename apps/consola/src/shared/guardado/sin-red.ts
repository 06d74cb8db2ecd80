/** Below the consola alone: the visor has its own worker. */
const WORKER = '/consola/sw.js'

/** Policy that the browser demands before a text names a script; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(address: string): string }
}

let kept: Promise<boolean> | null = null

/** Keeps the files of the consola on the device, so that it opens without network. False: this browser cannot. */
export function keepConsola(): Promise<boolean> {
  kept ??= register().catch(() => false)
  return kept
}

async function register(): Promise<boolean> {
  const container = (navigator as Partial<Navigator>).serviceWorker
  if (!container) return false
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('sin-red', { createScriptURL: () => WORKER })
  await container.register(policy?.createScriptURL(WORKER) ?? WORKER)
  await container.ready
  return true
}
