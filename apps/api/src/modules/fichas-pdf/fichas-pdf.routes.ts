import type { FastifyInstance } from 'fastify'
import { route } from '../../shared/contract.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import { acceptedBy, encode, PUBLIC_HEADERS, toAnswer, writeAnswer, type AnswersCache } from '../publico/index.ts'
import type { FichasPdfService } from './fichas-pdf.service.ts'

/** Cards that one address may have made in a minute; those in memory do not count. */
const LIMITE = 30

/** In a scope of its own under the public one, which hands out what is in memory and where addresses are counted. */
export function fichasPdfRoutes(app: FastifyInstance, { fichas, cache }: { fichas: FichasPdfService; cache: AnswersCache }): void {
  route(
    app,
    ['GET', '/publico/candidaturas/:id/ficha.pdf'],
    {
      etiqueta: 'Público',
      permiso: 'publico',
      id: 'getFichaPdf',
      resumen: 'Ficha de una candidatura, para imprimir (PDF/UA)',
      descripcion:
        'Se hace de su respuesta pública: la misma respuesta da siempre los mismos bytes. Lleva un código QR hacia su verificación.',
      params: IdParamsDto,
      respuesta: 'bytes',
      medio: 'application/pdf',
      limite: LIMITE,
    },
    async ({ params: { id }, request, reply }) => {
      // By what it is of, not by how it was asked: whatever is added to the address makes no other card.
      const key = `/api/v1/publico/candidaturas/${id}/ficha.pdf`
      const acepta = acceptedBy(request.raw)
      const make = async () => toAnswer(encode(await fichas.ficha(id), acepta), { headers: headersOf(id), status: 200 })
      const answer = cache.get(key, acepta) ?? (await cache.keep(key, acepta, make))
      reply.hijack()
      writeAnswer(request.raw, reply.raw, answer)
    },
  )
}

function headersOf(id: string): Record<string, string> {
  return {
    ...PUBLIC_HEADERS,
    // A search engine would keep what is withdrawn tomorrow.
    'x-robots-tag': 'noindex, noarchive',
    'content-disposition': `attachment; filename="ficha-${id}.pdf"`,
  }
}
