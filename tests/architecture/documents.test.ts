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

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/`?npm (?:run )?(start|test|[a-z]+(?= --))/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

it('LICENSE holds the licence that package.json names', () => {
  expect(read('LICENSE')).toContain(`${(JSON.parse(read('package.json')) as { license: string }).license} License`)
})
