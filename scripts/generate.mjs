import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './lib/build.mjs'
import { ensureClientTypes } from './lib/client-types.mjs'
import { esquemas } from './lib/esquemas.mjs'
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { installed, mustRun, ROOT } from './lib/run.mjs'

const OPENAPI = 'openapi.yaml'
const ESTATUS = 'packages/domain/src/captura/estatus/estatus.md'

const check = process.argv.includes('--check')
if (!existsSync(installed('prettier/package.json'))) await ensureInstalled(() => console.log('Installing dependencies…')).catch(fail)
const { format, resolveConfig } = await import('prettier')
// The reader of packs is built with them.
const made = await esquemas()
const oldSchemas = await Promise.all([...(made?.files ?? [])].map(async ([path, wanted]) => settle(path, await laidOut(wanted, 'json'))))
await buildAll({ only: ['api'] })
const openapi = await mustRun(process.execPath, ['--enable-source-maps', 'apps/api/dist/openapi.js'])
const estatus = await mustRun(process.execPath, ['--enable-source-maps', 'apps/api/dist/estatus.js'])
const drifted = [...oldSchemas, settle(OPENAPI, openapi), settle(ESTATUS, await laidOut(estatus, 'markdown'))].filter(Boolean)
if (drifted.length === 0) made?.done()
await ensureClientTypes()
if (drifted.length > 0 && check) {
  console.error(drifted.join('\n\n'))
  console.error('\nRun `npm run generate` and commit what it writes.')
  process.exit(1)
}

/** Writes a generated file, or with --check tells how it differs from the committed one. */
function settle(path, wanted) {
  const found = read(path)
  if (found === wanted) return null
  if (!check) {
    writeFileSync(join(ROOT, path), wanted)
    console.log(`${path} written.`)
    return null
  }
  return `${path} does not follow the sources any more:\n${difference(found, wanted)}`
}

async function laidOut(written, parser) {
  return format(written, { ...(await resolveConfig(join(ROOT, ESTATUS))), parser })
}

function read(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return ''
  }
}

/** The first lines that only one side has. */
function difference(before, after) {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const only = (lines, others) => {
    const known = new Set(others)
    return lines.filter((line) => !known.has(line))
  }
  const removed = only(old, fresh).map((line) => `- ${line}`)
  const added = only(fresh, old).map((line) => `+ ${line}`)
  const shown = [...removed.slice(0, 12), ...added.slice(0, 12)]
  return shown.length > 0 ? `${shown.join('\n')}\n(${removed.length} lines gone, ${added.length} new)` : '(the same lines in another order)'
}
