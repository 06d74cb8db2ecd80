import { build } from 'esbuild'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressOf, readGuia } from './markdown.mjs'
import { pageOf } from './page.mjs'

/** Makes a page of each guide in the folder `from`, below the folder `to` as its address says. */
export async function buildGuias({ from, to }) {
  mkdirSync(join(to, 'guias'), { recursive: true })
  for (const file of readdirSync(from).filter((name) => name.endsWith('.md'))) {
    const direccion = addressOf(file)
    writeFileSync(join(to, `${direccion}.html`), pageOf({ ...readGuia(readFileSync(join(from, file), 'utf8')), direccion }))
  }
  await build({
    entryPoints: [fileURLToPath(new URL('guias.css', import.meta.url))],
    outfile: join(to, 'guias/guias.css'),
    bundle: true,
    minify: true,
    target: 'es2022',
    logLevel: 'warning',
  })
}
