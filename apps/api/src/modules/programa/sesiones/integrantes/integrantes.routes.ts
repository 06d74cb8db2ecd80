import type { FastifyInstance } from 'fastify'
import { act } from '../../../../shared/act.ts'
import { idempotencyKey, route } from '../../../../shared/http/contract.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { IdParamsDto } from '../../../../shared/validacion/shared.dto.ts'
import {
  ActoIntegranteDto,
  CreateIntegranteDto,
  CuentaIntegranteDto,
  ListIntegrantesDto,
  ListIntegrantesQueryDto,
  ListOrganosDto,
  TerminarIntegranteDto,
} from './integrantes.dto.ts'
import type { IntegrantesService } from './integrantes.service.ts'

const see = { etiqueta: 'Sesiones', permiso: 'sesiones.ver' } as const
const change = { etiqueta: 'Sesiones', permiso: 'sesiones.administrar' } as const

export function integrantesRoutes(app: FastifyInstance, { databases }: Deps, integrantes: IntegrantesService): void {
  route(
    app,
    ['GET', '/organos'],
    { ...see, id: 'listOrganos', resumen: 'Órganos que sesionan, y cómo deciden', respuesta: ListOrganosDto },
    ({ quien }) => act(databases, quien, (tx) => integrantes.organos(tx)),
  )
  route(
    app,
    ['GET', '/integrantes'],
    {
      ...see,
      id: 'listIntegrantes',
      resumen: 'Cargos de un órgano, y quién actúa un día',
      query: ListIntegrantesQueryDto,
      respuesta: ListIntegrantesDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => integrantes.list(tx, query)),
  )
  changeRoutes(app, integrantes)
}

function changeRoutes(app: FastifyInstance, integrantes: IntegrantesService): void {
  route(
    app,
    ['POST', '/integrantes'],
    {
      ...change,
      id: 'registrarIntegrante',
      rechaza: ['idempotencia.contenido_distinto', 'integrante.no_permitido', 'ruta.no_existe'],
      resumen: 'Registra un cargo en un órgano',
      body: CreateIntegranteDto,
      respuesta: ActoIntegranteDto,
      estatus: 201,
    },
    ({ body, quien, request }) => integrantes.registrar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/integrantes/:id/cuenta'],
    {
      ...change,
      id: 'vincularIntegrante',
      rechaza: ['idempotencia.contenido_distinto'],
      resumen: 'Dice con qué cuenta consulta sus sesiones quien tiene el cargo',
      params: IdParamsDto,
      body: CuentaIntegranteDto,
      respuesta: ActoIntegranteDto,
    },
    ({ params, body, quien, request }) => integrantes.vincular(quien, params.id, { body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/integrantes/:id/terminar'],
    {
      ...change,
      id: 'terminarIntegrante',
      rechaza: ['idempotencia.contenido_distinto', 'integrante.no_permitido'],
      resumen: 'Termina un cargo en un día, con su documento',
      params: IdParamsDto,
      body: TerminarIntegranteDto,
      respuesta: ActoIntegranteDto,
    },
    ({ params, body, quien, request }) => integrantes.terminar(quien, params.id, { body, clave: idempotencyKey(request) }),
  )
}
