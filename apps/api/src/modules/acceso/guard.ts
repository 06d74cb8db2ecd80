import type { FastifyInstance, FastifyRequest } from 'fastify'
import { puede, type Permiso } from '@conoceles/domain'
import { fieldsOf } from '@conoceles/domain/typed'
import type { Contract, Paso } from '../../shared/http/contract.ts'
import { demandContracts, forbidStoring } from '../../shared/http/declared.ts'
import type { Secretos } from '../../shared/criptografia/secretos.ts'
import { AppError } from '../../shared/http/errors.ts'
import type { CuentaDeFamilia } from './acceso.queries.ts'
import type { AccesoService } from './acceso.service.ts'
import { readTokenAcceso, registerTokenAcceso } from './tokens/token-acceso.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Device of the acting account. */
    familiaId: string | null
  }
}

/** Deny by default: must run on the root instance before any route is declared. */
export async function registerGuard(app: FastifyInstance, secretos: Secretos, acceso: AccesoService): Promise<void> {
  await registerTokenAcceso(app, secretos)
  app.decorateRequest('quien', null)
  app.decorateRequest('familiaId', null)
  demandContracts(app)
  forbidStoring(app)
  app.addHook('onRequest', (request) => guard(app, acceso, request))
}

async function guard(app: FastifyInstance, acceso: AccesoService, request: FastifyRequest): Promise<void> {
  const { contract, sinContrato } = request.routeOptions.config
  if (request.is404 || sinContrato) return
  if (!contract) throw new AppError('ruta.no_existe')
  const { permiso, paso } = contract as unknown as Pick<Contract, 'permiso' | 'paso'>
  if (permiso === 'publico' || permiso === 'anonimo') return
  const { factorEn } = await authorize(app, acceso, { request, permiso })
  if (asksFactor(paso, request) && !acceso.isRecent(factorEn)) throw new AppError('acceso.factor_reciente')
}

async function authorize(
  app: FastifyInstance,
  acceso: AccesoService,
  { request, permiso }: { request: FastifyRequest; permiso: Permiso },
): Promise<CuentaDeFamilia> {
  const claims = readTokenAcceso(app, request.headers.authorization)
  const cuenta = claims && (await acceso.authenticate(claims))
  if (!claims || !cuenta) throw new AppError('acceso.requerido')
  const { rol, actorPoliticoId, candidaturaId } = cuenta
  request.quien = { cuentaId: cuenta.id, rol, actorPoliticoId, candidaturaId, requestId: request.id }
  request.familiaId = claims.sid
  if (!puede(rol, permiso)) throw new AppError('acceso.sin_permiso')
  return cuenta
}

function asksFactor(paso: Paso | undefined, { query }: FastifyRequest): boolean {
  return typeof paso === 'function' ? paso(fieldsOf(query)) : paso === 'reciente'
}
