import type { FastifyBaseLogger } from 'fastify'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ConfigError, type Config } from '../config.ts'
import type { PoolCounts } from '../database/pools.ts'
import { createMeasures, type Measured, type Measures } from './measures.ts'
import { review, type Reviewed } from './readiness.ts'

export interface Operated extends Omit<Reviewed, 'datos'>, Pick<Measured, 'figures' | 'read'> {
  config: Pick<Config, 'operacion' | 'servicio' | 'datos'>
  log: FastifyBaseLogger
  pools: () => Record<string, PoolCounts>
}

interface Answer {
  status: number
  medium: string
  body: string
}

const JSON_MEDIUM = 'application/json; charset=utf-8'

/**
 * Serves /live, /ready and /metrics on the address that the configuration gives to operations, which no proxy shows to anybody else. Answers
 * how to end it; nothing is served where there is no such address.
 *
 * @throws ConfigError where the port is taken.
 */
export async function startOperations({ config, log, ...parts }: Operated): Promise<() => Promise<void>> {
  if (config.operacion === null) return () => Promise.resolve()
  const measures = await createMeasures({ ...parts, servicio: config.servicio })
  const server = createServer((request, response) => {
    answer(request, { measures, reviewed: { ...parts, datos: config.datos } }).then(
      (said) => write(request, response, said),
      (error: unknown) => {
        log.error({ err: error }, 'operations were not answered')
        write(request, response, json(500, { titulo: 'No se pudo medir; el registro dice por qué.' }))
      },
    )
  })
  await listen(server, config.operacion)
  return () => {
    measures.end()
    server.closeAllConnections()
    return new Promise((done) => server.close(() => done()))
  }
}

async function answer(
  { url, method }: IncomingMessage,
  { measures, reviewed }: { measures: Measures; reviewed: Reviewed },
): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { titulo: 'Esta dirección sólo se lee.' })
  if (url === '/live') return json(200, { vivo: true })
  if (url === '/metrics') return { status: 200, medium: measures.medium, body: await measures.text() }
  if (url !== '/ready') return json(404, { titulo: 'Aquí sólo hay /live, /ready y /metrics.' })
  const revisiones = await review(reviewed)
  const listo = revisiones.every(({ bien }) => bien)
  return json(listo ? 200 : 503, { listo, revisiones })
}

function json(status: number, body: object): Answer {
  return { status, medium: JSON_MEDIUM, body: JSON.stringify(body) }
}

function write({ method }: IncomingMessage, response: ServerResponse, { status, medium, body }: Answer): void {
  response.writeHead(status, { 'content-type': medium, 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body) })
  response.end(method === 'HEAD' ? undefined : body)
}

function listen(server: Server, at: { host: string; port: number }): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new ConfigError(`OPERACION nombra un puerto ocupado, el ${at.port}: elija otro.`) : error),
    )
    server.listen(at, () => done())
  })
}
