import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLlavero, type Llavero } from '../../../apps/api/src/shared/criptografia/llavero.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { encolar, givenCambio, leer, pagina, publicar } from '../../support/publico.ts'

let test_: TestApp
let queda: Given
let sale: Given
let propio: Llavero
let otro: string

beforeAll(async () => {
  test_ = await startTestApp({ ahora: '2030-05-02T10:00:00-07:00', pack: packFicticio })
  const equipo = new Equipo(test_)
  ;[queda, sale] = [await givenCapturada(equipo), await givenCapturada(equipo)]
  await publicar(test_)
  propio = test_.deps.secretos.llavero
  otro = mkdtempSync(join(tmpdir(), 'conoceles-otro-llavero-'))
  Object.assign(test_.deps.secretos, { llavero: openLlavero(otro) })
})
afterAll(async () => {
  Object.assign(test_.deps.secretos, { llavero: propio })
  await test_.close()
  rmSync(otro, { recursive: true })
})

const distintivos = async (of: Given) => (await pagina(test_, of)).body.distintivos.map(({ origen }) => origen)
const enRecurso = async (sha256: string) => (await leer(test_, `recursos/${sha256}`)).status
const enArchivo = async (sha256: string) => (await sql(test_, 'select 1 from captura.recurso_retirado where sha256 = $1', [sha256])).length

it('beside another key ring a persona who has to leave leaves, and data that cannot be read are neither shown nor destroyed', async () => {
  const primera = async ({ id }: Given) =>
    String((await leer<{ versiones: { sha256: string }[] }>(test_, `candidaturas/${id}/historia`)).body.versiones[0]?.sha256)
  const [suya, deQuienSale] = [await primera(queda), await primera(sale)]
  expect(await distintivos(queda)).toEqual(['publicacion_autorizada'])
  await givenCambio(test_, { tipo: 'cancelacion', de: sale })
  await encolar(test_, queda)
  expect(await publicar(test_)).not.toBeNull()
  expect((await pagina(test_, sale)).body.estatus).toBe('cancelada')
  expect([await distintivos(queda), await distintivos(sale)]).toEqual([[], []])
  expect([await enRecurso(suya), await enRecurso(deQuienSale)]).toEqual([404, 404])
  expect([await enArchivo(suya), await enArchivo(deQuienSale)]).toEqual([1, 0])
})

it('a day of counting comes, and stops no corte', async () => {
  await moveReloj(test_, '2030-06-20T10:00:00-07:00')
  await publicar(test_)
  expect((await leer<{ contadaEl: string }>(test_, 'estadisticas')).body.contadaEl).toBe('2030-06-20')
})

it('data that could not be read are shown again on the day after the key ring is back', async () => {
  Object.assign(test_.deps.secretos, { llavero: propio })
  expect(await publicar(test_)).toBeNull()
  await moveReloj(test_, '2030-06-21T10:00:00-07:00')
  await publicar(test_)
  expect([await distintivos(queda), await distintivos(sale)]).toEqual([['publicacion_autorizada'], []])
})
