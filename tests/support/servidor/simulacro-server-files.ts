import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
const SOURCES = { api: 'apps/api/dist', visor: 'apps/visor/dist', consola: 'apps/consola/dist' }

/** Folders with the files that a server needs to run. */
export interface BuiltFiles {
  /** Server and workers. */
  api: string
  /** The visor for the browser. */
  visor: string
  /** The visor for Vue's server renderer. */
  visorServer: string
  consola: string
}

/** A copy of the build, so that another build meanwhile does not change the tested one. Inside apps/api, where its packages are found. */
export function copyBuilt(): BuiltFiles & { remove(): void } {
  const missing = Object.values(SOURCES).filter((path) => !existsSync(join(ROOT, path)))
  if (missing.length > 0) throw new Error(`The browser tests need the built apps (${missing.join(', ')}): run \`npm run build\` first.`)
  const home = join(ROOT, 'apps/api/.cache', `e2e-${process.pid}`)
  for (const [name, path] of Object.entries(SOURCES)) cpSync(join(ROOT, path), join(home, name), { recursive: true })
  return {
    api: join(home, 'api'),
    visor: join(home, 'visor/client'),
    visorServer: join(home, 'visor/server'),
    consola: join(home, 'consola'),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
