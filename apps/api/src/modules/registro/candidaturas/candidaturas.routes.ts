import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { advertenciasRoutes } from '../advertencias/advertencias.routes.ts'
import type { AdvertenciasService } from '../advertencias/advertencias.service.ts'
import { FiltroCandidaturasQueryDto, ListCandidaturasDto, ListCandidaturasQueryDto, ResumenCandidaturasDto } from './candidaturas.dto.ts'
import { toFilter } from './candidaturas.filter.ts'
import type { CandidaturasService } from './candidaturas.service.ts'
import { ConteosCandidaturasDto } from './conteos.dto.ts'
import { ListPendientesDto } from './pendientes.dto.ts'
import type { PendientesService } from './pendientes.service.ts'
import { vistasRoutes } from '../vistas/vistas.routes.ts'
import type { VistasService } from '../vistas/vistas.service.ts'

const PAGE = 25
const common = { etiqueta: 'Candidaturas', permiso: 'candidaturas.ver' } as const

export interface CandidaturasServices {
  candidaturas: CandidaturasService
  pendientes: PendientesService
  advertencias: AdvertenciasService
  vistas: VistasService
}

/** Routes of the directory and of its reads. */
export function candidaturasRoutes(app: FastifyInstance, deps: Deps, services: CandidaturasServices): void {
  listRoutes(app, deps, services)
  advertenciasRoutes(app, deps, services.advertencias)
  vistasRoutes(app, deps, services.vistas)
}

function listRoutes(app: FastifyInstance, { databases }: Deps, { candidaturas, pendientes }: CandidaturasServices): void {
  route(
    app,
    ['GET', '/candidaturas'],
    {
      ...common,
      id: 'listCandidaturas',
      rechaza: ['datos.bloqueados'],
      resumen: 'Candidaturas a su alcance',
      query: ListCandidaturasQueryDto,
      respuesta: ListCandidaturasDto,
    },
    ({ query: { orden = 'boleta', despues = null, limite = PAGE, ...query }, quien }) =>
      act(databases, quien, (tx) => candidaturas.list(tx, quien, { filter: toFilter(query), pagina: { orden, despues, limite } })),
  )
  route(
    app,
    ['GET', '/candidaturas/conteos'],
    {
      ...common,
      id: 'getConteosCandidaturas',
      resumen: 'Cuántas hay de cada valor de los filtros',
      query: FiltroCandidaturasQueryDto,
      respuesta: ConteosCandidaturasDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => candidaturas.conteos(tx, toFilter(query))),
  )
  route(
    app,
    ['GET', '/candidaturas/resumen'],
    { ...common, id: 'getResumenCandidaturas', resumen: 'Avance de las candidaturas a su alcance', respuesta: ResumenCandidaturasDto },
    ({ quien }) => act(databases, quien, (tx) => candidaturas.resumen(tx)),
  )
  route(
    app,
    ['GET', '/pendientes'],
    { id: 'listPendientes', resumen: 'Lo que toca hoy', etiqueta: 'Candidaturas', permiso: 'proceso.ver', respuesta: ListPendientesDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await pendientes.list(tx, quien) })),
  )
}
