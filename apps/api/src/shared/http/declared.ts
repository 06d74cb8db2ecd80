import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Contract } from './contract.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Only for routes that are open to everybody and are no API: files of the apps, documentation. */
    sinContrato?: boolean
  }
}

type Permiso = Contract['permiso']

/**
 * Keeps the whole process from starting when a route declares no permission, or one that this process does not admit. On the root instance,
 * before any route is declared.
 */
export function demandContracts(app: FastifyInstance, admits: (permiso: Permiso) => boolean = () => true): void {
  const declared: RouteOptions[] = []
  app.addHook('onRoute', (options) => void declared.push(options))
  app.addHook('onReady', async () => {
    assertNone(
      'routes without a contract',
      declared.filter(({ config }) => !config?.contract && !config?.sinContrato),
    )
    assertNone(
      'routes that this process does not admit',
      declared.filter(({ config }) => config?.contract && !admits(config.contract.permiso)),
    )
  })
}

function assertNone(what: string, routes: RouteOptions[]): void {
  if (routes.length > 0) throw new Error(`${what}: ${routes.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}`)
}

/** Whether a request is for a route that is not public. */
export function isPrivate({ routeOptions: { config } }: FastifyRequest): boolean {
  return config.contract !== undefined && (config.contract as Pick<Contract, 'permiso'>).permiso !== 'publico'
}

/** Private answers, and refusals of them, are stored nowhere on their way. */
export function forbidStoring(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isPrivate(request)) void reply.header('cache-control', 'no-store')
    done()
  })
}

/** Marks every route of a scope (static files, documentation) as one that needs no contract. */
export function exemptFromContract(scope: FastifyInstance): void {
  scope.addHook('onRoute', (options) => {
    options.config = { ...options.config, sinContrato: true }
  })
}
