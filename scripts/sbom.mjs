// Writes the bill of materials as CycloneDX, from the lockfile and the licence of each package: npm run sbom -- [file].
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fail } from './lib/faults.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { ROOT } from './lib/run.mjs'

await ensureInstalled(() => console.error('Instalando dependencias (sólo esta vez)…')).catch(fail)
const { createSbom } = await import('./lib/sbom.mjs')
const file = resolve(process.argv[2] ?? join(ROOT, 'exportado/sbom.cdx.json'))
const { text, faults, components } = await createSbom({
  lockfile: readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8'),
  manifest: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
  root: ROOT,
})
if (faults) fail(new Error(`The SBOM is not valid CycloneDX: ${JSON.stringify(faults)}`))
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, text)
console.log(`${file}: ${components} paquetes.`)
