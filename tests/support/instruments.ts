import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Contract } from '../../apps/api/src/shared/http/contract.ts'
import type { Seen } from './mundos/contrato.ts'

export interface DeclaredRoute {
  method: string
  url: string
  /** Null: open to everybody and no API (files of the apps, documentation). */
  contract: Contract | null
}

/** View of an application from outside, without one line in the application. */
export interface Instruments {
  /** Every route, as it was declared; the HEAD that accompanies each GET is left out. */
  routes: DeclaredRoute[]
  /** Every answer to a route of the API. */
  onAnswer: (seen: Seen) => void
  /** Lines that the application logged. */
  log: string[]
}

const CREATED = 'fastify.initialization'

/** Builds an application with instruments on it: they are on before its first route. */
export async function withInstruments<T>(build: () => Promise<T>): Promise<{ built: T; instruments: Instruments }> {
  const instruments: Instruments = { routes: [], onAnswer: () => undefined, log: [] }
  const attach = (message: unknown) => attachTo((message as { fastify: FastifyInstance }).fastify, instruments)
  subscribe(CREATED, attach)
  const pending = build()
  unsubscribe(CREATED, attach)
  return { built: await pending, instruments }
}

function attachTo(app: FastifyInstance, instruments: Instruments): void {
  app.addHook('onRoute', (options) => void instruments.routes.push(...declared(options)))
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.routeOptions.config?.sinContrato) record(request, reply, instruments)
    done()
  })
  redirectLog(app, instruments.log)
}

function declared({ method, url, config }: RouteOptions): DeclaredRoute[] {
  const methods = [method].flat().filter((each) => each !== 'HEAD')
  const contract = (config?.contract ?? null) as Contract | null
  return methods.map((each) => ({ method: each, url, contract }))
}

type Sink = (...args: unknown[]) => unknown

/** Keeps bytes written below Fastify: public answers go straight to the socket. */
function record(request: FastifyRequest, { raw }: FastifyReply, instruments: Instruments): void {
  const chunks: Buffer[] = []
  let head: Record<string, unknown> = {}
  const keep = (chunk: unknown, encoding: unknown) => {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8'))
  }
  wrap(raw, 'writeHead', (args) => {
    const told = args.find((arg) => typeof arg === 'object' && arg !== null)
    head = Array.isArray(told) ? byName(told) : (told as typeof head)
  })
  wrap(raw, 'write', ([chunk, encoding]) => keep(chunk, encoding))
  wrap(raw, 'end', ([chunk, encoding]) => {
    keep(chunk, encoding)
    instruments.onAnswer({
      ...describe(request.raw),
      operationId: operationOf(request),
      status: raw.statusCode,
      headers: { ...raw.getHeaders(), ...head },
      body: Buffer.concat(chunks),
    })
  })
}

/** Headers by name, from the one list that Node takes: name, value, name, value. */
function byName(lines: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(lines.flatMap((name, at) => (at % 2 === 0 ? [[String(name), lines[at + 1]]] : [])))
}

function wrap(raw: ServerResponse, name: 'write' | 'end' | 'writeHead', before: (args: unknown[]) => void): void {
  const original = raw[name].bind(raw) as Sink
  Object.assign(raw, {
    [name]: (...args: unknown[]) => {
      if (name === 'writeHead' && typeof args[0] === 'number') raw.statusCode = args[0]
      before(args)
      return original(...args)
    },
  })
}

function describe({ method = '', url = '' }: IncomingMessage): { method: string; url: string } {
  return { method, url }
}

function operationOf(request: FastifyRequest): string | null {
  const schema = request.routeOptions.schema as { operationId?: string } | undefined
  return request.is404 ? null : (schema?.operationId ?? null)
}

/** pino keeps its destination under a symbol that its children inherit. */
function redirectLog(app: FastifyInstance, log: string[]): void {
  const chain = [app.log, Object.getPrototypeOf(app.log) as object]
  const symbol = chain.flatMap((each) => Object.getOwnPropertySymbols(each)).find(({ description }) => description === 'pino.stream')
  if (symbol) Object.assign(app.log, { [symbol]: { write: (line: string) => log.push(line) } })
}
