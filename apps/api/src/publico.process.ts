import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { connectReader, type Reader } from './database/reader.ts'
import { blameUnprepared } from './database/unprepared.ts'
import { startOperations } from './operacion/index.ts'
import { fromMemory } from './publico/lectura/index.ts'
import {
  buildPublicWorld,
  registerPublicRoutes,
  registerSites,
  releaseAtClose,
  startPublicWorld,
  type PublicWorld,
} from './public-world.ts'
import { createClock } from './shared/clock.ts'
import { demandContracts, forbidStoring } from './shared/http/declared.ts'
import type { PublicDeps } from './shared/deps.ts'
import { buildServer } from './shared/http/http-server.ts'
import { collectWhenQuiet } from './shared/http/quiet.ts'
import { assertModo, followClock, syncClock } from './shared/reloj.ts'
import { readPassword } from './shared/criptografia/secretos.ts'
import { readVisor, type VisorConstruido } from './shared/visor.ts'
import { stopOnSignal } from './stop.ts'

/**
 * Serves the public world and nothing else (SERVICIO=publico), over a database that another process has prepared. It reads one secret, the
 * password of the reader, and loads no file of the private world.
 */
export async function startPublicProcess(config: Config): Promise<void> {
  const lector = await openReader(config)
  const deps = { config, databases: { lector }, clock: createClock() }
  const visor = readVisor(config)
  const { server, world } = await buildPublicApp(deps, visor)
  // As they are now before anybody asks: the clock of a simulacro, the newest corte.
  await syncClock(deps, lector)
  await world.cache.refresh()
  const { log } = server
  const clockTimer = followClock({ ...deps, log }, lector)
  let stopWatch = () => Promise.resolve()
  stopOnSignal(async () => {
    await stopWatch()
    clearInterval(clockTimer)
    await server.close()
    await world.visitas.stop()
    await lector.close()
  })
  await server.listen({ host: config.host, port: config.port })
  startPublicWorld(world, log)
  const pools = () => ({ lector: lector.counts() })
  stopWatch = await startOperations({ config, log, lector, cache: world.cache, pools, figures: [], read: () => Promise.resolve(null) })
  collectWhenQuiet(server.server)
  if (visor && (await world.publico.sonDeOtraConstruccion(visor.construccion))) process.stdout.write(DE_OTRA)
  process.stdout.write(`Mundo público en ${config.origen}/\n`)
}

const DE_OTRA =
  'Las páginas publicadas son de otra versión o de otra dirección (ORIGEN): las hace el navegador hasta que el proceso de los trabajos las publique otra vez.\n'

async function openReader(config: Config): Promise<Reader> {
  try {
    const lector = await connectReader({ url: config.databaseUrl ?? '', password: (role) => readPassword(config.secretos, role) })
    await assertModo(config, lector)
    return lector
  } catch (error) {
    blameUnprepared(error)
  }
}

/** The server of the public world: a route that asks for a permission keeps it from starting. */
async function buildPublicApp(deps: PublicDeps, visor: VisorConstruido | null): Promise<{ server: FastifyInstance; world: PublicWorld }> {
  const world = buildPublicWorld(deps, visor)
  const server = await buildServer(deps.config, fromMemory(world.cache))
  releaseAtClose(server, world)
  demandContracts(server, (permiso) => permiso === 'publico' || permiso === 'anonimo')
  forbidStoring(server)
  await registerPublicRoutes(server, deps, world)
  await registerSites(server, deps, { world, administracion: null })
  await server.ready()
  return { server, world }
}
