import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITES } from '../../apps/api/src/modules/intercambio/importaciones/libros/tabla.ts'

const ROOT = join(__dirname, '../..')
const DEPLOY = join(ROOT, 'deploy')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const files = readdirSync(DEPLOY).filter((name) => /^nginx.*\.conf$/.test(name))

/** Locations with their bodies: none holds another, and each body is indented deeper than its location. */
function locationsOf(conf: string): { name: string; body: string }[] {
  return [...conf.matchAll(/^( *)location (.+?) \{\n(.*?)^\1\}/gms)].map(([, , name = '', body = '']) => ({ name, body }))
}

describe.each(files)('deploy/%s', (file) => {
  const conf = read(`deploy/${file}`)
  const locations = locationsOf(conf)

  it('is read whole', () => {
    expect(locations).toHaveLength(conf.match(/^\s*location /gm)?.length ?? 0)
  })

  it('hands on to a service only with the address of the client', () => {
    const handing = locations.filter(({ body }) => body.includes('proxy_pass '))
    expect(handing.filter(({ body }) => !body.includes('include proxy-headers.conf;')).map(({ name }) => name)).toEqual([])
    // A location with a header of its own inherits none from the level above.
    const outside = locations.reduce((rest, { body }) => rest.replace(body, ''), conf)
    expect(outside).not.toMatch(/^\s*proxy_(pass|set_header) /m)
  })

  it('limits what one address asks of a service', () => {
    const handing = locations.filter(({ body }) => body.includes('proxy_pass '))
    expect(handing.filter(({ body }) => !/limit_req zone=\w+ burst=\d+ nodelay;/.test(body)).map(({ name }) => name)).toEqual([])
  })

  it('includes what stands where it runs', () => {
    const runs = read(file === 'nginx.conf' ? 'deploy/Dockerfile' : 'docker-compose.yml')
    const included = [...conf.matchAll(/^\s*include ([\w-]+\.conf);/gm)].map(([, name]) => name)
    for (const name of new Set(included)) expect(runs).toContain(`deploy/${name}`)
  })
})

it('lets through the largest list that the API takes', () => {
  const lista = locationsOf(read('deploy/nginx.conf')).find(({ name }) => name === '= /api/v1/importaciones')
  const [, taken] = /client_max_body_size (\d+)m;/.exec(lista?.body ?? '') ?? []
  expect(Number(taken) * 1024 * 1024).toBeGreaterThan(LIMITES.bytes + 64 * 1024)
})
