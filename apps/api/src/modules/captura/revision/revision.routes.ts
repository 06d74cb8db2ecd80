import type { FastifyInstance } from 'fastify'
import { AcuseDto } from '../../bitacora/index.ts'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { CorreccionesService } from '../secciones/correcciones.service.ts'
import type { ObservacionesService } from './observaciones.service.ts'
import type { PausasService } from '../secciones/pausas.service.ts'
import {
  CerrarObservacionDto,
  ObservacionParamsDto,
  ObservarDto,
  PausaParamsDto,
  PausarDto,
  ReanudarDto,
  ResolverCorreccionDto,
  ResponderDto,
  SolicitarCorreccionDto,
  SolicitudParamsDto,
} from './revision.dto.ts'

export interface RevisionServices {
  observaciones: ObservacionesService
  correcciones: CorreccionesService
  pausas: PausasService
}

export function revisionRoutes(app: FastifyInstance, services: RevisionServices): void {
  observacionesRoutes(app, services)
  correccionesRoutes(app, services)
  pausasRoutes(app, services)
}

const common = { etiqueta: 'Revisión', respuesta: AcuseDto } as const

function observacionesRoutes(app: FastifyInstance, { observaciones }: RevisionServices): void {
  route(
    app,
    ['POST', '/candidaturas/:id/observaciones'],
    {
      ...common,
      id: 'observarSeccion',
      resumen: 'El instituto observa una sección, o la observa de nuevo',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: IdParamsDto,
      body: ObservarDto,
    },
    ({ params, body, quien }) => observaciones.observar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/observaciones/:observacion/respuestas'],
    {
      ...common,
      id: 'responderObservacion',
      resumen: 'El actor político o la persona responde una observación',
      permiso: 'captura.capturar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: ObservacionParamsDto,
      body: ResponderDto,
    },
    ({ params, body, quien }) => observaciones.responder(quien, params, body),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/observaciones/:observacion/cierre'],
    {
      ...common,
      id: 'cerrarObservacion',
      resumen: 'Otra persona revisora cierra una observación',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: ObservacionParamsDto,
      body: CerrarObservacionDto,
    },
    ({ params, body, quien }) => observaciones.cerrar(quien, params, body),
  )
}

function correccionesRoutes(app: FastifyInstance, { correcciones }: RevisionServices): void {
  route(
    app,
    ['POST', '/candidaturas/:id/correcciones'],
    {
      ...common,
      id: 'solicitarCorreccion',
      resumen: 'El actor político pide corregir una sección publicada',
      permiso: 'captura.capturar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: IdParamsDto,
      body: SolicitarCorreccionDto,
    },
    ({ params, body, quien }) => correcciones.solicitar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/correcciones/:solicitud/resolucion'],
    {
      ...common,
      id: 'resolverCorreccion',
      resumen: 'El instituto acepta o rechaza una corrección',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: SolicitudParamsDto,
      body: ResolverCorreccionDto,
    },
    ({ params, body, quien }) => correcciones.resolver(quien, params, body),
  )
}

function pausasRoutes(app: FastifyInstance, { pausas }: RevisionServices): void {
  route(
    app,
    ['POST', '/candidaturas/:id/pausas'],
    {
      ...common,
      id: 'pausarSeccion',
      resumen: 'El instituto pausa una sección publicada',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: IdParamsDto,
      body: PausarDto,
    },
    ({ params, body, quien }) => pausas.pausar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/pausas/:pausa/fin'],
    {
      ...common,
      id: 'reanudarSeccion',
      resumen: 'El instituto termina una pausa',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      params: PausaParamsDto,
      body: ReanudarDto,
    },
    ({ params, body, quien }) => pausas.reanudar(quien, params, body),
  )
}
