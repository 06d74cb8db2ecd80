import type { FastifyBaseLogger, FastifyError, FastifyInstance } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ANSWERED } from './told.ts'
import { inSource } from './validacion/source-places.ts'

/** Pino leaves out a key without a value; Fastify's types know only objects. */
const absent = () => undefined as unknown as Record<string, never>

/**
 * Log ≠ bitácora. Ids and codes only. Messages of PostgreSQL carry values: of those the line keeps SQLSTATE, table and constraint. Faults of its driver
 * have no SQLSTATE, and their fixed sentence is kept.
 */
export function loggerOptions(level: string) {
  return {
    level,
    serializers: {
      err: (error: FastifyError & { table?: string; constraint?: string }) => ({
        type: error.name,
        code: error.code,
        table: error.table,
        constraint: error.constraint,
        message: messageOf(error) as string,
        stack: (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 12)
          .map(inSource)
          .join('\n'),
      }),
      req: absent,
      res: absent,
    },
  }
}

/** Sentences of pg, which hold no value: a wait that ended, a connection that did. */
const OF_DRIVER = /^(Query read timeout|timeout e|Connection terminated|Client (has|was) )/

function messageOf({ code, name, message }: FastifyError): string | undefined {
  const [line = ''] = message?.split('\n') ?? []
  if (code || (name === 'QueryFailedError' && !OF_DRIVER.test(line))) return undefined
  return line.slice(0, 200)
}

/** One line per request: method, pattern of the route, status, time, id. No address, no query, no body. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const said = { metodo: request.method, ruta: request.routeOptions.url, estatus: reply.statusCode }
    request.log.info({ ...said, ms: Math.round(reply.elapsedTime) }, 'request')
    if (ANSWERED.hasSubscribers) ANSWERED.publish({ ...said, ruta: said.ruta ?? 'ninguna', segundos: reply.elapsedTime / 1_000 })
  })
}

/** The same for requests that no route answered. `ruta`: the handler that answered instead. */
export function logAnswered(
  log: FastifyBaseLogger,
  { request: { method }, response: { statusCode }, ruta }: { request: IncomingMessage; response: ServerResponse; ruta: string },
): void {
  log.info({ metodo: method, ruta, estatus: statusCode, ms: 0 }, 'request')
  if (ANSWERED.hasSubscribers) ANSWERED.publish({ metodo: method, ruta, estatus: statusCode, segundos: 0 })
}
