import type { FastifyInstance } from 'fastify'
import { AcuseDto } from '../bitacora/index.ts'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { readForm } from '../../shared/multipart.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import {
  ConfirmarImportacionDto,
  ImportacionDto,
  ListImportacionesDto,
  ListImportacionesQueryDto,
  ProponerImportacionDto,
} from './importaciones.dto.ts'
import type { ImportacionesService } from './importaciones.service.ts'
import { createPlantilla } from './plantilla.ts'
import { LIMITES } from './tabla.ts'

const common = { etiqueta: 'Importaciones', permiso: 'importaciones.administrar' } as const

export function importacionesRoutes(app: FastifyInstance, deps: Deps, importaciones: ImportacionesService): void {
  readRoutes(app, deps, importaciones)
  actRoutes(app, importaciones)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, importaciones: ImportacionesService): void {
  route(
    app,
    ['GET', '/importaciones'],
    { ...common, id: 'listImportaciones', resumen: 'Listas recibidas', query: ListImportacionesQueryDto, respuesta: ListImportacionesDto },
    ({ query, quien }) => act(databases, quien, (tx) => importaciones.list(tx, query.despues ?? null)),
  )
  route(
    app,
    ['GET', '/importaciones/plantilla.csv'],
    { ...common, id: 'getPlantillaImportacion', resumen: 'Plantilla con las columnas de la lista', respuesta: 'bytes', medio: 'text/csv' },
    async ({ reply }) => {
      void reply.headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="plantilla-candidaturas.csv"',
      })
      return createPlantilla()
    },
  )
  route(
    app,
    ['GET', '/importaciones/:id'],
    { ...common, id: 'getImportacion', resumen: 'Una lista y el veredicto de cada fila', params: IdParamsDto, respuesta: ImportacionDto },
    ({ params, quien }) => act(databases, quien, (tx) => importaciones.find(tx, params.id)),
  )
}

function actRoutes(app: FastifyInstance, importaciones: ImportacionesService): void {
  route(
    app,
    ['POST', '/importaciones'],
    {
      ...common,
      id: 'proponerImportacion',
      resumen: 'Recibe la lista aprobada y dice qué haría',
      descripcion: 'No cambia ninguna candidatura: compara fila por fila y espera la confirmación.',
      multipart: ProponerImportacionDto,
      respuesta: ImportacionDto,
      estatus: 201,
    },
    async ({ quien, request }) => importaciones.proponer(quien, await readForm(request, { archivo: 'archivo', maxBytes: LIMITES.bytes })),
  )
  route(
    app,
    ['POST', '/importaciones/:id/confirmar'],
    {
      ...common,
      id: 'confirmarImportacion',
      resumen: 'Confirma lo propuesto',
      descripcion: 'Todo o nada. Si los datos cambiaron desde la revisión, hay que volver a subir la lista.',
      params: IdParamsDto,
      body: ConfirmarImportacionDto,
      respuesta: AcuseDto,
    },
    ({ params, body, quien }) => importaciones.confirmar(quien, params.id, { omitirRechazadas: body.omitirRechazadas ?? false }),
  )
  route(
    app,
    ['POST', '/importaciones/:id/descartar'],
    { ...common, id: 'descartarImportacion', resumen: 'Descarta lo propuesto', params: IdParamsDto, respuesta: null },
    ({ params, quien }) => importaciones.descartar(quien, params.id),
  )
}
