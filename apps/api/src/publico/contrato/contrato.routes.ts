import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Reader } from '../../database/reader.ts'
import { route } from '../../shared/http/contract.ts'
import { PUBLIC_HEADERS, toAnswer, writeAnswer } from '../engine/answers.ts'
import { acceptedBy, encode, toMade, type MadeRecurso } from '../engine/encodings.ts'
import { rutaDescarga } from '../descargas/index.ts'
import { pageHeaders } from '../../shared/http/pages.ts'
import { ContratoPublicoDto } from './contrato.dto.ts'
import { paginaErrores, paginaReferencia, POLITICA, type Especificacion } from './documentacion/index.ts'
import { PUBLICO, rutasDe, toPublica } from './especificacion.ts'
import { buildSitemap } from './sitemap.ts'

const ESPECIFICACION = `${PUBLICO}/openapi.json`
const DOCUMENTACION = '/api/docs'
const ERRORES = `${DOCUMENTACION}/errores`
const CATALOGO = rutaDescarga('dcat.jsonld')
const common = { etiqueta: 'Datos abiertos', permiso: 'publico', rechaza: ['ruta.no_existe'], respuesta: 'bytes' } as const

/** Routes that say what the others are. In the scope of the public routes. */
export function contratoRoutes(app: FastifyInstance): void {
  const especificacion = once(() => JSON.stringify(toPublica(whole(app))))
  const indice = once(() => JSON.stringify(indiceDe(app)))
  route(
    app,
    ['GET', '/publico'],
    { ...common, id: 'getContratoPublico', resumen: 'Índice de lo público: cada ruta y dónde se describe', forma: ContratoPublicoDto },
    ({ request, reply }) => hand({ raw: request.raw, reply }, indice),
  )
  route(
    app,
    ['GET', '/publico/openapi.json'],
    {
      ...common,
      id: 'getEspecificacionPublica',
      resumen: 'Descripción OpenAPI de las rutas públicas',
      medio: 'application/json',
    },
    ({ request, reply }) => hand({ raw: request.raw, reply }, especificacion),
  )
}

interface Discovered extends Pick<Config, 'origen' | 'modo'> {
  lector: Reader
  /** Headers that keep search engines away from an address, where the proceso asks for that. */
  headersOf: (url: string) => Readonly<Record<string, string>>
}

/** The address of the API alone leads to its index; the catalogue of APIs of a host is where RFC 9727 looks for it. */
export function descubrimientoRoutes(app: FastifyInstance, { origen, modo, lector, headersOf }: Discovered): void {
  app.get('/api/v1', { schema: { hide: true } }, (_request, reply) => reply.redirect(PUBLICO, 302))
  app.get('/.well-known/api-catalog', { schema: { hide: true } }, async (_request, reply) => {
    void reply.headers({
      'content-type': LINKSET,
      'access-control-allow-origin': '*',
      link: `<${origen}${ESPECIFICACION}>; rel="service-desc"`,
    })
    return JSON.stringify(catalogoDe(origen))
  })
  app.get('/robots.txt', { schema: { hide: true } }, async (_request, reply) => {
    void reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
    return [...ROBOTS, ...(modo === 'simulacro' ? [] : ['', `Sitemap: ${origen}/sitemap.xml`]), ''].join('\n')
  })
  app.get('/sitemap.xml', { schema: { hide: true } }, async (_request, reply) => {
    // Nobody searches for people who do not exist.
    if (modo === 'simulacro') return reply.callNotFound()
    const conCandidaturas = Object.keys(headersOf('/candidaturas')).length === 0
    void reply.headers({ 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' })
    return buildSitemap(lector, { origen, conCandidaturas })
  })
}

/** The reference of the public routes, and the explanation of each error, to be read. */
export function documentacionRoutes(app: FastifyInstance, { origen, modo }: Pick<Config, 'origen' | 'modo'>): void {
  const headers = { ...pageHeaders({ modo }), 'content-security-policy': POLITICA }
  const pages = {
    [DOCUMENTACION]: () => paginaReferencia(toPublica(whole(app)) as Especificacion, origen),
    [ERRORES]: paginaErrores,
  }
  for (const [url, make] of Object.entries(pages)) {
    const page = once(make, 'text/html; charset=utf-8')
    app.get(url, { schema: { hide: true } }, ({ raw }, reply) => hand({ raw, reply, headers }, page))
  }
  app.get(`${DOCUMENTACION}/`, { schema: { hide: true } }, (_request, reply) => reply.redirect(DOCUMENTACION))
}

const ROBOTS = ['User-agent: *', 'Allow: /api/v1/publico/', 'Disallow: /api/', 'Disallow: /consola/']

const LINKSET = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'

function catalogoDe(origen: string): object {
  const at = (href: string, type: string) => [{ href: `${origen}${href}`, type }]
  return {
    linkset: [
      {
        anchor: `${origen}${PUBLICO}`,
        'service-desc': at(ESPECIFICACION, 'application/vnd.oai.openapi+json;version=3.1'),
        'service-doc': at(DOCUMENTACION, 'text/html'),
        'service-meta': at(CATALOGO, 'application/ld+json'),
      },
    ],
  }
}

function indiceDe(app: FastifyInstance): ContratoPublicoDto {
  return {
    especificacion: ESPECIFICACION,
    documentacion: DOCUMENTACION,
    conjunto: rutaDescarga('todo.zip'),
    catalogo: CATALOGO,
    rutas: rutasDe(whole(app)),
  }
}

/** The server's own description, once all its routes are declared. */
function whole(app: FastifyInstance): Parameters<typeof toPublica>[0] {
  return app.swagger() as Parameters<typeof toPublica>[0]
}

/** Made at the first request: describing all routes takes a while, and they are the same as long as the process lives. */
function once(make: () => string, medio?: string): () => Promise<MadeRecurso> {
  let made: Promise<MadeRecurso> | null = null
  return () => (made ??= toMade(make(), medio))
}

interface Handing {
  raw: FastifyRequest['raw']
  reply: FastifyReply
  headers?: Readonly<Record<string, string>>
}

async function hand({ raw, reply, headers = PUBLIC_HEADERS }: Handing, made: () => Promise<MadeRecurso>): Promise<void> {
  const answer = toAnswer(encode(await made(), acceptedBy(raw)), { headers, status: 200 })
  reply.hijack()
  writeAnswer(raw, reply.raw, answer)
}
