import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../apps/api/src/database/embedded.ts'
import { prepareDatabase } from '../../apps/api/src/database/prepare.ts'
import { closeDatabases } from '../../apps/api/src/database/databases.ts'
import { ENTITIES } from '../../apps/api/src/modules.ts'
import { openSecretos } from '../../apps/api/src/shared/criptografia/secretos.ts'
import { clusterFile, type TestCluster } from './servidor/cluster.ts'
import { keepingLog } from './servidor/server-log.ts'
import { buildVisor } from './browser/visor.ts'
import { buildWorkers } from './workers.ts'

declare global {
  var stopCluster: (() => Promise<void>) | undefined
}

/** One real PostgreSQL for the whole run; each test file gets a copy of a migrated template. */
export default async function setup(): Promise<void> {
  buildWorkers()
  buildVisor()
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-test-'))
  chmodSync(folder, 0o755)
  const secretos = openSecretos(join(folder, 'secretos'))
  const log = join(folder, 'postgres.log')
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']
  const postgres = await keepingLog(log, () => startEmbedded({ folder, database: 'plantilla', password: 'prueba', settings }))
  const { owner, databases } = await prepareDatabase({ url: postgres.url, password: secretos.password, entities: ENTITIES })
  await closeDatabases(databases)
  await owner.destroy()
  const cluster: TestCluster = { url: postgres.url, folder, log }
  writeFileSync(clusterFile(), JSON.stringify(cluster))
  globalThis.stopCluster = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    rmSync(clusterFile(), { force: true })
  }
}
