import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  ActoEventoDto,
  AnularEventoDto,
  ListEventosDto,
  ListEventosQueryDto,
  PlazosQueAbreDto,
  RegistrarEventoDto,
  VistaPreviaEventoDto,
} from './eventos.dto.ts'
import type { RegistroEventosService } from './registro-eventos.service.ts'

const reads = { etiqueta: 'Actividades', permiso: 'actividades.ver' } as const
const acts = { etiqueta: 'Actividades', permiso: 'actividades.administrar' } as const

export function eventosRoutes(app: FastifyInstance, deps: Deps, eventos: RegistroEventosService): void {
  listRoute(app, deps, eventos)
  route(
    app,
    ['POST', '/eventos/vista-previa'],
    {
      ...acts,
      id: 'previsualizarEvento',
      resumen: 'Qué plazos abriría un evento; no guarda nada',
      body: VistaPreviaEventoDto,
      respuesta: PlazosQueAbreDto,
    },
    ({ body, quien }) => act(deps.databases, quien, (tx) => eventos.vistaPrevia(tx, body)),
  )
  route(
    app,
    ['POST', '/eventos'],
    {
      ...acts,
      id: 'registrarEvento',
      rechaza: ['evento.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Registra que se emitió o se modificó un documento, lo que abre su plazo',
      body: RegistrarEventoDto,
      respuesta: ActoEventoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => eventos.registrar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/eventos/:id/anular'],
    {
      ...acts,
      id: 'anularEvento',
      rechaza: ['evento.acto_no_permitido'],
      resumen: 'Anula un evento que no lo era; lo que abrió deja de deberse',
      params: IdParamsDto,
      body: AnularEventoDto,
      respuesta: ActoEventoDto,
    },
    ({ params, body, quien }) => eventos.anular(quien, params.id, body.motivo),
  )
}

function listRoute(app: FastifyInstance, { databases }: Deps, eventos: RegistroEventosService): void {
  route(
    app,
    ['GET', '/eventos'],
    {
      ...reads,
      id: 'listEventos',
      resumen: 'Lo que abrió plazos fuera del calendario, también lo anulado',
      query: ListEventosQueryDto,
      respuesta: ListEventosDto,
    },
    ({ query: { estatus = null, q = null, despues = null }, quien }) =>
      act(databases, quien, (tx) => eventos.list(tx, { estatus, q, despues })),
  )
}
