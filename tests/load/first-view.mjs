import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bodyOf } from './measure.mjs'

/**
 * Weighs the downloads of a phone that uses the home of the visor, in bytes after gzip: the page, what it links, the chunk of the home route
 * with all that it imports, and the answers that it preloads from the API (only with `url`).
 */
export async function weighFirstView(folder, url) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const linked = [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
  const files = linked.filter((address) => !/^(\/api\/|data:)/.test(address)).map((address) => join(folder, address))
  const scripts = withImports([...files.filter((file) => file.endsWith('.js')), homeChunk(folder)])
  const styles = files.filter((file) => file.endsWith('.css'))
  const others = files.filter((file) => !/\.(js|css)$/.test(file))
  const answers = url ? linked.filter((address) => address.startsWith('/api/')) : []
  const js = sum(scripts.map(weigh))
  const css = sum(styles.map(weigh))
  let total = js + css + sum(others.map(weigh)) + weigh(join(folder, 'index.html'))
  for (const address of answers) total += (await bodyOf(url + address, { 'accept-encoding': 'gzip' })).length
  return { js, css, total, scripts: scripts.map((file) => basename(file)) }
}

function homeChunk(folder) {
  const name = readdirSync(join(folder, 'assets')).find((file) => /^InicioPage-.+\.js$/.test(file))
  if (!name) throw new Error('the visor has no chunk of its home (InicioPage)')
  return join(folder, 'assets', name)
}

/** The chunks and all that they import statically. */
function withImports(entries) {
  const found = new Set()
  const pending = [...entries]
  for (let file = pending.pop(); file; file = pending.pop()) {
    if (found.has(file) || !existsSync(file)) continue
    found.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g)) pending.push(join(file, '..', path))
  }
  return [...found]
}

function weigh(file) {
  return gzipSync(readFileSync(file)).length
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}
