import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

const VISOR = join(__dirname, '../../../apps/visor')
export const GALERIA = 'http://galeria.localhost'

/** Builds the page with the examples of every component and gives it to a browser at an address that only the browser knows. */
export async function openGaleria(context: BrowserContext): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-galeria-'))
  const vite = [join(VISOR, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'vite.gallery.config.ts', '--outDir', folder]
  const { status, stderr } = spawnSync(process.execPath, [...vite, '--logLevel', 'warn'], { cwd: VISOR, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the gallery was not built:\n${stderr}`)
  await context.route(`${GALERIA}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) })
  })
  return () => rmSync(folder, { recursive: true, force: true })
}
