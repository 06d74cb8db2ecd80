import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { puede, type Permiso } from '@conoceles/domain'
import type { Contract } from '../../shared/contract.ts'
import type { Secretos } from '../../shared/secretos.ts'
import { AppError } from '../../shared/errors.ts'
import type { AccesoService } from './acceso.service.ts'
import { readTokenAcceso, registerTokenAcceso } from './token-acceso.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Only for what is open to everybody and is no API: files of the apps, documentation. */
    sinContrato?: boolean
  }
  interface FastifyRequest {
    /** Device of whoever asks. */
    familiaId: string | null
  }
}

/** Deny by default: must run on the root instance before any route is declared. */
export async function registerGuard(app: FastifyInstance, secretos: Secretos, acceso: AccesoService): Promise<void> {
  await registerTokenAcceso(app, secretos)
  app.decorateRequest('quien', null)
  app.decorateRequest('familiaId', null)
  demandContracts(app)
  app.addHook('onRequest', (request, reply) => guard(app, acceso, { request, reply }))
}

/** Marks every route of a scope (static files, documentation) as one that needs no contract. */
export function exemptFromContract(scope: FastifyInstance): void {
  scope.addHook('onRoute', (options) => {
    options.config = { ...options.config, sinContrato: true }
  })
}

/** A route without a decision on who may call it keeps the whole process from starting. */
function demandContracts(app: FastifyInstance): void {
  const declared: RouteOptions[] = []
  app.addHook('onRoute', (options) => void declared.push(options))
  app.addHook('onReady', async () => {
    const open = declared.filter(({ config }) => !config?.contract && !config?.sinContrato)
    if (open.length > 0)
      throw new Error(`routes without a contract: ${open.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}`)
  })
}

async function guard(
  app: FastifyInstance,
  acceso: AccesoService,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const { contract, sinContrato } = request.routeOptions.config
  if (request.is404 || sinContrato) return
  if (!contract) throw new AppError('ruta.no_existe')
  const { permiso } = contract as unknown as Pick<Contract, 'permiso'>
  if (permiso === 'publico') return
  void reply.header('cache-control', 'no-store')
  if (permiso !== 'anonimo') await authorize(app, acceso, { request, permiso })
}

async function authorize(
  app: FastifyInstance,
  acceso: AccesoService,
  { request, permiso }: { request: FastifyRequest; permiso: Permiso },
): Promise<void> {
  const claims = readTokenAcceso(app, request.headers.authorization)
  const cuenta = claims && (await acceso.authenticate(claims))
  if (!claims || !cuenta) throw new AppError('acceso.requerido')
  if (!puede(cuenta.rol, permiso)) throw new AppError('acceso.sin_permiso')
  const { rol, actorPoliticoId, candidaturaId } = cuenta
  request.quien = { cuentaId: cuenta.id, rol, actorPoliticoId, candidaturaId, requestId: request.id }
  request.familiaId = claims.sid
}
