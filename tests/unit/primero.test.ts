import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pageHeaders } from '../../apps/api/src/shared/http/pages.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const scriptsOf = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1]
const allowed = `'self' 'sha256-${createHash('sha256').update(read('apps/visor/src/primero.js')).digest('base64')}'`

test('the only script that runs inside a page is the one whose hash every server of pages names', () => {
  const system = String(pageHeaders({ modo: 'produccion' })['content-security-policy'])
  const copia = /Content-Security-Policy "(default-src 'none'; script-src[^"]*)"/.exec(read('deploy/nginx-copia.conf'))?.[1] ?? ''
  expect(scriptsOf(system)).toBe(allowed)
  expect(scriptsOf(copia)).toBe(allowed)
})

test('no script runs inside a page that comes unrendered', () => {
  const policies = [...read('deploy/nginx.conf').matchAll(/script-src ([^;]*)/g)].map(([, scripts]) => scripts)
  expect(policies).toEqual(["'self'", "'self'", "'self'"])
})
