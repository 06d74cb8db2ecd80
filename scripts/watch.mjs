// Runs the tests whose path has a word in it, again at each save: `npm run test:watch -- tests/api/derechos/derechos.test.ts`.
import { ensureInstalled } from './lib/installation.mjs'
import { fail, Fault } from './lib/faults.mjs'
import { installed, run } from './lib/run.mjs'

const patterns = process.argv.slice(2)
if (patterns.length === 0) fail(new Fault('Uso: npm run test:watch -- <archivo o palabra de su ruta>'))
await ensureInstalled(() => console.log('Installing dependencies…')).catch(fail)
const { code } = await run(process.execPath, [installed('jest/bin/jest.js'), '--watchAll', '--testPathPatterns', ...patterns], {
  show: true,
})
process.exit(code)
