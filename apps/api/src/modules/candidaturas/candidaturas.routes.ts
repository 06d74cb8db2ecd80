import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import { CandidaturaDetailDto, ListCandidaturasDto, ListCandidaturasQueryDto, ResumenCandidaturasDto } from './candidaturas.dto.ts'
import type { CandidaturasFilter } from './candidaturas.queries.ts'
import type { CandidaturasService } from './candidaturas.service.ts'
import { ListPendientesDto } from './pendientes.dto.ts'
import type { PendientesService } from './pendientes.service.ts'

const PAGE = 25
const common = { etiqueta: 'Candidaturas', permiso: 'candidaturas.ver' } as const

export interface CandidaturasServices {
  candidaturas: CandidaturasService
  pendientes: PendientesService
}

export function candidaturasRoutes(app: FastifyInstance, { databases }: Deps, { candidaturas, pendientes }: CandidaturasServices): void {
  route(
    app,
    ['GET', '/candidaturas'],
    {
      ...common,
      id: 'listCandidaturas',
      resumen: 'Candidaturas a su alcance',
      query: ListCandidaturasQueryDto,
      respuesta: ListCandidaturasDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => candidaturas.list(tx, toFilter(query))),
  )
  route(
    app,
    ['GET', '/candidaturas/resumen'],
    { ...common, id: 'getResumenCandidaturas', resumen: 'Avance de las candidaturas a su alcance', respuesta: ResumenCandidaturasDto },
    ({ quien }) => act(databases, quien, (tx) => candidaturas.resumen(tx)),
  )
  route(
    app,
    ['GET', '/candidaturas/:id'],
    { ...common, id: 'getCandidatura', resumen: 'Una candidatura', params: IdParamsDto, respuesta: CandidaturaDetailDto },
    ({ params, quien }) => act(databases, quien, (tx) => candidaturas.detail(tx, quien, params.id)),
  )
  route(
    app,
    ['GET', '/pendientes'],
    { id: 'listPendientes', resumen: 'Lo que toca hoy', etiqueta: 'Candidaturas', permiso: 'proceso.ver', respuesta: ListPendientesDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await pendientes.list(tx, quien) })),
  )
}

const ALL: CandidaturasFilter = {
  q: null,
  cargo: null,
  distrito: null,
  municipio: null,
  actor: null,
  estatusCaptura: null,
  orden: 'boleta',
  despues: null,
  limite: PAGE,
}

function toFilter(query: ListCandidaturasQueryDto): CandidaturasFilter {
  return { ...ALL, ...query }
}
