import type { FastifyInstance } from 'fastify'
import { esDeActorPolitico } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, read } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { CapturaEnteraService } from './captura-entera.service.ts'
import {
  CapturaDto,
  ListCuestionariosDto,
  ListSupuestosDto,
  SavedSeccionDto,
  SaveSeccionDto,
  SeccionParamsDto,
  VersionDto,
} from './captura.dto.ts'
import type { CapturaViewService } from './captura-view.service.ts'
import type { CapturaService } from './captura.service.ts'
import { OtrasCandidaturasDto } from './otras.dto.ts'
import { listOtras } from './otras.queries.ts'
import { indiciosRoutes } from '../indicios/indicios.routes.ts'
import type { IndiciosService } from '../indicios/indicios.service.ts'
import { supuestosDe } from '../revision/supuestos.ts'
import { lecturasRoutes } from '../lecturas/lecturas.routes.ts'
import type { LecturasService } from '../lecturas/lecturas.service.ts'
import type { TerminadasService } from './terminadas.service.ts'
import { variasRoutes } from '../varias/varias.routes.ts'
import type { VariasService } from '../varias/varias.service.ts'
import type { CuestionariosVigentes } from '../vigentes/vigentes.ts'

export interface CuestionariosServices {
  captura: CapturaService
  view: CapturaViewService
  actos: CapturaEnteraService
  terminadas: TerminadasService
  vigentes: CuestionariosVigentes
  procesos: ProcesosService
  indicios: IndiciosService
  lecturas: LecturasService
  varias: VariasService
}

const MAX_BODY = 64 * 1024

export function cuestionariosRoutes(app: FastifyInstance, deps: Deps, services: CuestionariosServices): void {
  catalogueRoutes(app, deps, services)
  capturaRoutes(app, deps, services)
  indiciosRoutes(app, deps, services.indicios)
  lecturasRoutes(app, deps, services)
  actosRoutes(app, services)
  variasRoutes(app, services.varias)
}

function catalogueRoutes(app: FastifyInstance, { databases, clock }: Deps, { vigentes, procesos }: CuestionariosServices): void {
  const common = { etiqueta: 'Captura', permiso: 'proceso.ver' } as const
  route(
    app,
    ['GET', '/cuestionarios'],
    { ...common, id: 'listCuestionarios', resumen: 'Cuestionarios vigentes', respuesta: ListCuestionariosDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: (await vigentes.list(tx)).map(({ row }) => row) })),
  )
  route(
    app,
    ['GET', '/supuestos'],
    { ...common, id: 'listSupuestos', resumen: 'Supuestos por los que se observa', respuesta: ListSupuestosDto },
    ({ quien }) => act(databases, quien, async (tx) => supuestosDe(await procesos.proceso(tx), { rol: quien.rol, clock })),
  )
}

function capturaRoutes(app: FastifyInstance, { databases }: Deps, { captura, view }: CuestionariosServices): void {
  route(
    app,
    ['GET', '/candidaturas/:id/captura'],
    {
      id: 'getCaptura',
      resumen: 'Captura de una candidatura',
      etiqueta: 'Captura',
      permiso: 'captura.ver',
      rechaza: ['datos.bloqueados', 'identidad.llave_ausente'],
      params: IdParamsDto,
      respuesta: CapturaDto,
    },
    ({ params, quien }) => (esDeActorPolitico(quien.rol) ? read : act)(databases, quien, (tx) => view.read(tx, quien, params.id)),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/captura/otras'],
    {
      id: 'listOtrasCandidaturas',
      resumen: 'Lo que la misma persona capturó en otra candidatura',
      descripcion: 'Sólo lo curricular, y sólo de candidaturas al alcance de la cuenta: las del mismo actor político.',
      etiqueta: 'Captura',
      permiso: 'captura.capturar',
      params: IdParamsDto,
      respuesta: OtrasCandidaturasDto,
    },
    ({ params, quien }) => read(databases, quien, async (tx) => ({ elementos: await listOtras(tx, params.id) })),
  )
  route(
    app,
    ['PUT', '/candidaturas/:id/captura/:cuestionario/:seccion'],
    {
      id: 'saveSeccion',
      resumen: 'Guarda una sección',
      descripcion:
        'Acepta respuestas incompletas. Juzga cada una por separado: guarda las buenas y dice cuáles no. Con el encabezado Idempotency-Key, repetir el mismo envío no guarda dos veces.',
      etiqueta: 'Captura',
      permiso: 'captura.capturar',
      rechaza: [
        'captura.cerrada',
        'captura.respuesta_invalida',
        'captura.version_distinta',
        'idempotencia.contenido_distinto',
        'identidad.llave_ausente',
      ],
      params: SeccionParamsDto,
      body: SaveSeccionDto,
      respuesta: SavedSeccionDto,
      bodyLimit: MAX_BODY,
    },
    ({ params, body, quien, request }) =>
      captura.guardar(quien, {
        candidaturaId: params.id,
        cuestionario: params.cuestionario,
        seccion: params.seccion,
        ...body,
        envio: idempotencyKey(request),
      }),
  )
}

function actosRoutes(app: FastifyInstance, { actos, terminadas }: CuestionariosServices): void {
  const common = { etiqueta: 'Actos', params: IdParamsDto, respuesta: AcuseDto } as const
  route(
    app,
    ['POST', '/candidaturas/:id/terminada'],
    {
      ...common,
      id: 'terminarCaptura',
      resumen: 'La persona avisa que terminó',
      descripcion: 'No envía nada: avisa al actor político, que decide cuándo validar.',
      permiso: 'captura.terminar',
      rechaza: ['candidatura.acto_no_permitido', 'identidad.llave_ausente'],
    },
    ({ params, quien }) => terminadas.terminar(quien, params.id),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/validar'],
    {
      ...common,
      id: 'validarCandidatura',
      resumen: 'El actor político valida',
      permiso: 'captura.validar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados', 'identidad.llave_ausente'],
      body: VersionDto,
    },
    ({ params, body, quien }) => actos.validar(quien, { ...params, ...body }),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/recuperar'],
    {
      ...common,
      id: 'recuperarCandidatura',
      resumen: 'El actor político recupera lo que envió, si nadie ha empezado a revisarlo',
      descripcion: 'Vuelve a su captura para corregirlo y enviarlo otra vez. El acuse del envío se conserva.',
      permiso: 'captura.validar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      body: VersionDto,
    },
    ({ params, body, quien }) => actos.recuperar(quien, { ...params, ...body }),
  )
  route(
    app,
    ['POST', '/candidaturas/:id/verificar'],
    {
      ...common,
      id: 'verificarCandidatura',
      resumen: 'El instituto verifica',
      permiso: 'captura.verificar',
      rechaza: ['candidatura.acto_no_permitido', 'candidatura.version_distinta', 'datos.bloqueados'],
      body: VersionDto,
    },
    ({ params, body, quien }) => actos.verificar(quien, { ...params, ...body }),
  )
}
