import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, ERRORS, type ErrorCode } from './errors.ts'
import { refuseMethods } from './requests/methods.ts'

/** One mapping from anything thrown to problem+json. An unknown error is a 500 without detail. */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, toAppError(error, request)))
  refuseMethods(app)
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new AppError('ruta.no_existe')))
}

/**
 * Answers a failure before there is a route: an address that cannot be read. A browser is redirected to the same address with its signs
 * escaped, for which the visor shows its page of «not found».
 */
export function sendFrameworkProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { method, url, headers } = request
  const isPage = method === 'GET' && !url.startsWith('/api/') && headers.accept?.includes('text/html')
  if (isPage && error.code === 'FST_ERR_BAD_URL') return reply.redirect(url.replaceAll('%', '%25').replace(/^[/\\]+/, '/'))
  return sendProblem(request, reply, new AppError('entrada.invalida'))
}

/**
 * Answers a request that did not come whole, or is no HTTP. There is no request to answer: the problem is written on the connection, which
 * ends.
 */
export function writeClientProblem({ code }: Error & { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const error = new AppError(CLIENT_CODES[code ?? ''] ?? 'entrada.invalida')
  const text = JSON.stringify(problemOf(error, randomUUID()))
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    `content-type: ${PROBLEM}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy())
}

export const PROBLEM = 'application/problem+json; charset=utf-8'
const CLIENT_CODES: Record<string, ErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'entrada.tardanza',
  HPE_HEADER_OVERFLOW: 'entrada.encabezado_grande',
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const { retryAfter, allow } = error.extras
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)))
  if (allow !== undefined) void reply.header('allow', allow)
  return reply
    .code(error.status)
    .header('content-type', PROBLEM)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(error, request.id)))
}

export function problemOf({ code, status, extras: { detail, errors, actual, segundoFactor } }: AppError, requestId: string): object {
  return {
    type: `/api/docs/errores#${code}`,
    title: ERRORS[code][1],
    status,
    code,
    requestId,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(actual === undefined ? {} : { actual }),
    ...(segundoFactor === undefined ? {} : { segundoFactor }),
  }
}

function toAppError(error: FastifyError, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  const known = FASTIFY_CODES[error.code ?? ''] ?? byStatus(error.statusCode)
  if (known) return new AppError(known)
  const fault = isDiskFull(error) ? 'no room on the disk' : isDatabaseFault(error) && 'database fault'
  if (fault) {
    request.log.error({ err: error }, fault)
    return new AppError('servicio.ocupado', { retryAfter: 2 })
  }
  request.log.error({ err: error }, 'unexpected error')
  return new AppError('servicio.falla')
}

const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'entrada.demasiado_grande',
  FST_REQ_FILE_TOO_LARGE: 'entrada.demasiado_grande',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'entrada.tipo_no_admitido',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'entrada.invalida',
  FST_ERR_CTP_INVALID_JSON_BODY: 'entrada.invalida',
  FST_UNDER_PRESSURE: 'servicio.ocupado',
}

function byStatus(status: number | undefined): ErrorCode | undefined {
  if (status === 400) return 'entrada.invalida'
  // A file outside of its folder, which the library of files refuses.
  if (status === 403 || status === 404) return 'ruta.no_existe'
  if (status === 413) return 'entrada.demasiado_grande'
  if (status === 415) return 'entrada.tipo_no_admitido'
  if (status === 429) return 'servicio.limite'
  return undefined
}

/** Full disk of the database, or of the process that writes a file for a download. */
function isDiskFull({ code }: FastifyError): boolean {
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(code)
}

/** Resets, full pools, lock and disk faults: safe to try again (classes 08, 53, 57P, 40 and lock_not_available). */
function isDatabaseFault(error: FastifyError): boolean {
  const code = String(error.code ?? '')
  return (
    /^(08|53|57P|40)/.test(code) ||
    ['55P03', '57014', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT'].includes(code) ||
    /timeout|Connection terminated|not queryable|already released|Driver not Connected/i.test(error.message ?? '')
  )
}
