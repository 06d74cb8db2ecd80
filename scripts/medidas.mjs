// Measures the house: `npm run medidas` prints a table of this tree, `npm run medidas -- <commit> [<commit>]` one beside the other.
import { execFileSync } from 'node:child_process'
import { basename, dirname, extname } from 'node:path'
import { ROOT } from './lib/run.mjs'

const HAND_WRITTEN = ['.ts', '.vue', '.mjs', '.css', '.typ', '.sh', '.sql']
const GENERATED = ['packages/api-client/src/schema.d.ts']
const MARKS = ['//', '/**', '/*', '<!--', '*']
const OPENS_BADLY = /^(Of|Whoever|Who|What)\b/
/** A cast: `as` and a type. `as const` only narrows. */
const CAST = /\bas (?:[A-Z]|string|number|boolean|unknown|never|object|readonly|keyof|typeof|[{[])/g

const refs = process.argv.slice(2)
const columns = (refs.length > 0 ? refs : ['HEAD']).map((ref) => [ref, measure(ref)])
const titles = Object.keys(columns[0][1])
console.log(`| | ${columns.map(([ref]) => ref).join(' | ')} |`)
console.log(`|---|${columns.map(() => '---').join('|')}|`)
for (const title of titles) console.log(`| ${title} | ${columns.map(([, values]) => values[title]).join(' | ')} |`)

function measure(ref) {
  const paths = git('ls-tree', '-r', '--name-only', ref).split('\n').filter(isOurs)
  const files = readAll(ref, paths)
  const product = [...files].filter(([path]) => !isTest(path))
  const lengths = [...files.values()].map((text) => text.split('\n').length).sort((a, b) => a - b)
  const comments = [...files.values()].flatMap(commentsOf)
  const [folder, most] = largestFolder(paths)
  return {
    'chapters of the API': modulesOf(paths, 'apps/api/src/modules/'),
    'chapters of the consola': modulesOf(paths, 'apps/consola/src/features/'),
    'files, hand-written': files.size,
    'lines, hand-written': lengths.reduce((sum, each) => sum + each, 0),
    'files in the largest folder': `${most} (${folder})`,
    'lines of a file, median': lengths[Math.floor(lengths.length / 2)],
    'lines of a file, 90th percentile': lengths[Math.floor(lengths.length * 0.9)],
    'casts outside tests': count(
      product.map(([path, text]) => [path, codeOf(text)]),
      CAST,
    ),
    'casts to never outside tests': count(product, /\bas never\b/g),
    'the word "whoever"': count([...files], /\bwhoever\b/gi),
    'comments that open with Of, Whoever, Who, What': comments.filter((text) => OPENS_BADLY.test(text)).length,
    'words a sentence in comments': wordsPerSentence(comments),
  }
}

function isOurs(path) {
  return HAND_WRITTEN.includes(extname(path)) && !GENERATED.includes(path)
}

function isTest(path) {
  return path.startsWith('tests/') || basename(path).includes('.test.')
}

/** Texts of many files by one process. */
function readAll(ref, paths) {
  const input = paths.map((path) => `${ref}:${path}`).join('\n')
  const output = execFileSync('git', ['cat-file', '--batch'], { cwd: ROOT, input, maxBuffer: 1 << 30 })
  const files = new Map()
  let at = 0
  for (const path of paths) {
    const end = output.indexOf(10, at)
    const size = Number(output.toString('utf8', at, end).split(' ').at(-1))
    files.set(path, output.toString('utf8', end + 1, end + 1 + size))
    at = end + size + 2
  }
  return files
}

function commentsOf(text) {
  return text.split('\n').flatMap((line) => {
    const mark = markOf(line)
    if (mark === undefined || mark === '*') return []
    return line.trim().slice(mark.length).replace('*/', '').replace('-->', '').trim() || []
  })
}

/** Lines that run: neither comments nor imports, where `as` renames. */
function codeOf(text) {
  const isCode = (line) => markOf(line) === undefined && !/^(import|export \{)/.test(line)
  return text.split('\n').filter(isCode).join('\n')
}

function markOf(line) {
  const bare = line.trimStart()
  return MARKS.find((mark) => bare.startsWith(mark))
}

function largestFolder(paths) {
  const many = new Map()
  for (const path of paths) many.set(dirname(path), (many.get(dirname(path)) ?? 0) + 1)
  return [...many].sort((a, b) => b[1] - a[1])[0]
}

function modulesOf(paths, root) {
  return new Set(paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length).split('/')[0])).size
}

function count(files, pattern) {
  return files.reduce((sum, [, text]) => sum + (text.match(pattern)?.length ?? 0), 0)
}

function wordsPerSentence(comments) {
  const sentences = comments.flatMap((text) => text.split(/[.;:?!] /)).filter((text) => /\w/.test(text))
  const words = sentences.reduce((sum, text) => sum + text.trim().split(' ').length, 0)
  return (words / sentences.length).toFixed(1)
}

function git(...args) {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 })
}
