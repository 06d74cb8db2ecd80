import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http'
import type { Config } from '../../config.ts'
import { registerErrorHandler, sendFrameworkProblem, writeClientProblem } from './error-handler.ts'
import { logAnswered, loggerOptions, registerRequestLog } from '../logger.ts'
import { refuseLongAddress } from './requests/long-addresses.ts'
import { registerOpenapi } from './openapi.ts'
import { oneAtATime } from '../pipelining.ts'
import { registerDtoSchemas } from './schemas.ts'
import { keepPace, limitStillness, type Pace } from './requests/slow-requests.ts'

/** Answers a request; false: it does not, and nothing of it was touched. */
export type Ahead = (request: IncomingMessage, response: ServerResponse) => boolean

const BODY_LIMIT = 64 * 1024
const KEEP_ALIVE_MS = 65_000
/** Fifteen seconds, and then 128 kbit/s. */
const PACE: Pace = { graceMs: 15_000, bytesPerSecond: 16 * 1024, everyMs: 1_000 }
/** For how long a connection may lie still in the middle of an answer. */
const STILL_MS = 20_000
// Node looks for slow clients only every 30 s unless told; of slow bodies `keepPace` takes care.
const HTTP: ServerOptions = {
  keepAliveTimeout: KEEP_ALIVE_MS,
  requestTimeout: 0,
  connectionsCheckingInterval: PACE.everyMs,
  headersTimeout: 10_000,
}

/** A server without routes. `ahead` answers from memory before the framework looks at the request. */
export async function buildServer(config: Config, ahead: Ahead): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    logger: loggerOptions(config.logNivel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    serverFactory: (handle) => {
      const http = createServer(
        HTTP,
        oneAtATime((request, response) => {
          watch(request)
          if (refuseLongAddress(request, response)) logAnswered(server.log, { request, response, ruta: 'larga' })
          else if (ahead(request, response)) logAnswered(server.log, { request, response, ruta: 'memoria' })
          else handle(request, response)
        }),
      )
      const watch = keepPace(http, PACE)
      limitStillness(http, STILL_MS)
      return http
    },
    frameworkErrors: sendFrameworkProblem,
    clientErrorHandler: writeClientProblem,
    trustProxy: config.proxy ?? false,
    routerOptions: { maxParamLength: 200 },
  }
  const server: FastifyInstance = fastify(options)
  // The DTO classes are the one validator; Fastify's schemas only describe and serialise.
  server.setValidatorCompiler(() => () => true)
  registerErrorHandler(server)
  registerRequestLog(server)
  registerDtoSchemas(server)
  await server.register(underPressure, { maxEventLoopDelay: config.retrasoMaximo, retryAfter: 5, exposeStatusRoute: false })
  await registerOpenapi(server, config)
  return server
}

/** Limits the requests of each address, on routes that declare a limit. */
export async function limitByAddress(scope: FastifyInstance): Promise<void> {
  await scope.register(rateLimit, { global: false, keyGenerator: (request) => request.ip })
}
