import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { EmisionRequerimientosService } from './emision.service.ts'
import type { NotificacionRequerimientosService } from './notificacion.service.ts'
import {
  ActoRequerimientoDto,
  ArchivoRequerimientoParamsDto,
  EmitirRequerimientoDto,
  FormatoRequerimientoParamsDto,
  ListPorRequerirDto,
  ListPorRequerirQueryDto,
  ListRequerimientosDto,
  NotificarRequerimientoDto,
} from './requerimientos.dto.ts'
import type { RequerimientosService } from './requerimientos.service.ts'

export interface Requerimientos {
  lista: RequerimientosService
  emision: EmisionRequerimientosService
  notificacion: NotificacionRequerimientosService
}

const common = { etiqueta: 'Requerimientos', permiso: 'requerimientos.ver' } as const

export function requerimientosRoutes(app: FastifyInstance, deps: Deps, services: Requerimientos): void {
  listRoutes(app, deps, services)
  emisionRoutes(app, services)
  filesRoutes(app, services)
  notificacionRoutes(app, services)
}

function listRoutes(app: FastifyInstance, { databases }: Deps, { lista }: Requerimientos): void {
  route(
    app,
    ['GET', '/requerimientos'],
    { ...common, id: 'listRequerimientos', resumen: 'Requerimientos de observaciones que se emitieron', respuesta: ListRequerimientosDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await lista.list(tx, quien) })),
  )
  route(
    app,
    ['GET', '/requerimientos/abiertas'],
    {
      ...common,
      permiso: 'requerimientos.preparar',
      rechaza: ['ruta.no_existe'],
      id: 'listPorRequerir',
      resumen: 'Observaciones abiertas de cada actor político, y una por una las de uno',
      query: ListPorRequerirQueryDto,
      respuesta: ListPorRequerirDto,
    },
    ({ query: { actor = null }, quien }) => act(databases, quien, (tx) => lista.listPorRequerir(tx, actor)),
  )
}

function emisionRoutes(app: FastifyInstance, { emision }: Requerimientos): void {
  route(
    app,
    ['POST', '/requerimientos/abiertas/vista-previa/:formato'],
    {
      ...common,
      permiso: 'requerimientos.preparar',
      rechaza: ['datos.bloqueados', 'requerimiento.acto_no_permitido', 'ruta.no_existe', 'servicio.ocupado'],
      id: 'previewRequerimiento',
      resumen: 'Cómo se emitiría ahora',
      params: FormatoRequerimientoParamsDto,
      body: EmitirRequerimientoDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, body, quien, reply }) => {
      const { nombre, medio, contenido } = await emision.vistaPrevia(quien, body, params.formato)
      void reply.headers({ 'content-type': medio, 'content-disposition': `inline; filename="${nombre}"` })
      return contenido
    },
  )
  route(
    app,
    ['POST', '/requerimientos'],
    {
      ...common,
      permiso: 'requerimientos.emitir',
      rechaza: [
        'datos.bloqueados',
        'idempotencia.contenido_distinto',
        'requerimiento.acto_no_permitido',
        'ruta.no_existe',
        'servicio.ocupado',
      ],
      id: 'emitirRequerimiento',
      resumen: 'Emite el requerimiento de las observaciones de un actor político',
      descripcion: 'Con Idempotency-Key. El PDF y el DOCX quedan guardados como se emitieron.',
      body: EmitirRequerimientoDto,
      respuesta: ActoRequerimientoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => emision.emitir(quien, body, idempotencyKey(request)),
  )
}

function filesRoutes(app: FastifyInstance, { emision }: Requerimientos): void {
  route(
    app,
    ['GET', '/requerimientos/:id/:formato'],
    {
      ...common,
      id: 'descargarRequerimiento',
      resumen: 'El oficio, byte por byte como se emitió',
      params: ArchivoRequerimientoParamsDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, quien, reply }) => {
      const { nombre, medio, contenido } = await emision.descargar(quien, params)
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}

function notificacionRoutes(app: FastifyInstance, { notificacion }: Requerimientos): void {
  const acto = { ...common, respuesta: ActoRequerimientoDto, params: IdParamsDto } as const
  route(
    app,
    ['POST', '/requerimientos/:id/notificacion'],
    {
      ...acto,
      permiso: 'requerimientos.emitir',
      rechaza: ['acceso.correo_no_disponible', 'datos.bloqueados', 'idempotencia.contenido_distinto', 'requerimiento.acto_no_permitido'],
      id: 'notificarRequerimiento',
      resumen: 'Lo envía por correo, o asienta que se entregó por escrito',
      descripcion: 'Con Idempotency-Key. Desde el día siguiente corre el plazo.',
      body: NotificarRequerimientoDto,
    },
    ({ params, body, quien, request }) => notificacion.notificar({ quien, id: params.id, clave: idempotencyKey(request) }, body),
  )
  route(
    app,
    ['POST', '/requerimientos/:id/acuse'],
    {
      ...acto,
      permiso: 'requerimientos.acusar',
      rechaza: ['datos.bloqueados', 'idempotencia.contenido_distinto', 'requerimiento.acto_no_permitido'],
      id: 'acusarRequerimiento',
      resumen: 'El actor político acusa de recibo',
      descripcion: 'Con Idempotency-Key.',
    },
    ({ params, quien, request }) => notificacion.acusar({ quien, id: params.id, clave: idempotencyKey(request) }),
  )
}
