import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../shared/http/contract.ts'
import { Texto } from '../../shared/validacion/fields.ts'
import { IdParamsDto } from '../../shared/validacion/shared.dto.ts'
import { acceptedBy, encode, PUBLIC_HEADERS, toAnswer, writeAnswer, type AnswersCache, type MadeRecurso } from '../lectura/index.ts'
import type { FichasPdfService } from './fichas.service.ts'

/** Documents that one address may have made in a minute; those in memory do not count. */
const LIMITE = 30

class ContiendaVistaParamsDto {
  @Texto({ descripcion: 'Clave de la contienda.', max: 80, patron: /^[\w-]+$/, ejemplo: 'presidencia_municipal-17007' }) clave: string
}

const HECHO = { etiqueta: 'Público', permiso: 'publico', respuesta: 'bytes', limite: LIMITE } as const
const VISTA = { ...HECHO, medio: 'image/png' } as const
/** A search engine would keep an answer that is withdrawn tomorrow. */
const HIDDEN = { ...PUBLIC_HEADERS, 'x-robots-tag': 'noindex, noarchive' }

interface Parts {
  fichas: FichasPdfService
  cache: AnswersCache
}

/** In a scope of its own under the public one, which hands out what is in memory and where addresses are counted. */
export function fichasPdfRoutes(app: FastifyInstance, { fichas, cache }: Parts): void {
  const answer = answererOf(cache)
  route(
    app,
    ['GET', '/publico/candidaturas/:id/ficha.pdf'],
    {
      ...HECHO,
      id: 'getFichaPdf',
      rechaza: ['candidatura.retirada'],
      resumen: 'Ficha de una candidatura, para imprimir (PDF/UA)',
      descripcion:
        'Se hace de su respuesta pública: la misma respuesta da siempre los mismos bytes. Lleva un código QR hacia su verificación.',
      params: IdParamsDto,
      medio: 'application/pdf',
      encabezados: ['content-disposition'],
    },
    ({ params: { id }, ...at }) =>
      answer(at, {
        path: `candidaturas/${id}/ficha.pdf`,
        make: () => fichas.ficha(id),
        headers: { ...HIDDEN, 'content-disposition': `attachment; filename="ficha-${id}.pdf"` },
      }),
  )
  route(
    app,
    ['GET', '/publico/candidaturas/:id/vista.png'],
    {
      ...VISTA,
      id: 'getVistaDeCandidatura',
      rechaza: ['candidatura.retirada'],
      resumen: 'Imagen de la página de una candidatura para los mensajes que la comparten (1200 × 630)',
      params: IdParamsDto,
    },
    ({ params: { id }, ...at }) => answer(at, { path: `candidaturas/${id}/vista.png`, make: () => fichas.vista(id) }),
  )
  route(
    app,
    ['GET', '/publico/contiendas/:clave/vista.png'],
    {
      ...VISTA,
      id: 'getVistaDeContienda',
      resumen: 'Imagen de la página de una contienda para los mensajes que la comparten (1200 × 630)',
      params: ContiendaVistaParamsDto,
    },
    ({ params: { clave }, ...at }) => answer(at, { path: `contiendas/${clave}/vista.png`, make: () => fichas.vistaDeContienda(clave) }),
  )
  route(
    app,
    ['GET', '/publico/vista.png'],
    {
      ...VISTA,
      id: 'getVistaDelSitio',
      rechaza: ['ruta.no_existe'],
      resumen: 'Imagen de las demás páginas para los mensajes que las comparten (1200 × 630)',
    },
    (at) => answer(at, { path: 'vista.png', make: () => fichas.vistaDelSitio() }),
  )
}

interface At {
  request: FastifyRequest
  reply: FastifyReply
}

interface Made {
  path: string
  make: () => Promise<MadeRecurso>
  headers?: Readonly<Record<string, string>>
}

/** Keyed by the object and not by the address: additions to an address make no other card. */
function answererOf(cache: AnswersCache) {
  return async ({ request, reply }: At, { path, make, headers = HIDDEN }: Made): Promise<void> => {
    const key = `/api/v1/publico/${path}`
    const acepta = acceptedBy(request.raw)
    const made = async () => toAnswer(encode(await make(), acepta), { headers, status: 200 })
    const answer = cache.get(key, acepta) ?? (await cache.keep(key, acepta, made))
    reply.hijack()
    writeAnswer(request.raw, reply.raw, answer)
  }
}
