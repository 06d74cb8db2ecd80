import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CruceArchivoQueryDto, CruceDto, ListCrucesDto, PedirCruceDto } from './cruces.dto.ts'
import type { CrucesService } from './cruces.service.ts'

const common = { etiqueta: 'Cruces', permiso: 'cruces.pedir' } as const

export function crucesRoutes(app: FastifyInstance, { databases }: Deps, cruces: CrucesService): void {
  route(
    app,
    ['GET', '/cruces'],
    { ...common, id: 'listCruces', resumen: 'Cruces de identidad que se pueden pedir, y los que se pidieron', respuesta: ListCrucesDto },
    ({ quien }) => act(databases, quien, (tx) => cruces.list(tx)),
  )
  route(
    app,
    ['POST', '/cruces'],
    {
      ...common,
      id: 'pedirCruce',
      resumen: 'Pide una tabla de identidad por cargo, por actor político o por municipio',
      descripcion: 'Con la misma protección que las tablas públicas. Queda en la bitácora qué se pidió, para quién y para qué.',
      paso: 'reciente',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      body: PedirCruceDto,
      respuesta: CruceDto,
      estatus: 201,
    },
    ({ body, quien, request }) => cruces.pedir(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['GET', '/cruces/:id'],
    {
      ...common,
      id: 'getCruce',
      resumen: 'Un cruce que se pidió, como se contó',
      paso: 'reciente',
      rechaza: ['ruta.no_existe'],
      params: IdParamsDto,
      respuesta: CruceDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => cruces.leer(tx, params.id)),
  )
  route(
    app,
    ['GET', '/cruces/:id/archivo'],
    {
      ...common,
      id: 'descargarCruce',
      resumen: 'Un cruce con el membrete del Instituto, en PDF, DOCX o CSV',
      paso: 'reciente',
      rechaza: ['ruta.no_existe'],
      params: IdParamsDto,
      query: CruceArchivoQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
      limite: 30,
    },
    async ({ params, query, quien, reply }) => {
      const { nombre, medio, contenido } = await cruces.archivo(quien, { ...params, ...query })
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
