import { fieldsOf } from '@conoceles/domain/typed'
import fastifyStatic from '@fastify/static'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Clock } from '../clock.ts'

/** SHA-256 of the one script inside the pages of the visor (`apps/visor/src/primero.js`); the servers of copies name it too. */
const PRIMERO = "'sha256-DmaRpFQAOa4rkq9VN/mmVJmGUqEHi+UO2Hr8GiXPucY='"

const policy = ({ scripts, images, media }: { scripts: string; images: string; media?: string }) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    `img-src ${images}`,
    ...(media ? [`media-src ${media}`] : []),
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const VISOR_HEADERS = {
  'content-security-policy': policy({ scripts: `'self' ${PRIMERO}`, images: "'self' blob: data:", media: "'self'" }),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  // Tells the visor that visits are counted here: a copy in files has nobody to tell them to.
  'server-timing': 'visitas',
}

/** Said with every page of the visor. None of a simulacro is for searches: its people are not real. */
export function pageHeaders({ modo }: Pick<Config, 'modo'>): Readonly<Record<string, string>> {
  return modo === 'simulacro' ? { ...VISOR_HEADERS, 'x-robots-tag': 'noindex, noarchive' } : VISOR_HEADERS
}

/** No part of the API: not in openapi.yaml. */
const HIDDEN = { schema: { hide: true } }

const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Headers that a page has besides those of every page, by its address. */
type HeadersOf = (url: string) => Readonly<Record<string, string>>

/** Answers with the page of the address, if there is one. */
type PageServer = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>

interface PagesOptions {
  config: Config
  clock: Pick<Clock, 'system'>
  /** Pages of the visor that were rendered beforehand. */
  rendered: PageServer
  /** Answers in the place of the consola while it has nothing to show. */
  consola: PageServer
  headersOf: HeadersOf
}

/** The two built apps, for installations without a web server in front. */
export async function registerPages(
  app: FastifyInstance,
  { config, clock, rendered, consola: inicio, headersOf }: PagesOptions,
): Promise<void> {
  serveSecurityTxt(app, { config, clock })
  app.get('/live', HIDDEN, async () => ({ vivo: true }))
  const headers = pageHeaders(config)
  const consola = { headers: { ...headers, 'content-security-policy': policy({ scripts: "'self'", images: "'self' blob:" }) }, headersOf }
  if (config.consola && config.servicio !== 'publico')
    await serveApp(app, { ...consola, root: config.consola, prefix: '/consola/', rendered: inicio })
  if (config.servicio === 'consola') sendToVisor(app, config.origen)
  else if (config.visor) await serveApp(app, { headers, headersOf, root: config.visor, prefix: '/', rendered })
}

const TEXT_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': VISOR_HEADERS['strict-transport-security'],
}

/** Less than a year, as RFC 9116 asks. */
const VALID_DAYS = 180

/** Serves the contact for vulnerabilities (RFC 9116), if the configuration names one: nobody invents a contact. */
function serveSecurityTxt(app: FastifyInstance, { config, clock }: Pick<PagesOptions, 'config' | 'clock'>): void {
  app.get('/.well-known/security.txt', HIDDEN, async (_request, reply) => {
    if (config.contactoSeguridad === null) return reply.callNotFound()
    const expires = clock
      .system()
      .add({ hours: VALID_DAYS * 24 })
      .round({ smallestUnit: 'second' })
    void reply.headers({ ...TEXT_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
    return [
      `Contact: ${config.contactoSeguridad}`,
      `Expires: ${expires.toString()}`,
      'Preferred-Languages: es, en',
      `Canonical: ${config.origen}/.well-known/security.txt`,
      '',
    ].join('\n')
  })
}

/** Clients of these paths want data or a file: an unknown one does not get a page. */
const IS_DATA = /^(assets|api)(\/|$)/

interface Served {
  headers: Readonly<Record<string, string>>
  root: string
  prefix: string
  rendered: PageServer
  headersOf: HeadersOf
}

/** Serves files as the build compressed them, if the client takes that; any other path is the app's own route, so it gets the page. */
async function serveApp(app: FastifyInstance, { headers, root, prefix, rendered, headersOf }: Served): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers({ ...headers, ...headersOf(request.url) })
    })
    await scope.register(fastifyStatic, { root, serve: false, preCompressed: true, decorateReply: !app.hasReplyDecorator('sendFile') })
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const path = restOf(request)
      const file = fileOf(root, path)
      if (!file && IS_DATA.test(path)) return reply.callNotFound()
      if (!file && (await rendered(request, reply))) return reply
      void reply.header('cache-control', path.startsWith('assets/') ? IMMUTABLE : 'no-cache')
      return reply.sendFile(file ?? 'index.html', root, { cacheControl: false })
    }
    scope.get(`${prefix}*`, HIDDEN, handler)
    if (prefix !== '/') scope.get(prefix.slice(0, -1), HIDDEN, (_request, reply) => reply.redirect(prefix))
  })
}

/** The consola names pages of the visor by their path, whether both have one address or each its own. */
function sendToVisor(app: FastifyInstance, origen: string): void {
  app.get('/', HIDDEN, (_request, reply) => reply.redirect('/consola/'))
  app.get('/*', HIDDEN, (request, reply) => {
    if (IS_DATA.test(restOf(request))) return reply.callNotFound()
    return reply.redirect(origen + request.url)
  })
}

/** A guide is a file whose address names no extension. */
const IS_GUIDE = /^guias(\/|$)/

function fileOf(root: string, path: string): string | null {
  const name = IS_GUIDE.test(path) && !path.includes('.') ? `${path.replace(/\/$/, '')}.html` : path
  return isFile(root, name) ? name : null
}

function isFile(root: string, path: string): boolean {
  return path.includes('.') && !path.includes('..') && statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true
}

/** The part of the path below the route. */
function restOf({ params }: FastifyRequest): string {
  return String(fieldsOf(params)['*'] ?? '')
}
