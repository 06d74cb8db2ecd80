// Child process of preparation.ts: it prepares the database for the server, and ends.
import fastify from 'fastify'
import type { DataSource } from 'typeorm'
import { listDemoCuentas, loadSimulacroOnce } from './carga/load-simulacro.ts'
import { contraProceso, readPaquete, type PaqueteLeido } from './carga/paquete.ts'
import { ConfigError, namesAccount, PAQUETE_DEL_SIMULACRO, readConfig, works, type Config } from './config.ts'
import { closeDatabases, connectDatabases, type Databases } from './database/databases.ts'
import type { DatabaseRole } from './database/pools.ts'
import { prepareDatabase } from './database/prepare.ts'
import { blameUnprepared } from './database/unprepared.ts'
import { assertPrepared } from './database/versions.ts'
import { ENTITIES } from './modules.ts'
import { Proceso } from './modules/proceso/index.ts'
import type { Paso } from './first-start.ts'
import type { Begun, Told } from './preparation.ts'
import { buildServices } from './modules.ts'
import { createClock } from './shared/clock.ts'
import { loggerOptions } from './shared/logger.ts'
import { assertModo, syncClock } from './shared/reloj.ts'
import { openSecretos, readPassword, type Secretos } from './shared/criptografia/secretos.ts'
import { startupSentence } from './startup-sentence.ts'

// The database undoes unfinished work. The parent may have died while this child was starting, before it listened.
process.once('disconnect', () => process.exit(1))
if (!process.connected) process.exit(1)
const told = await prepare().catch((error: unknown): Told => ({ sentence: startupSentence(error) }))
process.send?.(told, () => process.exit(0))

async function prepare(): Promise<Told> {
  const config = readConfig()
  const paquete = await rehearsed(config)
  const secretos = openSecretos(config.secretos)
  const { owner, databases } = await open(config, secretos)
  const deps = { config, databases, clock: createClock(), secretos }
  if (owner && paquete && process.argv.includes('--simulacro')) await rehearse(owner, deps, paquete)
  await assertModo(config, databases.lector).catch(blameUnprepared)
  if (works(config)) {
    begin('publicacion')
    await publish(deps)
  }
  await closeDatabases(databases)
  await owner?.destroy()
  return { cuentas: paquete ? listDemoCuentas(paquete.pack) : [] }
}

/** The pack of a simulacro; null in a real proceso, whose data are in the database. */
async function rehearsed({ modo, paquete, paquetes }: Config): Promise<PaqueteLeido | null> {
  return modo === 'simulacro' ? readPaquete({ paquete: paquete ?? PAQUETE_DEL_SIMULACRO, paquetes }) : null
}

/** Loads the simulacro of a pack, or refuses a database that holds another proceso; without a named pack it serves what there is. */
async function rehearse(owner: DataSource, deps: Parameters<typeof loadSimulacroOnce>[1], paquete: PaqueteLeido): Promise<void> {
  const proceso = await owner.manager.findOne(Proceso, { where: {} })
  const otro = deps.config.paquete !== null && proceso && contraProceso(paquete.pack, proceso)
  if (otro) throw new ConfigError(otro)
  await loadSimulacroOnce(owner, deps, { paquete, begin: () => begin('personas') })
}

/** Tells that a step began, to the process that shows them. */
function begin(paso: Paso): void {
  if (process.argv.includes('--pasos')) process.send?.({ paso } satisfies Begun)
}

/** Without the owner's account another process has prepared roles and tables: passwords are read, and none is made. */
async function open(
  { databaseUrl, secretos: folder }: Config,
  { password }: Secretos,
): Promise<{ owner?: DataSource; databases: Databases }> {
  const url = databaseUrl ?? ''
  if (namesAccount(url)) return prepareDatabase({ url, password, entities: ENTITIES })
  const connection = { url, password: (role: DatabaseRole) => readPassword(folder, role), entities: ENTITIES }
  const databases = await connectDatabases(connection).catch(blameUnprepared)
  await assertPrepared(databases.instituto)
  return { databases }
}

/** Publishes what is pending. A failure does not stop the start: the work process tries again and says so. */
async function publish(deps: Parameters<typeof buildServices>[0]): Promise<void> {
  const { log } = fastify({ logger: loggerOptions(deps.config.logNivel) })
  const { publicador } = buildServices(deps)
  await syncClock(deps, deps.databases.lector)
  await publicador.publicar().catch((error: unknown) => log.error({ err: error }, 'publication failed'))
}
