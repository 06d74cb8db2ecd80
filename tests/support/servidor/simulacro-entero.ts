import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { LoadedPack } from '../../../apps/api/src/carga/load-pack.ts'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { closeDatabases } from '../../../apps/api/src/database/databases.ts'
import { Proceso } from '../../../apps/api/src/modules/proceso/index.ts'
import { generateSimulacro, type Simulacro } from '../../../apps/api/src/simulacro/index.ts'
import { connectTo, startTestApp, type TestApp } from '../app.ts'
import { createDatabase, keepAsTemplate, readCluster } from './cluster.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as pack } from '../paquete.ts'

/** Personas of the simulacro of Morelos. */
export const TOTAL = 4_163
const NAME = 'simulacro_entero'
const LOCK = 4_163

export function generateEntero(): Simulacro {
  return generateSimulacro(pack, { semilla: 2_024, total: TOTAL, ahora: INICIO })
}

/** The application over the whole simulacro: the first file of a run that asks for it loads it, the others get a copy. */
export async function startSimulacroEntero(): Promise<TestApp> {
  const turn = new pg.Client({ connectionString: readCluster().url.replace(/[^/]*$/, 'postgres') })
  await turn.connect()
  try {
    await turn.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await turn.query('select 1 from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await make()
    return await startTestApp({
      pack,
      template: NAME,
      load: async (owner, { clock }) => {
        const { desfaseReloj } = await owner.manager.findOneByOrFail(Proceso, { simulacro: true })
        clock.setOffset(Number(desfaseReloj))
        return readLoaded()
      },
    })
  } finally {
    await turn.end()
  }
}

async function make(): Promise<void> {
  const database = await createDatabase()
  const { deps, owner } = await connectTo(database, { zona: pack.zona, config: {} })
  // Before the transaction: on a busy machine it takes longer than the database waits for an idle one.
  const simulacro = generateEntero()
  const loaded = await owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO }))
  writeFileSync(
    loadedFile(),
    JSON.stringify(loaded, (_key, value: unknown) => (value instanceof Map ? { entries: [...(value as Map<string, unknown>)] } : value)),
  )
  await closeDatabases(deps.databases)
  await owner.destroy()
  await keepAsTemplate(database, NAME)
}

const loadedFile = () => join(readCluster().folder, 'simulacro-entero.json')

function readLoaded(): LoadedPack {
  return JSON.parse(readFileSync(loadedFile(), 'utf8'), (_key, value: unknown) => {
    const entries = (value as { entries?: unknown } | null)?.entries
    return Array.isArray(entries) ? new Map(entries as [string, unknown][]) : value
  }) as LoadedPack
}
