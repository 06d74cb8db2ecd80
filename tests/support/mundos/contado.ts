import { Temporal } from 'temporal-polyfill'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../app.ts'
import { sql } from '../registro/candidaturas.ts'
import { withMunicipios } from './municipios.ts'
import { publicar } from '../publico.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as pack } from '../paquete.ts'

export const PACK_CONTADO = withMunicipios(pack, 3)

/** A simulacro of seven hundred people whose first corte is public: the identity answers of those who consent are counted. */
export async function startContado(): Promise<TestApp> {
  const simulacro = generateSimulacro(PACK_CONTADO, { semilla: 2_024, total: 700, ahora: INICIO })
  const test = await startTestApp({
    pack: PACK_CONTADO,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack: PACK_CONTADO, simulacro, inicio: INICIO })),
  })
  await publicar(test)
  return test
}

/** The noon of a later day comes, and its corte. */
export async function pasarA(test: TestApp, fecha: string): Promise<void> {
  const desfase = Temporal.Instant.from(`${fecha}T18:00:00Z`).epochMilliseconds - test.deps.clock.system().epochMilliseconds
  await sql(test, 'update captura.proceso set desfase_reloj = $1', [String(desfase)])
  await publicar(test)
}
