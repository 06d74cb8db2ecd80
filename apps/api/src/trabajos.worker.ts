// Child process of work-process.ts: everything that goes on without being asked, over a database that the parent has prepared.
import fastify from 'fastify'
import { buildServices } from './modules.ts'
import { readConfig } from './config.ts'
import { closeDatabases, connectDatabases } from './database/databases.ts'
import { ENTITIES } from './modules.ts'
import { createClock } from './shared/clock.ts'
import { loggerOptions } from './shared/logger.ts'
import { followClock, syncClock } from './shared/reloj.ts'
import { openSecretos } from './shared/criptografia/secretos.ts'
import { startWatch } from './watch.ts'
import { startWork } from './work.ts'

const config = readConfig()
const secretos = openSecretos(config.secretos)
const databases = await connectDatabases({ url: config.databaseUrl ?? '', password: secretos.password, entities: ENTITIES })
const clock = createClock()
const services = buildServices({ config, databases, clock, secretos })
const { log } = fastify({ logger: loggerOptions(config.logNivel) })
await syncClock({ config, clock }, databases.lector)
const clockTimer = followClock({ config, clock, log }, databases.lector)
const work = startWork({ services, config, log })
// The parent has the address that was given, and this process the next.
const operacion = config.operacion && { ...config.operacion, port: config.operacion.port + 1 }
const stopWatch = await startWatch({ config: { ...config, operacion }, databases, cache: null, log })

// A signal of the terminal reaches both processes: the parent says when, also by being gone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.once('disconnect', () => void stop())
// It may have gone while this one was getting ready, when nobody listened.
if (!process.connected) await stop()

async function stop(): Promise<void> {
  await stopWatch()
  clearInterval(clockTimer)
  await work.stop()
  await closeDatabases(databases)
  process.exit(0)
}
