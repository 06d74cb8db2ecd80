import 'reflect-metadata'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import helmet from 'helmet'
import { randomUUID } from 'node:crypto'
import { createServer, type ServerOptions } from 'node:http'
import { exemptFromContract } from './modules/acceso/index.ts'
import { actividadesRoutes, eventosRoutes } from './modules/actividades/index.ts'
import { avisosPrivacidadRoutes } from './modules/avisos-privacidad/index.ts'
import { bloqueosRoutes } from './modules/bloqueos/index.ts'
import { bitacoraRoutes } from './modules/bitacora/index.ts'
import { calendariosRoutes } from './modules/calendarios/index.ts'
import { candidaturasRoutes, vidaRoutes } from './modules/candidaturas/index.ts'
import { codificacionesRoutes } from './modules/codificaciones/index.ts'
import { conclusionRoutes } from './modules/conclusion/index.ts'
import { consentimientosRoutes } from './modules/consentimientos/index.ts'
import { cuestionariosRoutes, revisionRoutes } from './modules/cuestionarios/index.ts'
import { derechosRoutes } from './modules/derechos/index.ts'
import { escenariosRoutes } from './modules/escenarios/index.ts'
import { expedientesRoutes } from './modules/expedientes/index.ts'
import { entregablesRoutes } from './modules/entregables/index.ts'
import { exportacionesRoutes } from './modules/exportaciones/index.ts'
import { fotografiasRoutes } from './modules/fotografias/index.ts'
import { importacionesRoutes } from './modules/importaciones/index.ts'
import { informesRoutes } from './modules/informes/index.ts'
import { omisionesRoutes } from './modules/omisiones/index.ts'
import { politicasRoutes } from './modules/politicas/index.ts'
import { procesosRoutes } from './modules/procesos/index.ts'
import { publicacionesRoutes } from './modules/publicaciones/index.ts'
import { fromMemory, publicoRoutes, type Ahead } from './modules/publico/index.ts'
import { recordatoriosRoutes } from './modules/recordatorios/index.ts'
import { remisionesRoutes } from './modules/remisiones/index.ts'
import { tableroRoutes } from './modules/tablero/index.ts'
import { sesionesRoutes } from './modules/sesiones/index.ts'
import { versionesRoutes } from './modules/versiones/index.ts'
import { versionesAvisoRoutes } from './modules/versiones-aviso/index.ts'
import { fichasPdfRoutes } from './modules/fichas-pdf/index.ts'
import { descargasRoutes } from './modules/descargas/index.ts'
import type { Deps } from './shared/deps.ts'
import { registerErrorHandler, sendFrameworkProblem } from './shared/error-handler.ts'
import { logAnswered, loggerOptions, registerRequestLog } from './shared/logger.ts'
import { registerOpenapi } from './shared/openapi.ts'
import { registerPages } from './shared/pages.ts'
import { registerDtoSchemas } from './shared/schemas.ts'
import { buildServices, type Services } from './services.ts'

export interface App {
  server: FastifyInstance
  services: Services
}

/** The application as a function of what it needs; the process is another file (server.ts). */
export async function buildApp(deps: Deps): Promise<App> {
  const services = buildServices(deps)
  const server = await buildServer(deps, fromMemory(services.cache))
  server.addHook('preClose', async () => services.cache.stop())
  server.addHook('onClose', async () => {
    services.comparaciones?.soltar()
    await services.descargas.soltar()
  })
  await services.acceso.registerGuard(server)
  if (deps.config.servicio !== 'consola') await server.register((scope) => publicScope(scope, services), { prefix: '/api/v1' })
  if (deps.config.servicio !== 'publico') await server.register((scope) => privateScope(scope, deps, services), { prefix: '/api/v1' })
  await server.register(async (scope) => {
    exemptFromContract(scope)
    const headersOf = (url: string) => services.cache.headersOf(url)
    const rendered: typeof services.paginas = async (request, reply) =>
      (await services.comparaciones?.comparar(request, reply)) === true || services.paginas(request, reply)
    await registerPages(scope, { config: deps.config, rendered, headersOf })
  })
  await server.ready()
  return { server, services }
}

const BODY_LIMIT = 64 * 1024
const KEEP_ALIVE_MS = 65_000
const REQUEST_MS = 15_000
const CONNECTION_MS = 20_000
// Node looks for slow clients only every 30 s unless told, and a term for the headers (60 s) beyond that of the request takes its place.
const HTTP: ServerOptions = {
  keepAliveTimeout: KEEP_ALIVE_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: 1_000,
  headersTimeout: 10_000,
}

