import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../shared/contract.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import {
  AcusePublicoDto,
  CorteParamsDto,
  CortePublicoDto,
  FolioParamsDto,
  ListCortesDto,
  ListCortesQueryDto,
  ListLlavesDto,
  Sha256ParamsDto,
} from './pruebas.dto.ts'
import {
  ArchivoParamsDto,
  AvisoParamsDto,
  AvisoPublicoDto,
  CandidaturaPublicaDto,
  ListContiendasDto,
  ListPublicaDto,
  ListPublicoQueryDto,
  ProcesoPublicoDto,
  TerritorioDto,
} from './publico.dto.ts'
import type { StoredRecurso } from './publico.queries.ts'
import type { PublicoService } from './publico.service.ts'

const common = { etiqueta: 'Público', permiso: 'publico' } as const
const bytes = { ...common, respuesta: 'bytes' } as const

export function publicoRoutes(app: FastifyInstance, publico: PublicoService): void {
  procesoRoutes(app, publico)
  candidaturaRoutes(app, publico)
  proofRoutes(app, publico)
}

/** Answers built at publication and handed out as they are. */
function procesoRoutes(app: FastifyInstance, publico: PublicoService): void {
  route(
    app,
    ['GET', '/publico/proceso'],
    { ...bytes, id: 'getProcesoPublico', resumen: 'El proceso y sus cifras', forma: ProcesoPublicoDto },
    async ({ request, reply }) => send(request, reply, await publico.recurso('proceso')),
  )
  route(
    app,
    ['GET', '/publico/contiendas'],
    { ...bytes, id: 'listContiendas', resumen: 'Contiendas', forma: ListContiendasDto },
    async ({ request, reply }) => send(request, reply, await publico.recurso('contiendas')),
  )
  route(
    app,
    ['GET', '/publico/territorio'],
    { ...bytes, id: 'getTerritorio', resumen: 'A qué municipio y distrito pertenece cada sección', forma: TerritorioDto },
    async ({ request, reply }) => send(request, reply, await publico.recurso('territorio')),
  )
  route(
    app,
    ['GET', '/publico/avisos-privacidad/:tipo'],
    { ...bytes, id: 'getAvisoPublico', resumen: 'Aviso de privacidad vigente', params: AvisoParamsDto, forma: AvisoPublicoDto },
    async ({ params, request, reply }) => send(request, reply, await publico.recurso(`avisos-privacidad/${params.tipo}`)),
  )
}

function candidaturaRoutes(app: FastifyInstance, publico: PublicoService): void {
  route(
    app,
    ['GET', '/publico/candidaturas'],
    { ...bytes, id: 'listCandidaturasPublicas', resumen: 'Busca candidaturas', query: ListPublicoQueryDto, forma: ListPublicaDto },
    async ({ query, request, reply }) => send(request, reply, await publico.list(query)),
  )
  route(
    app,
    ['GET', '/publico/candidaturas/:id'],
    { ...bytes, id: 'getCandidaturaPublica', resumen: 'Página de una candidatura', params: IdParamsDto, forma: CandidaturaPublicaDto },
    async ({ params, request, reply }) => send(request, reply, await publico.recurso(`candidaturas/${params.id}`)),
  )
  route(
    app,
    ['GET', '/publico/fotografias/:archivo'],
    { ...bytes, id: 'getFotografiaPublica', resumen: 'Fotografía', params: ArchivoParamsDto, medio: 'image/webp' },
    async ({ params, request, reply }) => send(request, reply, await publico.recurso(`fotografias/${params.archivo}`)),
  )
  route(
    app,
    ['GET', '/publico/recursos/:sha256'],
    {
      ...bytes,
      id: 'getRecurso',
      resumen: 'Los bytes de un recurso, también de cortes pasados',
      params: Sha256ParamsDto,
      medio: 'application/octet-stream',
    },
    async ({ params, request, reply }) => send(request, reply, await publico.recursoBySha256(params.sha256)),
  )
}

/** What lets anybody prove what was public, and what was received. */
function proofRoutes(app: FastifyInstance, publico: PublicoService): void {
  route(
    app,
    ['GET', '/publico/cortes'],
    { ...common, id: 'listCortes', resumen: 'Cortes', query: ListCortesQueryDto, respuesta: ListCortesDto },
    ({ query }) => publico.cortes(query.antes ?? null),
  )
  route(
    app,
    ['GET', '/publico/cortes/:numero'],
    { ...common, id: 'getCorte', resumen: 'Manifiesto de un corte', params: CorteParamsDto, respuesta: CortePublicoDto },
    ({ params }) => publico.corte(params.numero),
  )
  route(app, ['GET', '/publico/llaves'], { ...common, id: 'listLlaves', resumen: 'Llaves de firma', respuesta: ListLlavesDto }, () =>
    publico.llaves(),
  )
  route(
    app,
    ['GET', '/publico/acuses/:folio'],
    { ...common, id: 'getAcuse', resumen: 'Comprueba un acuse', params: FolioParamsDto, respuesta: AcusePublicoDto },
    ({ params }) => publico.acuse(params.folio),
  )
}

/** Strong ETag per encoding: two encodings are two byte strings. */
function send(request: FastifyRequest, reply: FastifyReply, recurso: StoredRecurso): FastifyReply {
  const { body, encoding } = choose(recurso, request.headers['accept-encoding'])
  const etag = encoding ? `"${recurso.sha256}-${encoding}"` : `"${recurso.sha256}"`
  const raw = { etag, 'content-type': recurso.medio, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-encoding' }
  void reply.headers(encoding ? { ...raw, 'content-encoding': encoding } : raw)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.send(body)
}

function choose({ contenido, gzip, brotli }: StoredRecurso, accepted = ''): { body: Buffer; encoding: string | null } {
  if (brotli && /\bbr\b/.test(accepted)) return { body: brotli, encoding: 'br' }
  if (gzip && /\bgzip\b/.test(accepted)) return { body: gzip, encoding: 'gzip' }
  return { body: contenido, encoding: null }
}
