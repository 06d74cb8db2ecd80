import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { buildApp, type App } from './app.ts'
import { readConfig, ConfigError, type Config } from './config.ts'
import { listDemoCuentas, loadSimulacroOnce } from './carga/load-simulacro.ts'
import { closeDatabases } from './database/databases.ts'
import { startEmbedded, type EmbeddedPostgres } from './database/embedded.ts'
import { prepareDatabase, type Prepared } from './database/prepare.ts'
import { ENTITIES } from './entities.ts'
import { Proceso } from './modules/procesos/index.ts'
import { createClock, type Clock } from './shared/clock.ts'
import { openSecretos, type Secretos } from './shared/secretos.ts'
import { isAnswering, readRunning, runningFile, type RunningPlace } from './running-file.ts'
import { welcome } from './welcome.ts'
import { followClock, startWork, type Work } from './work.ts'
import { startWorkProcess } from './work-process.ts'

/** Two processes on one data folder would stop each other's database. */
async function assertAlone(config: Config): Promise<void> {
  const running = readRunning(config)
  if (running && (await isAnswering(running)))
    throw new ConfigError(`Ya está en marcha en ${running.origen}/: deténgalo antes de iniciar otro.`)
}

interface Running {
  config: Config
  postgres: EmbeddedPostgres | null
  /** Owner connection. */
  url: string
  database: Prepared
  app: App
  clock: Clock
  stopWork(): Promise<void>
}

/** Starts everything that SERVICIO names, says where it is, and stops in order. */
export async function startProcess(): Promise<void> {
  const config = readConfig()
  if (!config.databaseUrl) await assertAlone(config)
  const secretos = openSecretos(config.secretos)
  const postgres = config.databaseUrl
    ? null
    : await startEmbedded({ folder: config.datos, database: 'conoceles', password: secretos.password('dueno') })
  try {
    const running = await run({ config, secretos, postgres })
    stopOnSignal(running)
    await running.app.server.listen({ host: config.host, port: config.port })
    // Not before there is a port: where the start fails, nothing works on a database that is gone.
    running.stopWork = work(running)
    recordRunning(running)
    const proceso = await running.database.owner.manager.findOne(Proceso, { where: {} })
    process.stdout.write(welcome(config, { proceso, cuentas: listDemoCuentas(), clock: running.clock }))
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

async function run({
  config,
  secretos,
  postgres,
}: {
  config: Config
  secretos: Secretos
  postgres: EmbeddedPostgres | null
}): Promise<Running> {
  const url = postgres?.url ?? config.databaseUrl
  if (!url) throw new ConfigError('Falta DATABASE_URL.')
  const database = await prepareDatabase({ url, password: secretos.password, entities: ENTITIES })
  const clock = createClock()
  const deps = { config, databases: database.databases, clock, secretos }
  if (postgres) await loadSimulacroOnce(database.owner, deps, (line) => process.stdout.write(`  ${line}\n`))
  await assertModo(database, config)
  const app = await buildApp(deps)
  await bringUpToDate(app, database, config)
  return { config, postgres, url, database, app, clock, stopWork: () => Promise.resolve() }
}

/** What has to be as it is now before anybody asks: the clock of a simulacro, the newest corte. */
async function bringUpToDate({ services, server }: App, { databases }: Prepared, config: Config): Promise<void> {
  await services.procesos.syncClock(databases.publicador.manager)
  await services.cache.refresh()
  // What cannot be published now does not keep the rest from being served: the worker tries again and says so.
  if (works(config)) await services.publicador.publicar().catch((error: unknown) => server.log.error({ err: error }, 'publication failed'))
}

function works({ servicio }: Config): boolean {
  return servicio === 'todo' || servicio === 'trabajos'
}

/** What goes on without being asked. Where this process is everything, the work has one of its own. */
function work({ app: { services, server }, database: { databases }, config, url }: Running): () => Promise<void> {
  const { log } = server
  services.cache.start(log)
  services.visitas.start((error) => log.error({ err: error }, 'visits could not be written'))
  const clockTimer = followClock({ services, databases, log })
  const started: Work =
    config.servicio === 'todo' ? startWorkProcess({ config, databaseUrl: url, log }) : startWork({ services, databases, config, log })
  return async () => {
    clearInterval(clockTimer)
    await services.visitas.stop()
    await started.stop()
  }
}

/** A real proceso never runs with the settings of a simulacro, nor the other way round. */
async function assertModo(database: Prepared, config: Config): Promise<void> {
  const procesos = await database.owner.manager.find(Proceso)
  if (procesos.some(({ simulacro }) => simulacro) && config.modo === 'produccion') {
    throw new ConfigError('La base de datos contiene un simulacro: no se sirve como proceso real.')
  }
  if (procesos.some(({ simulacro }) => !simulacro) && config.relojMovible) {
    throw new ConfigError('La base de datos contiene un proceso real: su reloj no se mueve.')
  }
}

function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    process.stdout.write('\nDeteniendo…\n')
    await running.app.server.close()
    await running.stopWork()
    await closeDatabases(running.database.databases)
    await running.database.owner.destroy()
    await running.postgres?.stop()
    rmSync(runningFile(running.config), { force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

/** Where the running database is, for `npm run conexion`; only its owner may read it. */
function recordRunning({ config, url }: Running): void {
  mkdirSync(config.datos, { recursive: true })
  const { hostname, port, pathname } = new URL(url)
  const place: RunningPlace = {
    pid: process.pid,
    host: hostname,
    port,
    database: pathname.slice(1),
    origen: config.origen,
  }
  writeFileSync(runningFile(config), JSON.stringify(place), { mode: 0o600 })
}
