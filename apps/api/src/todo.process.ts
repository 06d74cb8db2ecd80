import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { buildApp, type App } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { closeDatabases, connectDatabases, type Databases } from './database/databases.ts'
import { startEmbedded, type EmbeddedPostgres } from './database/embedded.ts'
import { ENTITIES } from './modules.ts'
import { firstStart } from './first-start.ts'
import { readAdministracion } from './administracion.ts'
import { Proceso } from './modules/proceso/index.ts'
import { createClock, type Clock } from './shared/clock.ts'
import { collectWhenQuiet } from './shared/http/quiet.ts'
import { followClock, syncClock } from './shared/reloj.ts'
import { openSecretos, type Secretos } from './shared/criptografia/secretos.ts'
import { prepareApart } from './preparation.ts'
import { startPublicWorld } from './public-world.ts'
import { isAnswering, readRunning, runningFile, type RunningPlace } from './running-file.ts'
import { stopOnSignal } from './stop.ts'
import { welcome } from './welcome.ts'
import { startWatch } from './watch.ts'
import type { Work } from './module.ts'
import { startWork } from './work.ts'
import { startWorkProcess } from './work-process.ts'

/** Two processes on one data folder would stop each other's database. */
export async function assertAlone(config: Config): Promise<void> {
  const running = readRunning(config)
  if (running && (await isAnswering(running)))
    throw new ConfigError(`Ya está en marcha en ${running.origen}/: deténgalo antes de iniciar otro.`)
}

/** A prepared database, and what serves it. */
export interface Base {
  config: Config
  secretos: Secretos
  /** Owner connection. */
  url: string
  /** Null: another process holds the database. */
  postgres: EmbeddedPostgres | null
}

interface Running extends Omit<Base, 'secretos'> {
  databases: Databases
  app: App
  clock: Clock
  stopWork(): Promise<void>
  stopWatch(): Promise<void>
}

/**
 * Starts everything that SERVICIO names, says where it is, and stops in order. A first `npm start` builds both apps meanwhile: the database is
 * prepared without them, and the work process then makes the pages.
 */
export async function startProcess(given: Config): Promise<void> {
  const config = withoutApps(given)
  if (!config.databaseUrl) await assertAlone(config)
  const secretos = openSecretos(config.secretos)
  const postgres = config.databaseUrl ? null : await startDatabase(config, secretos)
  try {
    const url = postgres?.url ?? config.databaseUrl
    if (!url) throw new ConfigError('Falta DATABASE_URL.')
    await prepareAndServe({ config, secretos, url, postgres })
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

/** Leaves out apps that are still being built: half of their files are there. */
function withoutApps(config: Config): Config {
  return firstStart()?.apps ? { ...config, visor: null, visorServidor: null, consola: null } : config
}

async function prepareAndServe(base: Base): Promise<void> {
  const cuentas = await prepareApart({ config: base.config, url: base.url, simulacro: base.postgres !== null })
  const start = firstStart()
  await start?.apps
  // Read anew: both apps may be there by now.
  const config = readConfig()
  const { databases, clock } = await serve({ ...base, config })
  start?.end()
  const proceso = await databases.instituto.manager.findOne(Proceso, { where: {} })
  const administracion = await readAdministracion(databases)
  process.stdout.write(welcome(config, { proceso, cuentas, clock, administracion }))
}

export function startDatabase({ datos }: Config, secretos: Secretos): Promise<EmbeddedPostgres> {
  return startEmbedded({ folder: datos, database: 'conoceles', password: secretos.password('dueno') })
}

/** Serves a prepared database until a signal stops it. */
export async function serve(base: Base): Promise<Running> {
  const running = await build(base)
  stopOnSignal(() => stop(running))
  await running.app.server.listen({ host: base.config.host, port: base.config.port })
  // Not before there is a port: where the start fails, nothing works on a database that is gone.
  running.stopWork = work(running)
  running.stopWatch = await startWatch({ ...running, log: running.app.server.log, cache: running.app.services.cache })
  collectWhenQuiet(running.app.server.server)
  await recordRunning(running)
  return running
}

const nothing = () => Promise.resolve()

async function build({ config, secretos, url, postgres }: Base): Promise<Running> {
  const databases = await connectDatabases({ url, password: secretos.password, entities: ENTITIES })
  const clock = createClock()
  const app = await buildApp({ config, databases, clock, secretos })
  // As they are now before anybody asks: the clock of a simulacro, the newest corte.
  await syncClock({ config, clock }, databases.lector)
  await app.services.cache.refresh()
  return { config, postgres, url, databases, app, clock, stopWork: nothing, stopWatch: nothing }
}

/** Starts the background work. Where this process is everything, the work has one of its own. */
function work({ app: { services, server }, databases, config, clock, url }: Running): () => Promise<void> {
  const { log } = server
  startPublicWorld(services, log)
  const clockTimer = followClock({ config, clock, log }, databases.lector)
  const started: Work =
    config.servicio === 'todo' ? startWorkProcess({ config, databaseUrl: url, log }) : startWork({ services, config, log })
  return async () => {
    clearInterval(clockTimer)
    await services.visitas.stop()
    await started.stop()
  }
}

async function stop(running: Running): Promise<void> {
  await running.stopWatch()
  await running.app.server.close()
  await running.stopWork()
  await closeDatabases(running.databases)
  await running.postgres?.stop()
  if (readRunning(running.config)?.pid === process.pid) rmSync(runningFile(running.config), { force: true })
}

/**
 * Writes the address of the running database, for `npm run conexion`; only its owner may read it. Another system that runs from this folder
 * keeps its entry.
 */
async function recordRunning({ config, url }: Running): Promise<void> {
  const other = readRunning(config)
  // Our own address is answered by this process: the one that wrote that entry was killed.
  if (other && other.origen !== config.origen && (await isAnswering(other))) return
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
