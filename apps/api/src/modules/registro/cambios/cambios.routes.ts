import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  CanceladaDto,
  CanceladasDto,
  CancelacionesDto,
  CancelarDto,
  CorregidaDto,
  CorregirDto,
  ListEfectosDto,
  RestituidaDto,
  RestituirDto,
  SustituidaDto,
  SustituirDto,
  VistaPreviaDto,
} from './cambios.dto.ts'
import type { CambiosService } from './cambios.service.ts'
import type { VistaPreviaService } from './vista-previa.service.ts'

export interface CambiosServices {
  cambios: CambiosService
  vistaPrevia: VistaPreviaService
}

const common = { etiqueta: 'Cambios', permiso: 'candidaturas.cambiar' } as const
const descripcion = 'Con el encabezado Idempotency-Key, repetir el mismo envío no hace el acto dos veces.'
const MAX_BODY = 64 * 1024

export function cambiosRoutes(app: FastifyInstance, deps: Deps, services: CambiosServices): void {
  placeRoutes(app, services.cambios)
  dataRoutes(app, services.cambios)
  manyRoutes(app, deps, services)
}

/** Routes that change the holder of a place: sustitución, cancelación, restitución. */
function placeRoutes(app: FastifyInstance, cambios: CambiosService): void {
  const one = { ...common, descripcion, params: IdParamsDto } as const
  route(
    app,
    ['POST', '/candidaturas/:id/sustituir'],
    {
      ...one,
      id: 'sustituirCandidatura',
      rechaza: [
        'candidatura.acto_no_permitido',
        'candidatura.lugar_ocupado',
        'candidatura.version_distinta',
        'idempotencia.contenido_distinto',
      ],
      resumen: 'Otra persona ocupa el lugar',
      body: SustituirDto,
      respuesta: SustituidaDto,
    },
    ({ params, body, quien, request }) => cambios.sustituir(quien, { id: params.id, ...body }, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/cancelar'],
    {
      ...one,
      id: 'cancelarCandidatura',
      rechaza: [
        'candidatura.acto_no_permitido',
        'candidatura.lugar_ocupado',
        'candidatura.version_distinta',
        'idempotencia.contenido_distinto',
      ],
      resumen: 'La candidatura termina sin quien la sustituya',
      body: CancelarDto,
      respuesta: CanceladaDto,
    },
    ({ params, body, quien, request }) => cambios.cancelar(quien, { id: params.id, ...body }, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/restituir'],
    {
      ...one,
      id: 'restituirCandidatura',
      rechaza: [
        'candidatura.acto_no_permitido',
        'candidatura.lugar_ocupado',
        'candidatura.version_distinta',
        'idempotencia.contenido_distinto',
      ],
      resumen: 'La candidatura vuelve a su lugar',
      body: RestituirDto,
      respuesta: RestituidaDto,
    },
    ({ params, body, quien, request }) => cambios.restituir(quien, { id: params.id, ...body }, idempotencyKey(request)),
  )
}

function dataRoutes(app: FastifyInstance, cambios: CambiosService): void {
  route(
    app,
    ['POST', '/candidaturas/:id/corregir'],
    {
      ...common,
      descripcion,
      id: 'corregirCandidatura',
      rechaza: [
        'candidatura.acto_no_permitido',
        'candidatura.lugar_ocupado',
        'candidatura.version_distinta',
        'idempotencia.contenido_distinto',
      ],
      resumen: 'Corrige datos del registro, con acuerdo o con documento',
      params: IdParamsDto,
      body: CorregirDto,
      respuesta: CorregidaDto,
    },
    ({ params, body, quien, request }) => cambios.corregir(quien, { id: params.id, ...body }, idempotencyKey(request)),
  )
}

function manyRoutes(app: FastifyInstance, { databases }: Deps, { cambios, vistaPrevia }: CambiosServices): void {
  route(
    app,
    ['POST', '/cambios/vista-previa'],
    {
      ...common,
      id: 'previewCambio',
      resumen: 'Lo que un acto haría',
      descripcion: 'Con las mismas reglas que el acto. No guarda nada.',
      body: VistaPreviaDto,
      respuesta: ListEfectosDto,
      bodyLimit: MAX_BODY,
    },
    ({ body, quien }) => act(databases, quien, (tx) => vistaPrevia.preview(tx, body)),
  )
  route(
    app,
    ['POST', '/cambios/cancelaciones'],
    {
      ...common,
      id: 'cancelarCandidaturas',
      rechaza: [
        'candidatura.acto_no_permitido',
        'candidatura.lugar_ocupado',
        'candidatura.version_distinta',
        'idempotencia.contenido_distinto',
        'ruta.no_existe',
      ],
      resumen: 'Cancela varias candidaturas: todas o ninguna',
      descripcion,
      body: CancelacionesDto,
      respuesta: CanceladasDto,
      bodyLimit: MAX_BODY,
    },
    ({ body, quien, request }) => cambios.cancelarVarias(quien, body, idempotencyKey(request)),
  )
}
