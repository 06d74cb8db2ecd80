import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../shared/http/contract.ts'
import { waitWhileMade, type Patience } from '../../shared/http/requests/slow-requests.ts'
import {
  acceptedBy,
  isKnown,
  making,
  PUBLIC_HEADERS,
  takesGzip,
  toAnswer,
  writeAnswer,
  type AnswersCache,
  type PublicoService,
  type Reading,
} from '../lectura/index.ts'
import { ARCHIVOS } from './archivos.ts'
import { ListDescargasDto } from './descargas.dto.ts'
import type { Descarga } from './archivo-hecho.ts'
import type { DescargasService } from './descargas.service.ts'
import { DiccionarioDto, ListCatalogosDto } from './diccionario.dto.ts'
import type { Entrega } from './entrega.ts'

interface DescargasServices {
  descargas: DescargasService
  publico: PublicoService
  cache: AnswersCache
}

interface Place {
  request: FastifyRequest
  reply: FastifyReply
}

const PATIENCE: Patience = {
  /** As long as the downloads of a corte may take. */
  makingMs: 10 * 60_000,
  /** The system sends on from its buffer, up to 4 MB, before it takes more: for a phone at 15 kB/s it takes some every 90 s. */
  stillMs: 90_000,
}

const common = { etiqueta: 'Datos abiertos', permiso: 'publico' } as const

/** In the scope of the public routes: their headers, no account. */
export function descargasRoutes(app: FastifyInstance, { descargas, publico, cache }: DescargasServices): void {
  const answer: Answer = async ({ request, reply }, read) => {
    const known = await cache.build(request.raw, read)
    reply.hijack()
    writeAnswer(request.raw, reply.raw, known)
  }
  route(
    app,
    ['GET', '/publico/catalogos'],
    {
      ...common,
      id: 'listCatalogos',
      rechaza: ['ruta.no_existe'],
      resumen: 'Catálogos de los datos públicos',
      respuesta: 'bytes',
      forma: ListCatalogosDto,
    },
    (incoming) => answer(incoming, publico.recurso('catalogos')),
  )
  route(
    app,
    ['GET', '/publico/diccionario'],
    {
      ...common,
      id: 'getDiccionario',
      rechaza: ['ruta.no_existe'],
      resumen: 'Qué se pregunta, qué grupos hay y con qué licencia',
      respuesta: 'bytes',
      forma: DiccionarioDto,
    },
    (incoming) => answer(incoming, publico.recurso('diccionario')),
  )
  route(
    app,
    ['GET', '/publico/descargas'],
    {
      ...common,
      id: 'listDescargas',
      rechaza: ['ruta.no_existe'],
      resumen: 'Archivos que se pueden descargar, con tamaño y huella',
      descripcion:
        'Los archivos se hacen de las respuestas públicas de cada corte cuando alguien pide el primero: el mismo corte da siempre los mismos bytes. Hasta entonces tamaño y huella son nulos; `datapackage.json` los dice siempre todos. Las candidaturas van por clave de contienda y de quien postula, siempre igual; el orden en que se muestran, que se sortea cada día, está en `/publico/indice`.',
      respuesta: 'bytes',
      forma: ListDescargasDto,
    },
    ({ request, reply }) => handLista({ request, reply }, { descargas, answer }),
  )
  for (const { archivo, medio, titulo, descripcion, id } of ARCHIVOS) {
    route(
      app,
      ['GET', `/publico/descargas/${archivo}`],
      {
        ...common,
        id,
        rechaza: ['exportacion.demasiado_grande', 'ruta.no_existe'],
        resumen: titulo,
        descripcion,
        respuesta: 'bytes',
        medio: medio.split(';')[0] ?? medio,
        encabezados: ['content-disposition'],
      },
      async ({ request, reply }) => {
        const entrega = await waitWhileMade(request.raw.socket, descargas.archivo(archivo), PATIENCE)
        await hand({ request, reply }, entrega)
      },
    )
  }
}

type Answer = (place: Place, read: Reading) => Promise<void>

/** Sends the list. An incomplete one is not cached: it says more once the other files are made. */
async function handLista(place: Place, { descargas, answer }: Pick<DescargasServices, 'descargas'> & { answer: Answer }): Promise<void> {
  const { lista, completa } = await descargas.list()
  const read = making(() => Promise.resolve(JSON.stringify(lista)))
  if (completa) return answer(place, read)
  const known = toAnswer(await read(acceptedBy(place.request.raw)))
  place.reply.hijack()
  writeAnswer(place.request.raw, place.reply.raw, known)
}

async function hand({ request, reply }: Place, entrega: Entrega): Promise<void> {
  reply.hijack()
  await write(request.raw, reply.raw, entrega).catch((error: unknown) => request.log.error({ err: error }, 'a download could not be read'))
}

/** As the other public answers: each encoding with a strong ETag of its own. */
async function write(request: IncomingMessage, response: ServerResponse, entrega: Entrega): Promise<void> {
  const { descarga, nombre } = entrega
  const zipped = descarga.comprimida && takesGzip(acceptedBy(request))
  const etag = zipped ? `"${descarga.sha256}-gzip"` : `"${descarga.sha256}"`
  const headers = { ...headersOf(descarga, nombre), etag, ...(zipped ? { 'content-encoding': 'gzip' } : {}) }
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-length': zipped ? descarga.ocupa : descarga.bytes })
  if (request.method === 'HEAD') response.end()
  else await entrega.send(response, { zipped })
}

function headersOf({ medio }: Descarga, nombre: string) {
  return {
    ...PUBLIC_HEADERS,
    // A search engine would keep an answer that is withdrawn tomorrow.
    'x-robots-tag': 'noindex, noarchive',
    'content-type': medio,
    'content-disposition': `attachment; filename="${nombre}"`,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'accept-encoding',
  }
}
