import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Descarga } from '../../intercambio/exportaciones/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { LecturasVulneracionService } from './lecturas.service.ts'
import type { PapelesVulneracionService } from './papeles.service.ts'
import type { PendientesVulneracionService } from './pendientes.service.ts'
import {
  ActuarVulneracionDto,
  CorregirVulneracionDto,
  CuentasVulneracionDto,
  CuentasVulneracionQueryDto,
  DatosVulneracionDto,
  LecturasVulneracionDto,
  LecturasVulneracionQueryDto,
  LibroVulneracionesQueryDto,
  ListVulneracionesDto,
  NotificacionParamsDto,
  NotificacionQueryDto,
  VulneracionDetalleDto,
  VulneracionHechaDto,
} from './vulneraciones.dto.ts'
import type { VulneracionesService } from './vulneraciones.service.ts'

export interface Vulneraciones {
  registro: VulneracionesService
  lecturas: LecturasVulneracionService
  papeles: PapelesVulneracionService
  pendientes: PendientesVulneracionService
}

const etiqueta = 'Vulneraciones de datos'
const see = { etiqueta, permiso: 'vulneraciones.ver' } as const
const register = { etiqueta, permiso: 'vulneraciones.registrar' } as const
const done = { respuesta: VulneracionHechaDto } as const
/** Thousands of identifiers beside the texts. */
const BODY_LIMIT = 1024 * 1024

export function vulneracionesRoutes(app: FastifyInstance, deps: Deps, parts: Vulneraciones): void {
  readRoutes(app, deps, parts)
  actRoutes(app, parts)
  helpRoutes(app, parts)
  paperRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { registro }: Vulneraciones): void {
  route(
    app,
    ['GET', '/vulneraciones'],
    { ...see, id: 'listVulneraciones', resumen: 'Bitácora de vulneraciones de datos personales', respuesta: ListVulneracionesDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await registro.list(tx) })),
  )
  route(
    app,
    ['GET', '/vulneraciones/:id'],
    {
      ...see,
      id: 'getVulneracion',
      resumen: 'Una vulneración, de quiénes son los datos y lo que se hizo',
      params: IdParamsDto,
      respuesta: VulneracionDetalleDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => registro.read(tx, quien, params.id)),
  )
}

function actRoutes(app: FastifyInstance, { registro }: Vulneraciones): void {
  route(
    app,
    ['POST', '/vulneraciones'],
    {
      ...{ ...register, ...done, estatus: 201, bodyLimit: BODY_LIMIT },
      id: 'registrarVulneracion',
      rechaza: ['idempotencia.contenido_distinto'],
      paso: 'reciente',
      resumen: 'Registra una vulneración',
      body: DatosVulneracionDto,
    },
    ({ body, quien, request }) => registro.registrar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/vulneraciones/:id'],
    {
      ...{ ...register, ...done, bodyLimit: BODY_LIMIT },
      id: 'corregirVulneracion',
      rechaza: ['idempotencia.contenido_distinto', 'vulneracion.acto_no_permitido', 'vulneracion.version_distinta'],
      paso: 'reciente',
      resumen: 'Corrige o completa lo que se sabe de una vulneración',
      descripcion: 'Mientras nadie ha propuesto sus notificaciones.',
      params: IdParamsDto,
      body: CorregirVulneracionDto,
    },
    ({ params, body, quien, request }) => registro.corregir(quien, params.id, { body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/vulneraciones/:id/actos'],
    {
      ...{ etiqueta, permiso: 'vulneraciones.decidir', ...done },
      id: 'actuarVulneracion',
      rechaza: ['idempotencia.contenido_distinto', 'vulneracion.acto_no_permitido', 'vulneracion.version_distinta'],
      paso: 'reciente',
      resumen: 'Confirma o descarta la afectación, y propone, confirma o asienta el envío de las notificaciones',
      descripcion: 'Las notificaciones las propone una persona y las confirma otra; también decide otra que no hay afectación.',
      params: IdParamsDto,
      body: ActuarVulneracionDto,
    },
    ({ params, body, quien, request }) => registro.actuar(quien, params.id, { body, clave: idempotencyKey(request) }),
  )
}

function helpRoutes(app: FastifyInstance, { lecturas }: Vulneraciones): void {
  route(
    app,
    ['GET', '/vulneraciones/lecturas'],
    {
      ...register,
      id: 'listLecturasVulneracion',
      rechaza: ['candidatura.retirada'],
      paso: 'reciente',
      resumen: 'Personas cuyos datos se leyeron en unos días, según la bitácora',
      descripcion: 'Preguntarlo es un acto de la bitácora.',
      query: LecturasVulneracionQueryDto,
      respuesta: LecturasVulneracionDto,
    },
    ({ query, quien }) => lecturas.leidas(quien, query),
  )
  route(
    app,
    ['GET', '/vulneraciones/cuentas'],
    {
      ...register,
      id: 'listCuentasVulneracion',
      resumen: 'Cuentas por su nombre, para decir cuál leyó o de quién son los datos',
      query: CuentasVulneracionQueryDto,
      respuesta: CuentasVulneracionDto,
    },
    async ({ query }) => ({ elementos: await lecturas.cuentas(query.q ?? '') }),
  )
}

function paperRoutes(app: FastifyInstance, { papeles }: Vulneraciones): void {
  const bytes = { ...see, respuesta: 'bytes', medio: '*/*', limite: 30 } as const
  route(
    app,
    ['GET', '/vulneraciones/:id/notificaciones/:destino'],
    {
      ...bytes,
      id: 'getNotificacionVulneracion',
      paso: 'reciente',
      resumen: 'La notificación a las personas o a la autoridad garante, en PDF o Word',
      descripcion: 'Mientras otra persona no la confirma, es un proyecto y así lo dice. Cada lectura queda en la bitácora.',
      params: NotificacionParamsDto,
      query: NotificacionQueryDto,
    },
    async ({ params, query, quien, reply }) => hand(reply, await papeles.notificacion(quien, params.id, { ...params, ...query })),
  )
  route(
    app,
    ['GET', '/vulneraciones/libro'],
    {
      ...bytes,
      id: 'exportarLibroVulneraciones',
      resumen: 'La bitácora de vulneraciones en un archivo; no nombra a nadie',
      query: LibroVulneracionesQueryDto,
    },
    async ({ query, quien, reply }) => hand(reply, await papeles.libro(quien, query.formato)),
  )
}

function hand(reply: FastifyReply, { nombre, medio, contenido }: Descarga): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"`, 'cache-control': 'no-store' })
  return contenido
}
