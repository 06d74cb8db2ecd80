import { buildApp, type App } from '../../../apps/api/src/app.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { publicar } from '../../support/publico.ts'
import type { Given } from '../../support/registro/candidaturas.ts'

let test_: TestApp
let of: Given
let withVisor: App

beforeAll(async () => {
  // No visor: it may still be in the building.
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00' })
  of = await givenCapturada(new Equipo(test_), { nombre: 'Rosalba' })
  await publicar(test_)
  withVisor = await buildApp({ ...test_.deps, config: { ...test_.deps.config, ...CON_PAGINAS } })
})
afterAll(async () => {
  await withVisor.server.close()
  await test_.close()
})

async function isRendered(url: string): Promise<boolean> {
  await withVisor.services.cache.refresh()
  const { statusCode, headers, rawPayload } = await withVisor.server.inject({ url })
  expect(statusCode).toBe(200)
  return !decode({ headers, body: rawPayload }).toString('utf8').includes('<div id="app"></div>')
}
const rendered = async () => [await isRendered('/'), await isRendered(`/candidaturas/${of.id}`)]

it('pages that no data waited for come in two cortes: those of the site first, then those of everybody', async () => {
  const { publicador } = withVisor.services
  expect(await rendered()).toEqual([false, false])
  expect((await publicador.publicar())?.numero).toBe(2)
  expect(await rendered()).toEqual([true, false])
  expect((await publicador.publicar())?.numero).toBe(3)
  expect(await rendered()).toEqual([true, true])
  expect(await publicador.publicar()).toBeNull()
})
