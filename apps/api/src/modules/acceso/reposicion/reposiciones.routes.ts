import type { FastifyInstance } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CreateReposicionDto, DecidirReposicionDto, ListReposicionesDto, ReposicionCreadaDto } from './reposiciones.dto.ts'
import type { ReposicionesService } from './reposiciones.service.ts'

const ADMIN = { etiqueta: 'Acceso', permiso: 'cuentas.administrar' } as const

export function reposicionesRoutes(app: FastifyInstance, reposiciones: ReposicionesService): void {
  route(
    app,
    ['GET', '/acceso/reposiciones'],
    { ...ADMIN, id: 'listReposiciones', resumen: 'Reposiciones de factores', respuesta: ListReposicionesDto },
    ({ quien }) => reposiciones.list(quien),
  )
  route(
    app,
    ['POST', '/acceso/reposiciones'],
    {
      ...ADMIN,
      id: 'createReposicion',
      rechaza: ['acceso.factor_ninguno', 'acceso.reposicion_abierta', 'acceso.reposicion_propia'],
      paso: 'reciente',
      resumen: 'Propone reponer los factores de una persona que los perdió',
      descripcion: 'Otra cuenta de administración la confirma; no la persona afectada.',
      body: CreateReposicionDto,
      respuesta: ReposicionCreadaDto,
      estatus: 201,
    },
    ({ body, quien }) => reposiciones.propose(quien, body),
  )
  route(
    app,
    ['POST', '/acceso/reposiciones/:id/decidir'],
    {
      ...ADMIN,
      id: 'decidirReposicion',
      rechaza: ['acceso.correo_no_disponible', 'acceso.reposicion_decidida', 'acceso.reposicion_misma_persona', 'acceso.reposicion_propia'],
      paso: 'reciente',
      resumen: 'Confirma o rechaza una reposición de factores',
      descripcion: 'Al confirmarla se envía a la persona un enlace de 24 horas para registrar un factor nuevo, con su contraseña.',
      params: IdParamsDto,
      body: DecidirReposicionDto,
      respuesta: null,
    },
    ({ params, body, quien }) => reposiciones.decide(quien, params.id, body.decision),
  )
}
