import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')

/** Files that a document links to or shows, relative to its folder. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link)
}

/** Prose of a document: without code, tables, pictures and addresses. */
function sentencesOf(text: string): string[] {
  const prose = text
    .replace(/^```[^]*?^```$/gm, '')
    .split('\n')
    .filter((line) => !/^[|#]/.test(line))
    .join(' ')
    .replace(/\]\([^)]*\)|[[\]*`]/g, '')
  return prose.split(/(?<=[.:])\s+/)
}

/** Code of a document: its blocks and what stands between backticks. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```[^]*?^```$/gm)].map(([block]) => block)
  const inline = [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  return [...blocks, ...inline]
}

/** Paths inside our folders, without placeholders and without what Git ignores. */
function pathsIn(code: readonly string[]): string[] {
  const words = code.filter((text) => !text.startsWith('```')).flatMap((text) => text.split(/\s+/))
  return words.filter(
    (word) =>
      /^(\.ci|\.github|\.vscode|apps|deploy|docs|packages|scripts|tests)\//.test(word) && !/[<>*{}…$]|\/dist|node_modules/.test(word),
  )
}

it.each(documents)('%s links to files that exist', (path) => {
  const missing = linksOf(read(path)).filter((link) => !existsSync(join(ROOT, dirname(path), link)))
  expect(missing).toEqual([])
})

describe('README', () => {
  const text = read('README.md')

  it('has 600 words at most', () => {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(600)
  })

  it('has no sentence of more than 25 words', () => {
    expect(sentencesOf(text).filter((sentence) => sentence.split(' ').length > 25)).toEqual([])
  })
})

describe.each(documents.filter((path) => /^(README|CONTRIBUTING|docs\/.+)\.md$/.test(path)))('%s names only what exists:', (path) => {
  const code = codeOf(read(path))

  it('files and folders', () => {
    expect(pathsIn(code).filter((named) => !existsSync(join(ROOT, named)))).toEqual([])
  })

  it('commands of npm', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const own = new Set([...Object.keys(scripts), 'ci', 'install'])
    const named = code.flatMap((text) =>
      [...text.matchAll(/(?:^|[\s`])npm (?:run )?(?:--silent )?([a-z][a-z:-]*)/gm)].map(([, name = '']) => name),
    )
    expect(named.filter((name) => !own.has(name))).toEqual([])
  })
})

it('LICENSE holds the licence that package.json names', () => {
  expect(read('LICENSE')).toContain(`${(JSON.parse(read('package.json')) as { license: string }).license} License`)
})

describe('decisions', () => {
  const index = read('docs/adr/README.md')
  const records = documents.filter((path) => /^docs\/adr\/[^/]+\/\d{4}-[a-z0-9-]+\.md$/.test(path))

  it('are listed, each under its title and with a number of its own', () => {
    const listed = [...index.matchAll(/^- \[(\d{4}\. .+)\]\((.+)\)$/gm)].map(([, title = '', link = '']) => [title, `docs/adr/${link}`])
    expect(listed.toSorted()).toEqual(records.map((path) => [/^# (.+)$/m.exec(read(path))?.[1], path]).toSorted())
    expect(new Set(listed.map(([title = '']) => title.slice(0, 4))).size).toBe(listed.length)
  })

  it.each(records)('%s has status, context, decision and consequences in short sentences', (path) => {
    const text = read(path)
    expect(text.match(/^(Status: (?:accepted|superseded)|## .+)/gm)).toEqual([
      expect.stringMatching(/^Status/),
      '## Context',
      '## Decision',
      '## Consequences',
    ])
    const sentences = sentencesOf(text).flatMap((sentence) => sentence.split(/ - |;/))
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 25)).toEqual([])
  })
})

it('docs/glosario.md names words of the code', () => {
  const rows = read('docs/glosario.md').match(/^\|.*\|$/gm) ?? []
  const words = rows.flatMap((row) => [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
  expect(words.length).toBeGreaterThan(40)
  const sources = execFileSync('git', ['grep', '-h', '-o', '-w', '-E', words.join('|'), '--', 'apps', 'packages'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64e6,
  })
  const used = new Set(sources.split('\n'))
  expect(words.filter((word) => !used.has(word))).toEqual([])
})

it('docs/api.md names routes of the contract', () => {
  const contract = read('openapi.yaml')
  const routes = [...read('docs/api.md').matchAll(/(?:\/api\/v1)?(\/(?:publico|acceso)\/[a-z0-9/{}.-]*[a-z0-9}])/g)].map(
    ([, route = '']) => route,
  )
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter((route) => !contract.includes(`\n  /api/v1${route}:`))).toEqual([])
})
