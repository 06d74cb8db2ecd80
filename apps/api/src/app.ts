import 'reflect-metadata'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { ServerOptions } from 'node:http'
import { join } from 'node:path'
import { accesoModule, exemptFromContract } from './modules/acceso/index.ts'
import {
  actividadesPieces,
  actividadesRoutes,
  ActividadesService,
  CalendarioLibroService,
  eventosRoutes,
  EventosService,
  RegistroEventosService,
  TableroService,
} from './modules/actividades/index.ts'
import { avisosPrivacidadRoutes, AvisosPrivacidadService } from './modules/avisos-privacidad/index.ts'
import { BloqueosService, bloqueosRoutes } from './modules/bloqueos/index.ts'
import { AcusesService, BitacoraService, bitacoraRoutes } from './modules/bitacora/index.ts'
import { calendariosModule, calendariosRoutes } from './modules/calendarios/index.ts'
import {
  AdvertenciasService,
  CandidaturasService,
  candidaturasRoutes,
  dutiesOf,
  PendientesService,
  vidaModule,
  vidaRoutes,
  VistasService,
} from './modules/candidaturas/index.ts'
import { consentimientosRoutes, ConsentimientosService } from './modules/consentimientos/index.ts'
import {
  cuestionariosModule,
  cuestionariosRoutes,
  CuestionariosVigentes,
  IdentidadService,
  IndiciosService,
  revisionRoutes,
} from './modules/cuestionarios/index.ts'
import { derechosModule, derechosRoutes } from './modules/derechos/index.ts'
import { escenariosModule, escenariosRoutes } from './modules/escenarios/index.ts'
import { EstadisticasService } from './modules/estadisticas/index.ts'
import { expedientesRoutes, ExpedientesService } from './modules/expedientes/index.ts'
import { entregablesModule, entregablesPieces, entregablesRoutes, findTrabajos, findVersiones } from './modules/entregables/index.ts'
import { exportacionesModule, exportacionesRoutes } from './modules/exportaciones/index.ts'
import { fotografiasRoutes, FotografiasService } from './modules/fotografias/index.ts'
import { FormatoIne, importacionesModule, importacionesRoutes } from './modules/importaciones/index.ts'
import { omisionesModule, omisionesRoutes } from './modules/omisiones/index.ts'
import { politicasModule, politicasRoutes } from './modules/politicas/index.ts'
import { procesosRoutes, ProcesosService } from './modules/procesos/index.ts'
import { CabezasService, PublicadorService, publicacionesRoutes } from './modules/publicaciones/index.ts'
import { PublicoService, publicoRoutes, AnswersCache } from './modules/publico/index.ts'
import { recordatoriosModule, recordatoriosRoutes } from './modules/recordatorios/index.ts'
import { remisionesModule, remisionesPieces, remisionesRoutes } from './modules/remisiones/index.ts'
import { TableroCapturaService, tableroRoutes } from './modules/tablero/index.ts'
import { sesionesModule, sesionesPieces, sesionesRoutes } from './modules/sesiones/index.ts'
import { versionesModule, versionesRoutes } from './modules/versiones/index.ts'
import { versionesAvisoModule, versionesAvisoRoutes } from './modules/versiones-aviso/index.ts'
import { registerConsequences } from './consequences.ts'
import type { Deps } from './shared/deps.ts'
import { createDocumentos, type Documentos } from './shared/documentos/documentos.ts'
import { registerErrorHandler, sendFrameworkProblem } from './shared/error-handler.ts'
import { loggerOptions, registerRequestLog } from './shared/logger.ts'
import { registerOpenapi } from './shared/openapi.ts'
import { registerPages } from './shared/pages.ts'
import { registerDtoSchemas } from './shared/schemas.ts'

export interface App {
  server: FastifyInstance
  services: Services
}

