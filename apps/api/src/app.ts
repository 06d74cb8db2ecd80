import 'reflect-metadata'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { actividadesRoutes, eventosRoutes } from './modules/programa/actividades/index.ts'
import { auditoriaRoutes } from './modules/derechos/auditoria/index.ts'
import { avisosPrivacidadRoutes } from './modules/captura/avisos/index.ts'
import { bloqueosRoutes } from './modules/publicacion/bloqueos/index.ts'
import { bitacoraRoutes } from './modules/bitacora/index.ts'
import { calendariosRoutes } from './modules/programa/calendarios/index.ts'
import { candidaturasRoutes, vidaRoutes } from './modules/registro/index.ts'
import { codificacionesRoutes } from './modules/informes/codificaciones/index.ts'
import { conclusionRoutes } from './modules/derechos/conclusion/index.ts'
import { consentimientosRoutes } from './modules/captura/consentimientos/index.ts'
import { cuestionariosRoutes, revisionRoutes } from './modules/captura/index.ts'
import { derechosRoutes } from './modules/derechos/solicitudes/index.ts'
import { escenariosRoutes } from './modules/programa/escenarios/index.ts'
import { expedientesRoutes } from './modules/programa/expedientes/index.ts'
import { entregablesRoutes } from './modules/programa/entregables/index.ts'
import { exportacionesRoutes } from './modules/intercambio/exportaciones/index.ts'
import { fotografiasRoutes } from './modules/captura/fotografias/index.ts'
import { importacionesRoutes } from './modules/intercambio/importaciones/index.ts'
import { informesRoutes } from './modules/informes/index.ts'
import { omisionesRoutes } from './modules/informes/omisiones/index.ts'
import { politicasRoutes } from './modules/normativa/politicas/index.ts'
import { confirmacionesRoutes, procesosRoutes } from './modules/proceso/index.ts'
import { proteccionRoutes } from './modules/derechos/proteccion/index.ts'
import { publicacionesRoutes } from './modules/publicacion/index.ts'
import { fromMemory } from './publico/lectura/index.ts'
import { recordatoriosRoutes } from './modules/programa/recordatorios/index.ts'
import { remisionesRoutes } from './modules/programa/remisiones/index.ts'
import { tableroRoutes } from './modules/informes/tablero/index.ts'
import { reportesRoutes } from './modules/publicacion/reportes/index.ts'
import { sesionesRoutes } from './modules/programa/sesiones/index.ts'
import { versionesRoutes } from './modules/normativa/cuestionarios/index.ts'
import { versionesAvisoRoutes } from './modules/normativa/avisos/index.ts'
import { vulneracionesRoutes } from './modules/derechos/vulneraciones/index.ts'
import { registerPublicRoutes, registerSites, releaseAtClose } from './public-world.ts'
import { isPrivate } from './shared/http/declared.ts'
import type { Deps } from './shared/deps.ts'
import { buildServer, limitByAddress } from './shared/http/http-server.ts'
import { buildServices, type Services } from './services.ts'

export interface App {
  server: FastifyInstance
  services: Services
}

/**
 * Builds the whole application from its dependencies. Its process is todo.process.ts; the public world alone starts in publico.process.ts.
 */
export async function buildApp(deps: Deps): Promise<App> {
  const services = buildServices(deps)
  const server = await buildServer(deps.config, fromMemory(services.cache))
  releaseAtClose(server, services)
  // Before the guard, which refuses.
  hardenAnswers(server)
  await services.acceso.registerGuard(server)
  if (deps.config.servicio !== 'consola') await registerPublicRoutes(server, services)
  await server.register((scope) => privateScope(scope, deps, services), { prefix: '/api/v1' })
  await registerSites(server, deps, services)
  await server.ready()
  return { server, services }
}

const PRIVATE_CSP = {
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  useDefaults: false,
}

/**
 * Security headers of private answers and of refusals. Computed once: Fastify's plugin works the same headers out again for each answer.
 */
function hardenAnswers(server: FastifyInstance): void {
  const harden = helmet({
    contentSecurityPolicy: PRIVATE_CSP,
    strictTransportSecurity: { maxAge: 63_072_000 },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  })
  server.addHook('onRequest', (request, reply, done) => {
    if (isPrivate(request)) harden(request.raw, reply.raw, (error) => done(error as Error | undefined))
    else done()
  })
}

async function privateScope(scope: FastifyInstance, deps: Deps, services: Services): Promise<void> {
  await limitByAddress(scope)
  await scope.register(multipart, { limits: { files: 1, fields: 8, fileSize: 10 * 1024 * 1024, parts: 9 } })
  services.acceso.registerRoutes(scope)
  bitacoraRoutes(scope, deps, services.bitacora)
  auditoriaRoutes(scope, deps, services.auditoria)
  procesosRoutes(scope, deps, services.procesos)
  confirmacionesRoutes(scope, deps, services.confirmaciones)
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
  reportesRoutes(scope, deps, services.reportes)
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
  proteccionRoutes(scope, deps, services.proteccion)
  vulneracionesRoutes(scope, deps, services.vulneraciones)
  conclusionRoutes(scope, deps, services.conclusion)
}
