import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../shared/contract.ts'
import {
  isKnown,
  PUBLIC_HEADERS,
  takesGzip,
  toStored,
  writeAnswer,
  type AnswersCache,
  type PublicoService,
  type StoredRecurso,
} from '../publico/index.ts'
import { ARCHIVOS } from './archivos.ts'
import { ListDescargasDto } from './descargas.dto.ts'
import type { DescargasService, Entrega } from './descargas.service.ts'
import { DiccionarioDto, ListCatalogosDto } from './diccionario.dto.ts'
import { openPlano } from './paquete.ts'
import type { Descarga } from './texto-comprimido.ts'

interface DescargasServices {
  descargas: DescargasService
  publico: PublicoService
  cache: AnswersCache
}

interface Place {
  request: FastifyRequest
  reply: FastifyReply
}

const common = { etiqueta: 'Datos abiertos', permiso: 'publico' } as const

/** In the scope of the public routes: their headers, no account. */
export function descargasRoutes(app: FastifyInstance, { descargas, publico, cache }: DescargasServices): void {
  const answer = async ({ request, reply }: Place, read: () => Promise<StoredRecurso>) => {
    const known = await cache.build(request.raw.url ?? '', read)
    reply.hijack()
    writeAnswer(request.raw, reply.raw, known)
  }
  route(
    app,
    ['GET', '/publico/catalogos'],
    { ...common, id: 'listCatalogos', resumen: 'Catálogos de los datos públicos', respuesta: 'bytes', forma: ListCatalogosDto },
    (incoming) => answer(incoming, () => publico.recurso('catalogos')),
  )
  route(
    app,
    ['GET', '/publico/diccionario'],
    {
      ...common,
      id: 'getDiccionario',
      resumen: 'Qué se pregunta, qué grupos hay y con qué licencia',
      respuesta: 'bytes',
      forma: DiccionarioDto,
    },
    (incoming) => answer(incoming, () => publico.recurso('diccionario')),
  )
  route(
    app,
    ['GET', '/publico/descargas'],
    {
      ...common,
      id: 'listDescargas',
      resumen: 'Archivos que se pueden descargar, con tamaño y huella',
      descripcion: 'Los archivos se hacen de las respuestas públicas de cada corte: el mismo corte da siempre los mismos bytes.',
      respuesta: 'bytes',
      forma: ListDescargasDto,
    },
    (incoming) => answer(incoming, async () => toStored(JSON.stringify(await descargas.list()))),
  )
  for (const { archivo, medio, titulo, descripcion, id } of ARCHIVOS) {
    route(
      app,
      ['GET', `/publico/descargas/${archivo}`],
      { ...common, id, resumen: titulo, descripcion, respuesta: 'bytes', medio: medio.split(';')[0] ?? medio },
      async ({ request, reply }) => hand({ request, reply }, await descargas.archivo(archivo)),
    )
  }
}

async function hand({ request, reply }: Place, entrega: Entrega): Promise<void> {
  reply.hijack()
  await write(request.raw, reply.raw, entrega)
}

/** As the other public answers: each encoding with a strong ETag of its own. */
async function write(request: IncomingMessage, response: ServerResponse, { descarga, nombre }: Entrega): Promise<void> {
  const zipped = takesGzip(request.headers['accept-encoding']) ? gzipOf(descarga) : null
  const etag = zipped ? `"${descarga.sha256}-gzip"` : `"${descarga.sha256}"`
  const headers = { ...headersOf(descarga, nombre), etag, ...(zipped ? { 'content-encoding': 'gzip' } : {}) }
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const length = zipped ? zipped.length : descarga.bytes
  response.writeHead(200, { ...headers, 'content-length': length })
  const source = zipped ? Readable.from([zipped]) : openPlano(descarga)
  await send(response, request.method === 'HEAD' ? Readable.from([]) : source)
}

function gzipOf({ contenido }: Descarga): Buffer | null {
  return 'gzip' in contenido ? contenido.gzip : null
}

function headersOf({ medio }: Descarga, nombre: string) {
  return {
    ...PUBLIC_HEADERS,
    // A search engine would keep what is withdrawn tomorrow.
    'x-robots-tag': 'noindex, noarchive',
    'content-type': medio,
    'content-disposition': `attachment; filename="${nombre}"`,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
  }
}

/** Who hangs up in the middle is nobody's fault. */
async function send(response: ServerResponse, source: Readable): Promise<void> {
  await pipeline(source, response).catch(() => response.destroy())
}
