import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { ListAdvertenciasDto, ListAdvertenciasQueryDto } from './advertencias.dto.ts'
import type { AdvertenciasService } from './advertencias.service.ts'

const PAGE = 25

export function advertenciasRoutes(app: FastifyInstance, { databases }: Deps, advertencias: AdvertenciasService): void {
  route(
    app,
    ['GET', '/advertencias'],
    {
      id: 'listAdvertencias',
      resumen: 'Lo que conviene revisar del registro',
      etiqueta: 'Candidaturas',
      permiso: 'advertencias.ver',
      query: ListAdvertenciasQueryDto,
      respuesta: ListAdvertenciasDto,
    },
    ({ query, quien }) =>
      act(databases, quien, (tx) => advertencias.list(tx, { regla: null, actor: null, despues: null, limite: PAGE, ...query })),
  )
}
