import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route, type Incoming } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { EntregableParamsDto, toClave } from '../actividades/index.ts'
import { sendDocumento } from '../../registro/index.ts'
import {
  ActoEntregableDto,
  AgregarVersionDto,
  MotivoEntregableDto,
  ObservacionEntregableParamsDto,
  PasoParamsDto,
  QuitarSenalDto,
  RegistrarObservacionDto,
  RegistrarPasoDto,
  ResponderObservacionDto,
  SenalarContenidoDto,
  TrabajoDto,
  VersionParamsDto,
} from './entregables.dto.ts'
import type { Envio } from './entregables.service.ts'
import type { EntregablesServices } from './modulo.ts'

const reads = { etiqueta: 'Entregables', permiso: 'entregables.ver' } as const
const acts = { etiqueta: 'Entregables', permiso: 'entregables.administrar', respuesta: ActoEntregableDto } as const
const observes = { ...acts, permiso: 'entregables.observar' } as const

export function entregablesRoutes(app: FastifyInstance, deps: Deps, services: EntregablesServices): void {
  readRoutes(app, deps, services)
  versionRoutes(app, services)
  contenidoRoutes(app, services)
  observacionRoutes(app, services)
  pasoRoutes(app, services)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { entregables, versiones }: EntregablesServices): void {
  route(
    app,
    ['GET', '/entregables/:clave'],
    {
      ...reads,
      id: 'getTrabajo',
      resumen: 'El trabajo de un entregable',
      descripcion: 'Pasos, versiones, contenido mínimo y observaciones. La clave lleva ~ donde el tablero muestra /.',
      params: EntregableParamsDto,
      respuesta: TrabajoDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => entregables.find(tx, quien, toClave(params.clave))),
  )
  route(
    app,
    ['GET', '/entregables/:clave/versiones/:numero/archivo'],
    { ...reads, id: 'getVersion', resumen: 'El archivo de una versión', params: VersionParamsDto, respuesta: 'bytes', medio: '*/*' },
    async ({ params, quien, reply }) => {
      const place = { clave: toClave(params.clave), numero: params.numero }
      return sendDocumento(reply, await act(databases, quien, (tx) => versiones.read(tx, quien, place)))
    },
  )
}

function versionRoutes(app: FastifyInstance, { versiones }: EntregablesServices): void {
  route(
    app,
    ['POST', '/entregables/:clave/versiones'],
    {
      ...acts,
      id: 'agregarVersion',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Agrega una versión del documento',
      params: EntregableParamsDto,
      body: AgregarVersionDto,
    },
    (incoming) => versiones.agregar(envioOf(incoming), incoming.body),
  )
  route(
    app,
    ['POST', '/entregables/:clave/versiones/:numero/retirar'],
    {
      ...acts,
      id: 'retirarVersion',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Retira una versión; queda en la lista',
      params: VersionParamsDto,
      body: MotivoEntregableDto,
    },
    (incoming) => versiones.retirar(envioOf(incoming), incoming.params.numero, incoming.body.motivo),
  )
}

function contenidoRoutes(app: FastifyInstance, { contenidos }: EntregablesServices): void {
  route(
    app,
    ['POST', '/entregables/:clave/contenidos/senalar'],
    {
      ...acts,
      id: 'senalarContenido',
      rechaza: ['idempotencia.contenido_distinto'],
      resumen: 'Señala dónde está un contenido mínimo',
      params: EntregableParamsDto,
      body: SenalarContenidoDto,
    },
    (incoming) => contenidos.senalar(envioOf(incoming), incoming.body),
  )
  route(
    app,
    ['POST', '/entregables/:clave/contenidos/quitar'],
    {
      ...acts,
      id: 'quitarSenal',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Quita la señal de un contenido mínimo',
      params: EntregableParamsDto,
      body: QuitarSenalDto,
    },
    (incoming) => contenidos.quitar(envioOf(incoming), incoming.body),
  )
}

function observacionRoutes(app: FastifyInstance, { observaciones }: EntregablesServices): void {
  route(
    app,
    ['POST', '/entregables/:clave/observaciones'],
    {
      ...observes,
      id: 'registrarObservacionEntregable',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Registra lo que observa un integrante, o que no observa nada',
      params: EntregableParamsDto,
      body: RegistrarObservacionDto,
    },
    (incoming) => observaciones.registrar(envioOf(incoming), incoming.body),
  )
  route(
    app,
    ['POST', '/entregables/:clave/observaciones/:id/responder'],
    {
      ...acts,
      id: 'responderObservacionEntregable',
      rechaza: ['entregable.acto_no_permitido', 'entregable.respuesta_distinta', 'idempotencia.contenido_distinto'],
      resumen: 'Responde una observación',
      descripcion: 'Vale la respuesta más reciente. Con `anterior` se dice cuál se veía: si otra persona respondió antes, no se guarda.',
      params: ObservacionEntregableParamsDto,
      body: ResponderObservacionDto,
    },
    (incoming) => observaciones.responder(envioOf(incoming), incoming.params.id, incoming.body),
  )
  route(
    app,
    ['POST', '/entregables/:clave/observaciones/:id/retirar'],
    {
      ...observes,
      id: 'retirarObservacionEntregable',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Retira una observación; queda en la lista',
      params: ObservacionEntregableParamsDto,
      body: MotivoEntregableDto,
    },
    (incoming) => observaciones.retirar(envioOf(incoming), incoming.params.id, incoming.body.motivo),
  )
}

function pasoRoutes(app: FastifyInstance, { pasos }: EntregablesServices): void {
  route(
    app,
    ['POST', '/entregables/:clave/pasos/:paso/hecho'],
    {
      ...acts,
      id: 'registrarPaso',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Registra que un paso se hizo',
      params: PasoParamsDto,
      body: RegistrarPasoDto,
    },
    (incoming) => pasos.hecho(envioOf(incoming), incoming.params.paso, incoming.body),
  )
  route(
    app,
    ['POST', '/entregables/:clave/pasos/:paso/anular'],
    {
      ...acts,
      id: 'anularPaso',
      rechaza: ['entregable.acto_no_permitido', 'idempotencia.contenido_distinto'],
      resumen: 'Anula el registro de un paso',
      params: PasoParamsDto,
      body: MotivoEntregableDto,
    },
    (incoming) => pasos.anular(envioOf(incoming), incoming.params.paso, incoming.body.motivo),
  )
}

function envioOf({ quien, params, request }: Incoming<unknown, EntregableParamsDto, unknown>): Envio {
  return { quien, clave: toClave(params.clave), llave: idempotencyKey(request) }
}
