import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { fail } from './faults.mjs'
import { ensureInstalled } from './installation.mjs'
import { ROOT } from './run.mjs'

/** The image of deploy/ holds the built files alone. */
const HAS_SOURCES = existsSync(join(ROOT, 'apps/api/src'))

/** Runs a command of apps/api/src/cli with the arguments of this process, and ends as it ends. */
export async function runCli(name) {
  try {
    if (HAS_SOURCES) await ensureBuilt()
  } catch (error) {
    fail(error)
  }
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, `apps/api/dist/${name}.js`), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code))
}

async function ensureBuilt() {
  await ensureInstalled(() => console.error('Instalando dependencias (sólo esta vez)…'))
  await buildAll({ only: ['api'] })
}
