import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Config } from '../../../apps/api/src/config.ts'

const ROOT = join(__dirname, '../../..')

/** Configuration of a test with rendered pages. */
export const CON_PAGINAS: Partial<Config> = {
  visor: join(ROOT, 'apps/visor/dist/client'),
  visorServidor: join(ROOT, 'apps/visor/dist/server/entry-server.js'),
}

/** Builds the visor unless its build is as new as its sources. */
export function buildVisor(): void {
  const script = `import { buildAll } from './scripts/lib/build.mjs'\nawait buildAll({ only: ['visor'] })`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the visor could not be built: ${stderr}`)
}
