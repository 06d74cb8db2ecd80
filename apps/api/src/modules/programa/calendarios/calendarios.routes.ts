import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CalendarioCreadoDto, CreateCalendarioDto, ListCalendariosDto, SecretoParamsDto } from './calendarios.dto.ts'
import type { CalendariosService, Suscripcion } from './calendarios.service.ts'
import type { CalendarioEnlacesService } from './enlaces.service.ts'

export interface Calendarios {
  enlaces: CalendarioEnlacesService
  calendarios: CalendariosService
}

const own = { etiqueta: 'Calendarios', permiso: 'calendarios.propios' } as const
const ICAL = 'text/calendar'

export function calendariosRoutes(app: FastifyInstance, { enlaces, calendarios }: Calendarios): void {
  route(
    app,
    ['GET', '/calendarios'],
    { ...own, id: 'listCalendarios', resumen: 'Calendarios a los que su cuenta se suscribió', respuesta: ListCalendariosDto },
    ({ quien }) => enlaces.list(quien),
  )
  route(
    app,
    ['POST', '/calendarios'],
    { ...own, id: 'createCalendario', rechaza: ['calendario.alcance_no_permitido', 'calendario.limite', 'calendario.nombre_repetido'], resumen: 'Crea la dirección secreta de un calendario', body: CreateCalendarioDto, respuesta: CalendarioCreadoDto, estatus: 201 }, // prettier-ignore
    ({ body, quien }) => enlaces.create(quien, body),
  )
  route(
    app,
    ['DELETE', '/calendarios/:id'],
    { ...own, id: 'revocarCalendario', resumen: 'Revoca un calendario', params: IdParamsDto, respuesta: null },
    ({ params, quien }) => enlaces.revocar(quien, params.id),
  )
  route(
    app,
    ['GET', '/calendarios/:secreto.ics'],
    {
      etiqueta: 'Calendarios',
      permiso: 'anonimo',
      id: 'getCalendario',
      resumen: 'Los plazos de un calendario, para suscribirse (RFC 5545)',
      descripcion: 'No pide cuenta: la dirección es el secreto. Revocada, o con su cuenta desactivada, responde como si no existiera.',
      params: SecretoParamsDto,
      respuesta: 'bytes',
      medio: ICAL,
      etag: true,
      limite: 60,
    },
    async ({ params, request, reply }) => send(await calendarios.leer(params.secreto), { request, reply }),
  )
}

/** A telephone asks every hour: when nothing changed it gets no bytes. No cache in between may keep an answer behind a secret. */
function send(
  { contenido, sha256, cambiadoEn }: Suscripcion,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): unknown {
  const etag = `"${sha256}"`
  void reply.headers({ etag, 'content-type': `${ICAL}; charset=utf-8`, 'x-robots-tag': 'noindex' })
  if (cambiadoEn !== null) void reply.header('last-modified', new Date(cambiadoEn).toUTCString())
  const sent = request.headers['if-none-match']
  if (sent?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)) return reply.code(304).send()
  return contenido
}
