import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

const SKIPPED = new Set(['node_modules', 'dist', 'dist-dev', 'coverage', '.datos', '.cache'])
const CACHE = join(ROOT, '.cache')

/** Hash of the contents of files and folders, told by their path inside the repository. Tests leave it as it is. */
export function fingerprint(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const path of paths) add(hash, path)
  return hash.digest('hex')
}

/** Whether the last finished work named `name` was done on this fingerprint. */
export function isDone(name, value) {
  try {
    return readFileSync(join(CACHE, name), 'utf8') === value
  } catch {
    return false
  }
}

export function setDone(name, value) {
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(join(CACHE, name), value)
}

function add(hash, path) {
  const full = join(ROOT, path)
  const stats = statSync(full, { throwIfNoEntry: false })
  if (!stats) return
  if (!stats.isDirectory()) return void hash.update(`${path}\0`).update(readFileSync(full))
  for (const name of readdirSync(full).sort()) {
    if (!SKIPPED.has(name) && !name.endsWith('.test.ts')) add(hash, join(path, name))
  }
}
