import type { FastifyRequest } from 'fastify'
import { redOf } from '../../shared/red.ts'
import type { NavegadorCookie } from './cookie.ts'
import { describeDispositivo } from './dispositivo.ts'
import type { Origen } from './entrada.service.ts'

/** Origin of a sign-in, from its request. */
export function origenOf(request: FastifyRequest, navegadorCookie: NavegadorCookie): Origen {
  return {
    dispositivo: describeDispositivo(request.headers['user-agent'] ?? ''),
    navegador: navegadorCookie.read(request),
    red: redOf(request.ip),
    requestId: request.id,
  }
}
