import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { paginasPedidasModule } from './publico/paginas/index.ts'
import { contratoRoutes, descubrimientoRoutes, documentacionRoutes } from './publico/contrato/index.ts'
import { descargasRoutes, DescargasService } from './publico/descargas/index.ts'
import { fichasPdfRoutes, FichasPdfService } from './publico/fichas/index.ts'
import { maquinasRoutes } from './publico/maquinas/index.ts'
import { estiloRoutes, GUION } from './publico/incrustar/index.ts'
import { publicoModule, publicoRoutes, reportesPublicosRoutes } from './publico/lectura/index.ts'
import { exemptFromContract } from './shared/http/declared.ts'
import type { PublicDeps } from './shared/deps.ts'
import { createDocumentos } from './shared/documentos/documentos.ts'
import { limitByAddress } from './shared/http/http-server.ts'
import { registerPages } from './shared/http/pages.ts'
import { readVisor } from './shared/visor.ts'
import { createInicio, type Hallado } from './inicio/index.ts'

export type PublicWorld = ReturnType<typeof buildPublicWorld>

/** Everything that anybody may ask for, over the reader's pool alone. */
export function buildPublicWorld(deps: PublicDeps, visor = readVisor(deps.config)) {
  const { config, databases } = deps
  const publico = publicoModule(deps, visor)
  const documentos = createDocumentos({ workerPath: join(config.trabajadores, 'documento.worker.js') })
  const world = {
    ...publico,
    pedidas: visor && paginasPedidasModule(deps, { visor, cache: publico.cache }),
    descargas: new DescargasService(databases.lector, config),
    fichas: new FichasPdfService(databases.lector, { documentos, origen: config.origen }),
  }
  world.cache.onCorte = () => void world.descargas.soltar()
  return world
}

/** Registers the routes of the API that need no account, and those for machines. */
export async function registerPublicRoutes(server: FastifyInstance, { config, databases }: PublicDeps, world: PublicWorld): Promise<void> {
  await server.register((scope) => maquinasRoutes(scope, { ...world, lector: databases.lector, origen: config.origen }))
  await server.register(
    async (scope) => {
      scope.addHook('onRequest', ({ params }, _reply, done) => {
        foldHex(params as Record<string, string>)
        done()
      })
      publicoRoutes(scope, world)
      contratoRoutes(scope)
      descargasRoutes(scope, world)
      await scope.register(async (own) => {
        await limitByAddress(own)
        fichasPdfRoutes(own, world)
      })
      await scope.register(async (own) => {
        await limitByAddress(own)
        reportesPublicosRoutes(own, { reportes: world.reportesPublicos, formulario: world.pedidas?.formulario ?? null })
      })
    },
    { prefix: '/api/v1' },
  )
}

/** Ids and hashes are the same in capitals, as some programs write them. */
function foldHex(params: Record<string, string>): void {
  for (const name of ['id', 'sha256', 'archivo']) if (params[name]) params[name] = params[name].toLowerCase()
}

/**
 * The built apps that the configuration names, with the pages that the public world rendered, and the documentation. `administracion` counts
 * its accounts; null: this process has none.
 */
export async function registerSites(
  server: FastifyInstance,
  { config, clock, databases }: PublicDeps,
  { world, administracion }: { world: PublicWorld; administracion: (() => Promise<Hallado['administracion']>) | null },
): Promise<void> {
  const inicio = createInicio({ config, lector: databases.lector, administracion })
  await server.register(async (scope) => {
    exemptFromContract(scope)
    // Other sites load the script.
    const ofGuion = { 'cross-origin-resource-policy': 'cross-origin' }
    const headersOf = (url: string) => ({ ...world.cache.headersOf(url), ...(url === GUION ? ofGuion : {}) })
    const rendered: PublicWorld['paginas'] = async (request, reply) =>
      (await inicio(reply)) || (await world.pedidas?.pedidas(request, reply)) === true || world.paginas(request, reply)
    descubrimientoRoutes(scope, { ...config, lector: databases.lector, headersOf })
    if (config.servicio !== 'consola') documentacionRoutes(scope, config)
    estiloRoutes(scope, config)
    await registerPages(scope, { config, clock, rendered, consola: (_request, reply) => inicio(reply), headersOf })
  })
}

/** Starts the background work of the public world: it follows the cortes, and writes the visits that it counted. */
export function startPublicWorld({ cache, visitas }: PublicWorld, log: FastifyBaseLogger): void {
  cache.start(log)
  visitas.start((error) => log.error({ err: error }, 'visits could not be written'))
}

/** A server that stops empties memory first, so that it answers nothing that is old, and leaves no file of a download. */
export function releaseAtClose(server: FastifyInstance, world: PublicWorld): void {
  server.addHook('preClose', async () => world.cache.stop())
  server.addHook('onClose', async () => {
    world.pedidas?.soltar()
    await world.descargas.soltar()
  })
}
