// npm run gallery: every component of packages/ui with its examples, in the browser, following each save.
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { installed, ROOT, run } from './lib/run.mjs'

await ensureInstalled(() => console.log('Installing dependencies (this once)…')).catch(fail)
const { code } = await run(
  process.execPath,
  [installed('vite/bin/vite.js', 'apps/visor'), '--config', 'vite.gallery.config.ts', ...process.argv.slice(2)],
  {
    cwd: `${ROOT}apps/visor`,
    show: true,
  },
)
process.exit(code)
