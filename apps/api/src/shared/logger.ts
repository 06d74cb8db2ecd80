import type { FastifyBaseLogger, FastifyError, FastifyInstance } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { inSource } from './source-places.ts'

/** Log ≠ bitácora. Ids and codes only: an error of the database carries the values of a query, so only its code and place are kept. */
export function loggerOptions(level: string) {
  return {
    level,
    serializers: {
      err: (error: FastifyError & { table?: string; constraint?: string }) => ({
        type: error.name,
        code: error.code,
        table: error.table,
        constraint: error.constraint,
        message: SAFE_MESSAGE.test(error.name ?? '') ? undefined : firstLine(error.code ? undefined : error.message),
        stack: (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 12)
          .map(inSource)
          .join('\n'),
      }),
      req: () => undefined,
      res: () => undefined,
    },
  }
}

const SAFE_MESSAGE = /QueryFailed/

function firstLine(message: string | undefined): string | undefined {
  return message?.split('\n')[0]?.slice(0, 200)
}

/** One line per request: method, pattern of the route, status, time, id. No address, no query, no body. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { metodo: request.method, ruta: request.routeOptions.url, estatus: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}

/** The same of what was in memory, which no route answered. */
export function logAnswered(log: FastifyBaseLogger, { method }: IncomingMessage, { statusCode }: ServerResponse): void {
  log.info({ metodo: method, ruta: 'memoria', estatus: statusCode, ms: 0 }, 'request')
}
