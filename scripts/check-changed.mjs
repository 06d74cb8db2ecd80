// Lint, format and types of what changed since main, or of the files that are named: seconds, before the whole check.
import { existsSync } from 'node:fs'
import { ensureClientTypes } from './lib/client-types.mjs'
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { installed, mustRun, run } from './lib/run.mjs'

const APPS = ['apps/consola', 'apps/visor', 'packages/ui']

await ensureInstalled(() => console.log('Installing dependencies…')).catch(fail)
await ensureClientTypes()
const named = process.argv.slice(2)
const files = (named.length > 0 ? named : await changed()).filter((file) => existsSync(file))
const sources = files.filter((file) => /\.(ts|vue|mjs|js|cjs)$/.test(file))
const apps = APPS.filter((app) => files.some((file) => file.startsWith(`${app}/`)))
const steps = [
  sources.length > 0 && ['eslint/bin/eslint.js', ...sources],
  files.length > 0 && ['prettier/bin/prettier.cjs', '--check', '--ignore-unknown', '--log-level', 'warn', ...files],
  sources.length > 0 && ['typescript/bin/tsc', '--noEmit'],
  ...apps.map((app) => ['vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', app]),
].filter(Boolean)
let failed = false
for (const [program, ...args] of steps) {
  const { code } = await run(process.execPath, [installed(program, program.startsWith('vue-tsc') ? 'apps/visor' : undefined), ...args], {
    show: true,
  })
  failed ||= code !== 0
}
if (!failed) console.log(`✓ ${files.length} files.`)
process.exit(failed ? 1 : 0)

/** Files that differ from main, committed or not. */
async function changed() {
  const lists = [
    ['diff', '--name-only', '--merge-base', 'main'],
    ['ls-files', '--others', '--exclude-standard'],
  ]
  const found = await Promise.all(lists.map((args) => mustRun('git', args)))
  return [...new Set(found.join('\n').split('\n').filter(Boolean))]
}