/** The application as a function of what it needs; the process is another file (server.ts). */
export async function buildApp(deps: Deps): Promise<App> {
  const services = buildServices(deps)
  const server = await buildServer(deps)
  await services.acceso.registerGuard(server)
  if (deps.config.servicio !== 'consola') await server.register((scope) => publicScope(scope, services), { prefix: '/api/v1' })
  if (deps.config.servicio !== 'publico') await server.register((scope) => privateScope(scope, deps, services), { prefix: '/api/v1' })
  await server.register(async (scope) => {
    exemptFromContract(scope)
    await registerPages(scope, deps.config)
  })
  await server.ready()
  return { server, services }
}

export type Services = ReturnType<typeof buildServices>

/** Every service, by hand, low to high. */
export function buildServices(deps: Deps) {
  const bitacora = new BitacoraService(deps.clock)
  const acuses = new AcusesService(deps)
  const acceso = accesoModule(deps, bitacora)
  const procesos = new ProcesosService(deps, bitacora)
  const vigentes = new CuestionariosVigentes(deps.clock)
  const identidad = new IdentidadService(deps.secretos)
  const avisos = new AvisosPrivacidadService(deps.clock)
  const { captura, actos, ...cuestionarios } = cuestionariosModule(deps, { bitacora, acuses, vigentes, identidad, procesos, avisos })
  const candidaturas = new CandidaturasService(deps.clock, procesos, actos)
  const advertencias = new AdvertenciasService(procesos)
  // One maker of documents for all: a list of a whole state is made alone.
  const documentos = createDocumentos({ workerPath: join(deps.config.trabajadores, 'documento.worker.js') })
  const publicacion = buildPublicacion(deps, { bitacora, procesos, vigentes, identidad, avisos, acuses, documentos })
  const vida = vidaModule(deps, { bitacora, acuses, procesos, cuentas: acceso, captura: actos })
  const owed = buildOwed(deps, { bitacora, acuses, procesos, candidaturas, documentos, cuentas: acceso, vida })
  const versionesAviso = versionesAvisoModule(deps, { bitacora, acuses, procesos, avisos, documentos, actividades: owed.actividades })
  const formatos = [new FormatoIne({ clock: deps.clock, bitacora, procesos, vigentes, identidad })]
  const derechos = derechosModule(deps, { bitacora, acuses, procesos, identidad })
  const hoy = [cuestionarios.revision.cola, owed.actividades, owed.recordatorios.consola, versionesAviso.pendientes, derechos.solicitudes]
  const cache = new AnswersCache(deps.databases.lector)
  const services = {
    bitacora,
    acceso,
    procesos,
    candidaturas,
    vida,
    advertencias,
    vistas: new VistasService(deps.clock),
    pendientes: new PendientesService(procesos, advertencias, dutiesOf(hoy)),
    ...importacionesModule(deps, { bitacora, acuses, procesos, formatos }),
    exportaciones: exportacionesModule(deps, { bitacora, procesos, vigentes, identidad, documentos }),
    avisos,
    versionesAviso,
    consentimientos: new ConsentimientosService(deps, { bitacora, acuses, avisos, documents: identidad }),
    cuestionarios: { ...cuestionarios, captura, actos, vigentes, procesos, indicios: new IndiciosService(vigentes) },
    fotografias: new FotografiasService(deps, { bitacora, acuses }),
    ...publicacion,
    omisiones: omisionesModule(deps, { bitacora, acuses, procesos, vigentes, documentos }),
    tableroCaptura: new TableroCapturaService(deps, { bitacora, procesos, candidaturas, vigentes, documentos, cuentas: acceso }),
    ...owed,
    derechos,
    cache,
    publico: new PublicoService(deps.databases.lector),
  }
  registerConsequences(bitacora, { captura, ajenas: cuestionarios.ajenas, ...owed, eventos: new EventosService(procesos, bitacora) })
  return services
}

type PublicacionParts = Parameters<typeof politicasModule>[1] & ConstructorParameters<typeof PublicadorService>[1]

