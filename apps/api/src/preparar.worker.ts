// Child process of preparation.ts: it prepares the database for whoever will serve it, and ends.
import fastify from 'fastify'
import { listDemoCuentas, loadSimulacroOnce } from './carga/load-simulacro.ts'
import { readConfig, works } from './config.ts'
import { closeDatabases } from './database/databases.ts'
import { prepareDatabase } from './database/prepare.ts'
import { ENTITIES } from './entities.ts'
import type { Told } from './preparation.ts'
import { buildServices } from './services.ts'
import { createClock } from './shared/clock.ts'
import { loggerOptions } from './shared/logger.ts'
import { assertModo, syncClock } from './shared/reloj.ts'
import { openSecretos } from './shared/secretos.ts'
import { startupSentence } from './startup-sentence.ts'

// What it had begun is undone by the database. Whoever started it may be gone while this one was getting ready, when nobody listened.
process.once('disconnect', () => process.exit(1))
if (!process.connected) process.exit(1)
const told = await prepare().catch((error: unknown): Told => ({ sentence: startupSentence(error) }))
process.send?.(told, () => process.exit(0))

async function prepare(): Promise<Told> {
  const config = readConfig()
  const secretos = openSecretos(config.secretos)
  const prepared = await prepareDatabase({ url: config.databaseUrl ?? '', password: secretos.password, entities: ENTITIES })
  const deps = { config, databases: prepared.databases, clock: createClock(), secretos }
  if (process.argv.includes('--simulacro')) await loadSimulacroOnce(prepared.owner, deps, (line) => process.stdout.write(`  ${line}\n`))
  await assertModo(config, prepared.owner)
  if (works(config)) await publish(deps)
  await closeDatabases(prepared.databases)
  await prepared.owner.destroy()
  return { cuentas: listDemoCuentas() }
}

/** What cannot be published now does not keep the rest from being served: whoever works tries again and says so. */
async function publish(deps: Parameters<typeof buildServices>[0]): Promise<void> {
  const { log } = fastify({ logger: loggerOptions(deps.config.logNivel) as never })
  const { publicador } = buildServices(deps)
  await syncClock(deps, deps.databases.lector)
  await publicador.publicar().catch((error: unknown) => log.error({ err: error }, 'publication failed'))
}
