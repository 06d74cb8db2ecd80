import { buildSync } from 'esbuild'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inSource } from './source-places.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'conoceles-lugares-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function build(): string {
  writeFileSync(
    join(folder, 'source.ts'),
    `export const before: number = 1\n\nexport function fails(): never {\n  throw new Error('x')\n}\n`,
  )
  const outfile = join(folder, 'built.js')
  buildSync({ entryPoints: [join(folder, 'source.ts')], outfile, sourcemap: true, sourcesContent: false, minify: true, format: 'esm' })
  return pathToFileURL(outfile).href
}

it('tells the place in the sources of a place in a built file', () => {
  const file = build()
  // The minified file is one line; `throw` stands where its function begins to do something.
  expect(inSource(`    at fails (${file}:1:${placeOfThrow()})`)).toMatch(/^ {4}at fails \(\S*source\.ts:4:\d+\)$/)
})

function placeOfThrow(): number {
  const text = buildSync({ entryPoints: [join(folder, 'source.ts')], minify: true, format: 'esm', write: false }).outputFiles[0]?.text ?? ''
  return text.indexOf('throw') + 1
}

it.each(['    at node:internal/process:1:2', '    at async Promise.all (index 0)', `    at x (file:///no/such/built.js:1:2)`])(
  'leaves what has no map as it is: %s',
  (line) => expect(inSource(line)).toBe(line),
)
