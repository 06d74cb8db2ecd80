import 'reflect-metadata'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import { readAdministracion } from './administracion.ts'
import { buildServices, MODULES } from './modules.ts'
import { diagnosticoRoutes } from './operacion/diagnostico/index.ts'
import { fromMemory } from './publico/lectura/index.ts'
import { registerPublicRoutes, registerSites, releaseAtClose } from './public-world.ts'
import { isPrivate } from './shared/http/declared.ts'
import type { Deps } from './shared/deps.ts'
import { buildServer, limitByAddress } from './shared/http/http-server.ts'
import type { Services } from './services.ts'

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
  if (deps.config.servicio !== 'consola') await registerPublicRoutes(server, deps, services)
  await server.register((scope) => privateScope(scope, deps, services), { prefix: '/api/v1' })
  await registerSites(server, deps, { world: services, administracion: () => readAdministracion(deps.databases) })
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
  for (const { routes } of MODULES) routes(scope, deps, services)
  diagnosticoRoutes(scope, { ...deps, figures: MODULES.flatMap(({ figures }) => figures ?? []) })
}
