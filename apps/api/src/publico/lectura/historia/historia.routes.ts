import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { AnswersCache } from '../../engine/answers.ts'
import { writeAnswer } from '../../engine/answers.ts'
import { making } from '../../engine/encodings.ts'
import { CorteEnQueryDto, CorteVigenteDto, HistoriaPublicaDto } from './historia.dto.ts'
import type { HistoriaService } from './historia.service.ts'
import { toAtom, toJsonFeed } from '../novedades.ts'

const common = { etiqueta: 'Datos abiertos', permiso: 'publico' } as const

type Place = Parameters<Parameters<typeof route>[3]>[0]
type Answer = (at: Pick<Place, 'request' | 'reply'>, make: () => Promise<string>, medio?: string) => Promise<void>

/** Routes of the public world at earlier times. In the scope of the public routes. */
export function historiaRoutes(app: FastifyInstance, { historia, cache }: { historia: HistoriaService; cache: AnswersCache }): void {
  const answer: Answer = async ({ request, reply }, make, medio) => {
    const known = await cache.build(request.raw, making(make, medio))
    reply.hijack()
    writeAnswer(request.raw, reply.raw, known)
  }
  vigenteRoute(app, historia, answer)
  route(
    app,
    ['GET', '/publico/candidaturas/:id/historia'],
    {
      ...common,
      id: 'getHistoriaPublica',
      resumen: 'Qué fue público de una candidatura, desde cuándo y hasta cuándo',
      params: IdParamsDto,
      respuesta: 'bytes',
      forma: HistoriaPublicaDto,
    },
    (incoming) => answer(incoming, async () => JSON.stringify(await historia.candidatura(incoming.params.id))),
  )
  route(
    app,
    ['GET', '/publico/novedades.atom'],
    {
      ...common,
      id: 'getNovedadesAtom',
      rechaza: ['ruta.no_existe'],
      resumen: 'Publicaciones y retiros, para suscribirse (Atom)',
      respuesta: 'bytes',
      medio: 'application/atom+xml',
    },
    (incoming) => answer(incoming, async () => toAtom(await historia.canal()), 'application/atom+xml; charset=utf-8'),
  )
  route(
    app,
    ['GET', '/publico/novedades.json'],
    {
      ...common,
      id: 'getNovedadesJson',
      rechaza: ['ruta.no_existe'],
      resumen: 'Lo mismo en JSON Feed',
      respuesta: 'bytes',
      medio: 'application/feed+json',
    },
    (incoming) => answer(incoming, async () => JSON.stringify(toJsonFeed(await historia.canal())), 'application/feed+json; charset=utf-8'),
  )
}

function vigenteRoute(app: FastifyInstance, historia: HistoriaService, answer: Answer): void {
  route(
    app,
    ['GET', '/publico/cortes/vigente'],
    {
      ...common,
      id: 'getCorteVigente',
      rechaza: ['corte.por_venir', 'ruta.no_existe'],
      resumen: 'Qué corte regía en un instante',
      descripcion:
        'Sin `en`, el más nuevo: es lo que pregunta cada poco quien quiere saber si hay algo nuevo. De lo que falta de hoy se contesta también el más nuevo; de un día que todavía no llega en la zona del proceso, 400 `corte.por_venir`.',
      query: CorteEnQueryDto,
      respuesta: 'bytes',
      forma: CorteVigenteDto,
    },
    (incoming) => answer(incoming, async () => JSON.stringify(await historia.corteEn(incoming.query.en ?? null))),
  )
}