async function buildServer({ config }: Deps, ahead: Ahead): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    logger: loggerOptions(config.logNivel) as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    serverFactory: (handle) => {
      const http = createServer(HTTP, (request, response) => {
        if (ahead(request, response)) logAnswered(server.log, request, response)
        else handle(request, response)
      })
      return http.setTimeout(CONNECTION_MS)
    },
    frameworkErrors: sendFrameworkProblem,
    trustProxy: config.proxy ?? false,
    routerOptions: { maxParamLength: 200 },
  }
  const server: FastifyInstance = fastify(options)
  // The DTO classes are the one validator; Fastify's schemas only describe and serialise.
  server.setValidatorCompiler(() => () => true)
  registerErrorHandler(server)
  registerRequestLog(server)
  registerDtoSchemas(server)
  await server.register(underPressure, { maxEventLoopDelay: config.retrasoMaximo, retryAfter: 5, exposeStatusRoute: false })
  await registerOpenapi(server)
  return server
}

const PRIVATE_CSP = {
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  useDefaults: false,
}

/** Worked out once for every answer: the plugin of Fastify works the same headers out again at each. */
function hardenAnswers(scope: FastifyInstance): void {
  const harden = helmet({
    contentSecurityPolicy: PRIVATE_CSP,
    strictTransportSecurity: { maxAge: 63_072_000 },
    referrerPolicy: { policy: 'no-referrer' },
  })
  scope.addHook('onRequest', ({ raw }, reply, done) => harden(raw, reply.raw, (error) => done(error as Error | undefined)))
}

/** The public world has the reader's pool and nothing else. */
async function publicScope(scope: FastifyInstance, services: Services): Promise<void> {
  publicoRoutes(scope, services)
  descargasRoutes(scope, services)
  await scope.register(async (own) => {
    await limitByAddress(own)
    fichasPdfRoutes(own, services)
  })
}

/** Counts, of each address, what it asks of routes that say how much of it they take. */
async function limitByAddress(scope: FastifyInstance): Promise<void> {
  await scope.register(rateLimit, { global: false, keyGenerator: (request) => request.ip })
}

async function privateScope(scope: FastifyInstance, deps: Deps, services: Services): Promise<void> {
  hardenAnswers(scope)
  await limitByAddress(scope)
  await scope.register(multipart, { limits: { files: 1, fields: 8, fileSize: 10 * 1024 * 1024, parts: 9 } })
  scope.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
  })
  services.acceso.registerRoutes(scope)
  bitacoraRoutes(scope, deps, services.bitacora)
  procesosRoutes(scope, deps, services.procesos)
  candidaturasRoutes(scope, deps, services)
  vidaRoutes(scope, deps, services.vida)
  importacionesRoutes(scope, deps, services.importaciones)
  exportacionesRoutes(scope, deps, services.exportaciones)
  avisosPrivacidadRoutes(scope, deps, services.avisos)
  versionesAvisoRoutes(scope, deps, services.versionesAviso)
  consentimientosRoutes(scope, deps, services.consentimientos)
  cuestionariosRoutes(scope, deps, services.cuestionarios)
  revisionRoutes(scope, deps, services.cuestionarios.revision)
  versionesRoutes(scope, deps, services.versiones)
  fotografiasRoutes(scope, deps, services.fotografias)
  publicacionesRoutes(scope, deps, services.publicador)
  politicasRoutes(scope, deps, services.politica)
  bloqueosRoutes(scope, deps, services.bloqueos)
  actividadesRoutes(scope, deps, services)
  eventosRoutes(scope, deps, services.eventos)
  calendariosRoutes(scope, services.calendarios)
  escenariosRoutes(scope, deps, services.escenarios)
  recordatoriosRoutes(scope, deps, services.recordatorios)
  remisionesRoutes(scope, deps, services.remisiones)
  expedientesRoutes(scope, services.expedientes)
  entregablesRoutes(scope, deps, services.entregables)
  sesionesRoutes(scope, deps, services.sesiones)
  tableroRoutes(scope, services.tableroCaptura)
  omisionesRoutes(scope, deps, services.omisiones)
  codificacionesRoutes(scope, deps, services.codificaciones)
  informesRoutes(scope, deps, services.informes)
  derechosRoutes(scope, deps, services.derechos)
  conclusionRoutes(scope, deps, services.conclusion)
}
