// npm run release -- 1.0.0 [--dry-run] [--repository https://… --contact "Name"]: version, changelog, build and SBOM of a release. Nothing is committed
// or sent: it prints the commands that do. publiccode.yml needs the public address and a person to write to, so it is written only where both are said.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from './lib/build.mjs'
import { Fault, fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { ROOT } from './lib/run.mjs'

try {
  const { values, positionals } = readArguments()
  const { repository, contact } = values
  const [version = ''] = positionals
  await ensureInstalled(() => console.log('Installing dependencies…'))
  const { commandsOf, prepareRelease } = await import('./lib/release.mjs')
  const files = prepareRelease({ root: ROOT, version, date: new Date().toISOString().slice(0, 10), repository, contact })
  for (const path of Object.keys(files)) console.log(`${values['dry-run'] ? 'would write' : 'writes'} ${path}`)
  if (!values['dry-run']) await make(files, version)
  console.log(`\n${commandsOf(version, Object.keys(files)).join('\n')}`)
} catch (error) {
  fail(error)
}

function readArguments() {
  const options = { 'dry-run': { type: 'boolean', default: false }, repository: { type: 'string' }, contact: { type: 'string' } }
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new Fault(error.message)
  }
}

async function make(files, version) {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(ROOT, path), text)
  console.log('Building for a real proceso…')
  await buildAll({ force: true, real: true })
  const { createSbom } = await import('./lib/sbom.mjs')
  const { text, faults, components } = await createSbom({
    lockfile: readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8'),
    manifest: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    root: ROOT,
  })
  if (faults) throw new Error(`The SBOM is not valid CycloneDX: ${JSON.stringify(faults)}`)
  const sbom = join(ROOT, `exportado/conoceles-${version}.cdx.json`)
  mkdirSync(dirname(sbom), { recursive: true })
  writeFileSync(sbom, text)
  console.log(`${sbom}: ${components} packages`)
}
