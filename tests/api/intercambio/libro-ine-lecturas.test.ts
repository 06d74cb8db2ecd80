import { randomUUID } from 'node:crypto'
import type { Actos } from '@conoceles/domain'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { bloquear } from '../../support/actos/conclusion.ts'
import { send } from '../../support/actos/envios.ts'
import { exportarCompleto, MOTIVO } from './libro-ine-ayuda.ts'

let test_: TestApp
let secretaria: string
let unidad: string
let captured: Given
let blank: Given

beforeAll(async () => {
  test_ = await startTestApp()
  const equipo = new Equipo(test_)
  secretaria = await equipo.secretaria()
  unidad = await test_.tokenOf('transparencia')
  captured = await givenCapturada(equipo)
  blank = await givenCandidatura(test_)
  await consentir(equipo, blank)
})
afterAll(() => test_.close())

const lecturas = async (id: string) =>
  (
    await send<{ elementos: { acto: string; motivo: string | null }[] }>(test_, ['GET', `/candidaturas/${id}/lecturas`], { token: unidad })
  ).body.elementos
    .filter(({ acto }) => acto === 'identidad.exportada')
    .map(({ motivo }) => motivo)
const registrar = (detalle: Partial<Actos['identidad.exportada']>) =>
  test_.owner.transaction((tx) =>
    test_.services.bitacora.registrar(tx, {
      acto: 'identidad.exportada',
      cuentaId: randomUUID(),
      rol: 'secretaria',
      objeto: { tipo: 'proceso', id: randomUUID() },
      detalle: { alcance: 'completo', candidaturas: 2, sha256: '', ...detalle },
    }),
  )

it('an export is a reading of the answers that were in it, and of nobody else’s', async () => {
  await exportarCompleto(test_, secretaria)
  const [entry] = await bitacoraOf(test_, 'identidad.exportada')
  expect(entry).toMatchObject({ detalle: { conIdentidad: 1, leidas: [captured.id] } })
  expect([await lecturas(captured.id), await lecturas(blank.id)]).toEqual([[MOTIVO], []])
})

it('also of who has no entry of her own before it, as a persona whose answers came with a workbook', async () => {
  const other = await givenCandidatura(test_)
  await registrar({ conIdentidad: 1, leidas: [other.id], motivo: 'con nombre' })
  expect(await lecturas(other.id)).toEqual(['con nombre'])
})

it('readings from before entries named anybody count from her first entry on, unless nothing was read', async () => {
  await registrar({ conIdentidad: 2, motivo: 'sin nombres' })
  await registrar({ conIdentidad: 0, motivo: 'sin respuestas' })
  expect(await lecturas(blank.id)).toEqual(['sin nombres'])
  expect(await lecturas((await givenCandidatura(test_)).id)).toEqual([])
})

it('under the legal block no answer goes out, and no reading is noted', async () => {
  const before = await lecturas(captured.id)
  await bloquear(test_)
  await exportarCompleto(test_, secretaria)
  expect(await lecturas(captured.id)).toEqual(before)
  expect((await bitacoraOf(test_, 'exportacion.ine')).at(-1)).toMatchObject({
    rol: 'secretaria',
    detalle: { alcance: 'completo', motivo: MOTIVO, conIdentidad: 0 },
  })
})
