import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const ROOT = join(__dirname, '../..')
const GUIAS = join(ROOT, 'docs/guias')
const KIB = 1024
const folder = mkdtempSync(join(tmpdir(), 'conoceles-guias-'))
const pages = new Map<string, string>()

beforeAll(() => {
  const script = `import { buildGuias } from './apps/guias/src/build.mjs'
await buildGuias(${JSON.stringify({ from: GUIAS, to: folder })})`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT })
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')))
    pages.set(`/${file.replace(/\.html$/, '')}`, readFileSync(join(folder, file), 'utf8'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found)
const idsOf = (html: string) => all(html, / id="([^"]+)"/g)

it('makes a page of each guide, and the index leads to all', () => {
  const names = readdirSync(GUIAS).filter((name) => name.endsWith('.md') && name !== 'index.md')
  const addresses = names.map((name) => `/guias/${name.replace('.md', '')}`)
  expect([...pages.keys()].sort()).toEqual(['/guias', ...addresses].sort())
  const linked = all(pages.get('/guias') ?? '', /<li><a href="(\/guias\/[^"]+)"/g)
  expect(linked.sort()).toEqual(addresses.sort())
})

it('leads with each link among guides to a page and a place that exist', () => {
  const lost = [...pages].flatMap(([from, html]) =>
    all(html, / href="((?:\/guias(?!\/guias\.css)[^"#]*)?(?:#[^"]*)?)"/g).filter((href) => {
      const [path = '', anchor] = href.split('#')
      const target = pages.get(path || from)
      return target === undefined || (anchor !== undefined && !idsOf(target).includes(anchor))
    }),
  )
  expect(lost).toEqual([])
})

it('leads from each page of the consola to a place that exists', () => {
  const features = join(ROOT, 'apps/consola/src/features')
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('/pages.ts'))
  const rows = files.map((name) => readFileSync(join(features, name), 'utf8'))
  const named = rows.flatMap((row) => all(row, /\bguia: '([^']+)'/g))
  expect(named.length).toBeGreaterThan(10)
  const lost = named.filter((guia) => {
    const [name, anchor = ''] = guia.split('#')
    return !idsOf(pages.get(`/guias/${name}`) ?? '').includes(anchor)
  })
  expect(lost).toEqual([])
})

it('has one title, headings in their order, places of one name each, and neither script nor style inside', () => {
  for (const [path, html] of pages) {
    const levels = all(html, /<h(\d)/g).map(Number)
    const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
    expect([path, levels.filter((level) => level === 1).length, skipped]).toEqual([path, 1, []])
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length)
    expect(html).not.toMatch(/<script|<style| style=/)
  }
})

it('weighs at most 14 KiB a page, and 3 its style', () => {
  const heavy = [...pages].filter(([, html]) => gzipSync(html).length > 14 * KIB).map(([path]) => path)
  expect(heavy).toEqual([])
  expect(gzipSync(readFileSync(join(folder, 'guias/guias.css'))).length).toBeLessThanOrEqual(3 * KIB)
})

/** Every text of the interface in its folders, however deep in files of messages or in rules of the domain. */
function textsOf(folders: string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, folder, name)),
  )
  const leaves = (tree: unknown): string[] =>
    typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(leaves) : [String(tree)]
  const messages = files.filter((name) => name.endsWith('.json')).flatMap((name) => leaves(JSON.parse(readFileSync(name, 'utf8'))))
  return [...messages, ...files.filter((name) => name.endsWith('.ts')).map((name) => readFileSync(name, 'utf8'))]
}

const INSTITUTE = ['apps/consola/src', 'packages/domain/src']

it.each([
  ['ciudadania', ['apps/visor/src']],
  ['captura', INSTITUTE],
  ['revision', INSTITUTE],
  ['secretaria', INSTITUTE],
])('%s says the words of the screen', (guia, folders) => {
  const texts = textsOf(folders)
  const quoted = all(readFileSync(join(GUIAS, `${guia}.md`), 'utf8'), /«([^»]+)»/g)
  expect(quoted.filter((words) => !texts.some((text) => text.includes(words)))).toEqual([])
})
