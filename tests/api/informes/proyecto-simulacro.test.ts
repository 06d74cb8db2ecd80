import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { readPdf } from '../../support/pdf.ts'
import { withMunicipios } from '../../support/mundos/municipios.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

const pack = withMunicipios(entero, 3)
let test_: TestApp

beforeAll(async () => {
  const simulacro = generateSimulacro(pack, { semilla: 2_024, total: 700, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
})
afterAll(() => test_.close())

it('the Pleno that a simulacro convened reads in 11.13 the informe that the system writes', async () => {
  const rows = await sql<{ contenido: Buffer }>(
    test_,
    `select d.contenido from captura.documento d join captura.entregable_version v on v.documento_id = d.id where v.entregable = '11.13'`,
  )
  const text = readPdf.text(must(rows[0]).contenido).replaceAll(/\s+/g, ' ')
  expect(text).toContain('Informe del avance cuantitativo de abril de 2024')
  expect(text).toContain('Acciones para terminar la captura')
  expect(text).not.toContain('se descargan de su página')
  expect(text).toMatch(/Proyecto con cifras al sábado 20 de abril de 2024/)
  for (const claim of ['Corte de los datos', 'Corte del', 'momento del corte', 'SHA-256']) expect(text).not.toContain(claim)
})
