import type { FastifyRequest } from 'fastify'
import { redOf } from '../../shared/http/red.ts'
import type { NavegadorCookie } from './tokens/cookie.ts'
import { describeDispositivo } from './entrada/dispositivo.ts'
import type { Origen } from './entrada/entrada.service.ts'

/** Origin of a sign-in, from its request. */
export function origenOf(request: FastifyRequest, navegadorCookie: NavegadorCookie): Origen {
  return {
    dispositivo: describeDispositivo(request.headers['user-agent'] ?? ''),
    navegador: navegadorCookie.read(request),
    red: redOf(request.ip),
    requestId: request.id,
  }
}
