import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { ListIndiciosDto } from './indicios.dto.ts'
import type { IndiciosService } from './indicios.service.ts'

export function indiciosRoutes(app: FastifyInstance, { databases }: Deps, indicios: IndiciosService): void {
  route(
    app,
    ['GET', '/candidaturas/:id/indicios'],
    {
      id: 'listIndicios',
      resumen: 'Lo que parece no deber estar en lo capturado',
      descripcion: 'Textos iguales o casi iguales a otros, lemas y datos personales. Son avisos: no impiden ningún acto.',
      etiqueta: 'Captura',
      permiso: 'captura.ver',
      params: IdParamsDto,
      respuesta: ListIndiciosDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => indicios.list(tx, params.id)),
  )
}