/** What is public, who decides it, and what the cuestionarios ask by then. */
function buildPublicacion(deps: Deps, parts: PublicacionParts) {
  const publicador = new PublicadorService(deps, parts, [new EstadisticasService(parts)])
  return {
    publicador,
    cabezas: new CabezasService(deps),
    politica: politicasModule(deps, parts),
    bloqueos: new BloqueosService(deps, parts),
    versiones: versionesModule(deps, { ...parts, publicas: (tx) => publicador.camposPublicos(tx) }),
  }
}

type OwedParts = Parameters<typeof recordatoriosModule>[1]

/** What is owed to the INE: its calendar, and the modules that work with it. */
function buildOwed(
  deps: Deps,
  { cuentas, documentos, vida, ...parts }: Omit<OwedParts, 'actividades'> & { documentos: Documentos; vida: ReturnType<typeof vidaModule> },
) {
  const actividades = new ActividadesService(deps, { ...parts, trabajos: findTrabajos })
  const owed = { ...parts, actividades }
  const remisiones = remisionesModule(deps, { ...owed, documentos })
  const contributors = [actividadesPieces, entregablesPieces, sesionesPieces, remisionesPieces({ ...parts, ...remisiones, documentos })]
  return {
    actividades,
    tablero: new TableroService(deps, owed),
    eventos: new RegistroEventosService(deps, { ...owed, versiones: findVersiones, trabajos: findTrabajos }),
    entregables: entregablesModule(deps, { ...owed, documentos: vida.documentos }),
    sesiones: sesionesModule(deps, { ...owed, acuerdos: vida.acuerdos, documentos }),
    remisiones,
    calendarios: calendariosModule(deps, owed),
    calendarioLibro: new CalendarioLibroService(deps, { ...owed, documentos }),
    escenarios: escenariosModule(deps, { ...parts, documentos }),
    recordatorios: recordatoriosModule(deps, { ...owed, cuentas }),
    expedientes: new ExpedientesService(deps, { ...owed, contributors }),
  }
}

const BODY_LIMIT = 64 * 1024
const KEEP_ALIVE_MS = 65_000

async function buildServer({ config }: Deps): Promise<FastifyInstance> {
  const options: FastifyServerOptions & { http: ServerOptions } = {
    logger: loggerOptions(config.logNivel) as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Node looks for slow clients only every 30 s unless told, and a term for the headers (60 s) beyond that of the request takes its place.
    http: { connectionsCheckingInterval: 1_000, headersTimeout: 10_000 },
    frameworkErrors: sendFrameworkProblem,
    trustProxy: config.proxy ?? false,
    routerOptions: { maxParamLength: 200 },
  }
  const server: FastifyInstance = fastify(options as FastifyServerOptions)
  // The DTO classes are the one validator; Fastify's schemas only describe and serialise.
  server.setValidatorCompiler(() => () => true)
  registerErrorHandler(server)
  registerRequestLog(server)
  registerDtoSchemas(server)
  await server.register(underPressure, { maxEventLoopDelay: 1_000, retryAfter: 5, exposeStatusRoute: false })
  await registerOpenapi(server)
  return server
}

const PRIVATE_CSP = {
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  useDefaults: false,
}

/** The public world has the reader's pool and nothing else. */
async function publicScope(scope: FastifyInstance, { publico, cache }: Services): Promise<void> {
  publicoRoutes(scope, { publico, cache })
}

async function privateScope(scope: FastifyInstance, deps: Deps, services: Services): Promise<void> {
  await scope.register(helmet, {
    contentSecurityPolicy: PRIVATE_CSP,
    strictTransportSecurity: { maxAge: 63_072_000 },
    referrerPolicy: { policy: 'no-referrer' },
  })
  await scope.register(rateLimit, { global: false, keyGenerator: (request) => request.ip })
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
  derechosRoutes(scope, deps, services.derechos)
}
