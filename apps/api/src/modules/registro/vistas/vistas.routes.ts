import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CreateVistaDto, ListVistasDto, VistaDto } from './vistas.dto.ts'
import type { VistasService } from './vistas.service.ts'

const common = { etiqueta: 'Candidaturas', permiso: 'directorio.vistas' } as const

export function vistasRoutes(app: FastifyInstance, { databases }: Deps, vistas: VistasService): void {
  route(
    app,
    ['GET', '/vistas'],
    { ...common, id: 'listVistas', resumen: 'Vistas guardadas del directorio', respuesta: ListVistasDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await vistas.list(tx, quien) })),
  )
  route(
    app,
    ['POST', '/vistas'],
    {
      ...common,
      id: 'createVista',
      rechaza: ['vista.limite', 'vista.nombre_repetido'],
      resumen: 'Guarda una vista del directorio',
      body: CreateVistaDto,
      respuesta: VistaDto,
      estatus: 201,
    },
    ({ body, quien }) => act(databases, quien, (tx) => vistas.create(tx, quien, body)),
  )
  route(
    app,
    ['DELETE', '/vistas/:id'],
    { ...common, id: 'removeVista', resumen: 'Olvida una vista', params: IdParamsDto, respuesta: null },
    ({ params, quien }) => act(databases, quien, (tx) => vistas.remove(tx, quien, params.id)),
  )
}
