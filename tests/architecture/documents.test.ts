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
