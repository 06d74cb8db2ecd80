import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../../config.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Recuerdo } from '../entrada/navegadores.service.ts'

/** The refresh token travels in a cookie that no script reads and no other site sends. */
export interface RefreshCookie {
  set(reply: FastifyReply, token: string, expires: Date): void
  clear(reply: FastifyReply): void
  /** The token, once it is sure that our own console sends it. */
  take(request: FastifyRequest): string | null
}

export function createRefreshCookie(config: Config): RefreshCookie {
  const secure = config.origenConsola.startsWith('https:')
  const name = secure ? '__Host-conoceles' : 'conoceles'
  const options = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const
  const origins = allowedOrigins(config)
  return {
    set: (reply, token, expires) => void reply.setCookie(name, token, { ...options, expires }),
    clear: (reply) => void reply.clearCookie(name, options),
    take: (request) => {
      if (request.headers['x-conoceles'] !== '1' || !isSameOrigin(request, origins)) throw new AppError('acceso.origen_invalido')
      return request.cookies[name] ?? null
    },
  }
}

/** By which a browser is known at the next sign-in; it opens nothing. */
export interface NavegadorCookie {
  set(reply: FastifyReply, recuerdo: Recuerdo): void
  read(request: FastifyRequest): string | null
}

export function createNavegadorCookie(config: Config): NavegadorCookie {
  const secure = config.origenConsola.startsWith('https:')
  const name = secure ? '__Host-conoceles-navegador' : 'conoceles-navegador'
  const options = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const
  return {
    set: (reply, { token, venceEn }) => void reply.setCookie(name, token, { ...options, expires: venceEn }),
    read: (request) => request.cookies[name] ?? null,
  }
}

/** In a simulacro `localhost` and `127.0.0.1` are one machine: people type either. */
export function allowedOrigins({ origenConsola, modo }: Config): ReadonlySet<string> {
  const { origin, protocol, hostname, port } = new URL(origenConsola)
  const isLocal = modo === 'simulacro' && ['localhost', '127.0.0.1'].includes(hostname)
  const local = isLocal ? ['localhost', '127.0.0.1'].map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`) : []
  return new Set([origin, ...local])
}

/** Without Origin only the browser's own word, which no page can write, is enough. */
function isSameOrigin({ headers }: FastifyRequest, origins: ReadonlySet<string>): boolean {
  if (headers.origin !== undefined) return origins.has(headers.origin)
  return headers['sec-fetch-site'] === 'same-origin'
}
