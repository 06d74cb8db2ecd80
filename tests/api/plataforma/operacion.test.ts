import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { startWatch } from '../../../apps/api/src/watch.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { publicar } from '../../support/publico.ts'
import { freePort } from '../../support/servidor/simulacro-server.ts'

let test_: TestApp
let url: string
let stop: () => Promise<void>

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const config = { ...test_.deps.config, operacion: { host: '127.0.0.1', port } }
  const { databases } = test_.deps
  stop = await startWatch({ config, databases, cache: test_.services.cache, log: test_.app.log })
})
afterAll(async () => {
  await stop()
  await test_.close()
})

const get = (path: string) => fetch(url + path)
/** Value of the first line of a figure that has these labels. */
async function figure(name: string, labels = ''): Promise<number | null> {
  const line = (await (await get('/metrics')).text()).split('\n').find((each) => each.startsWith(`${name}{`) && each.includes(labels))
  return line === undefined ? null : Number(line.split(' ').pop())
}

it('is alive and ready once it serves the newest corte', async () => {
  await publicar(test_)
  await test_.services.cache.refresh()
  expect(await (await get('/live')).json()).toEqual({ vivo: true })
  const answer = await get('/ready')
  const { listo, revisiones } = (await answer.json()) as { listo: boolean; revisiones: { nombre: string; bien: boolean }[] }
  expect([answer.status, listo]).toEqual([200, true])
  expect([...new Set(revisiones.map(({ nombre }) => nombre))]).toEqual(['base_de_datos', 'corte', 'disco'])
})

it('is not ready while it has not seen the newest corte', async () => {
  const equipo = new Equipo(test_)
  await givenCapturada(equipo)
  // As another process does: this one is not told.
  await test_.services.publicador.publicar()
  const answer = await get('/ready')
  expect(answer.status).toBe(503)
  expect(((await answer.json()) as { revisiones: object[] }).revisiones).toContainEqual(
    expect.objectContaining({ nombre: 'corte', bien: false }),
  )
  await test_.services.cache.refresh()
  expect((await get('/ready')).status).toBe(200)
})

it('counts answers by route and status, what waits to be published, and how long publication took', async () => {
  await test_.app.inject('/api/v1/publico/indice')
  expect(await figure('conoceles_solicitud_segundos_count', 'ruta="/api/v1/publico/indice",estatus="200"')).toBeGreaterThan(0)
  const before = (await figure('conoceles_publicacion_segundos_count')) ?? 0
  await givenCapturada(new Equipo(test_))
  expect(await figure('conoceles_cambios_por_publicar')).toBeGreaterThan(0)
  await publicar(test_)
  expect(await figure('conoceles_cambios_por_publicar')).toBe(0)
  expect(await figure('conoceles_publicacion_segundos_count')).toBe(before + 1)
})

it('tells no more than the fixed names of routes, roles and figures', async () => {
  const text = await (await get('/metrics')).text()
  const named = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name))
  for (const name of [
    'version',
    'major',
    'minor',
    'patch',
    'kind',
    'type',
    'space',
    'le',
    'servicio',
    'rol',
    'uso',
    'metodo',
    'ruta',
    'estatus',
  ])
    named.delete(name)
  expect([...named]).toEqual([])
})

it('answers nothing else', async () => {
  expect((await get('/api/v1/publico/indice')).status).toBe(404)
  expect((await fetch(`${url}/live`, { method: 'POST' })).status).toBe(405)
})

it('has every figure that the alarms and the dashboard name', async () => {
  const text = await (await get('/metrics')).text()
  const told = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const file = (name: string) => readFileSync(join(__dirname, '../../../deploy', name), 'utf8')
  const { groups } = parse(file('alertas.yml')) as { groups: { rules: { expr: string; annotations: { remedio: string } }[] }[] }
  const rules = groups.flatMap(({ rules: each }) => each)
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.filter(({ annotations }) => !annotations.remedio.endsWith('.'))).toEqual([])
  const asked = [...rules.map(({ expr }) => expr), file('tablero.json')].join('\n')
  const named = [...asked.matchAll(/\b((?:conoceles|nodejs|process)_[a-z_]+?)(?:_bucket|_count|_sum)?\b(?=[{[)\s])/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(8)
  expect([...new Set(named)].filter((name) => !told.has(name))).toEqual([])
})
