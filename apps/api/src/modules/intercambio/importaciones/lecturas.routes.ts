import type { FastifyInstance, FastifyReply } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { route } from '../../../shared/http/contract.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { ImportacionDto } from './importaciones.dto.ts'
import type { ImportacionesService } from './importaciones.service.ts'
import {
  CatalogosListaDto,
  CorregirFilasDto,
  DecirValoresDto,
  ElegirLecturaDto,
  ListValoresDto,
  PlantillaQueryDto,
  VistaImportacionDto,
} from './lecturas.dto.ts'
import type { Descarga, LecturasService } from './lecturas.service.ts'

const common = { etiqueta: 'Importaciones', permiso: 'importaciones.administrar' } as const

export interface Lecturas {
  lecturas: LecturasService
  importaciones: ImportacionesService
}

export function lecturasRoutes(app: FastifyInstance, deps: Deps, services: Lecturas): void {
  readRoutes(app, services)
  downloadRoutes(app, services)
  actRoutes(app, deps, services)
}

function readRoutes(app: FastifyInstance, { lecturas }: Lecturas): void {
  route(
    app,
    ['GET', '/importaciones/catalogos'],
    {
      ...common,
      id: 'getCatalogosImportacion',
      resumen: 'Valores que puede tener cada columna con catálogo',
      respuesta: CatalogosListaDto,
    },
    ({ quien }) => lecturas.catalogos(quien),
  )
  route(
    app,
    ['GET', '/importaciones/:id/vista'],
    {
      ...common,
      id: 'getVistaImportacion',
      rechaza: ['importacion.no_confirmable'],
      resumen: 'Las primeras filas de cada hoja, como las trae el archivo',
      params: IdParamsDto,
      respuesta: VistaImportacionDto,
      limite: 60,
    },
    ({ params, quien }) => lecturas.vista(quien, params.id),
  )
  route(
    app,
    ['GET', '/importaciones/:id/valores'],
    {
      ...common,
      id: 'listValoresImportacion',
      resumen: 'Textos de las filas rechazadas que no están en su catálogo, con el valor que más se les parece',
      params: IdParamsDto,
      respuesta: ListValoresDto,
    },
    ({ params, quien }) => lecturas.valores(quien, params.id),
  )
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function downloadRoutes(app: FastifyInstance, { lecturas }: Lecturas): void {
  const file = { ...common, respuesta: 'bytes', medio: XLSX, limite: 30 } as const
  const download = (reply: FastifyReply, { nombre, contenido }: Descarga): Buffer => {
    void reply.headers({ 'content-type': XLSX, 'content-disposition': `attachment; filename="${nombre}"` })
    return contenido
  }
  route(
    app,
    ['GET', '/importaciones/plantilla.xlsx'],
    {
      ...file,
      id: 'getPlantillaCargoImportacion',
      rechaza: ['ruta.no_existe'],
      resumen: 'Plantilla de un cargo, con sus catálogos como listas de las que se elige',
      query: PlantillaQueryDto,
    },
    async ({ query, quien, reply }) => download(reply, await lecturas.plantilla(quien, query.cargo)),
  )
  route(
    app,
    ['GET', '/importaciones/:id/rechazadas.xlsx'],
    {
      ...file,
      id: 'getRechazadasImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable'],
      resumen: 'Las filas rechazadas con los encabezados de su archivo y por qué se rechazó cada una',
      descripcion: 'Corregidas se suben otra vez. Lo que se descarga queda en la bitácora con su SHA-256.',
      params: IdParamsDto,
    },
    async ({ params, quien, reply }) => download(reply, await lecturas.rechazadas(quien, params.id)),
  )
}

function actRoutes(app: FastifyInstance, { databases }: Deps, { lecturas, importaciones }: Lecturas): void {
  const begun = { ...common, params: IdParamsDto, respuesta: ImportacionDto, estatus: 202 } as const
  route(
    app,
    ['POST', '/importaciones/:id/lectura'],
    {
      ...begun,
      id: 'elegirLecturaImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable'],
      resumen: 'Elige la hoja y la fila de los encabezados',
      descripcion: 'La lista se lee de nuevo y se pregunta qué columna es cada encabezado. Se pierden las celdas corregidas.',
      body: ElegirLecturaDto,
    },
    async ({ params: { id }, body, quien }) => {
      await lecturas.elegir(quien, id, body)
      return act(databases, quien, (tx) => importaciones.find(tx, id))
    },
  )
  route(
    app,
    ['POST', '/importaciones/:id/valores'],
    {
      ...begun,
      id: 'decirValoresImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable', 'importacion.valores_invalidos'],
      resumen: 'Dice qué significan textos que no están en el catálogo',
      descripcion: 'La lista se revisa de nuevo, y todavía no escribe nada.',
      body: DecirValoresDto,
    },
    async ({ params: { id }, body, quien }) => {
      await lecturas.decir(quien, id, body)
      return act(databases, quien, (tx) => importaciones.find(tx, id))
    },
  )
  route(
    app,
    ['POST', '/importaciones/:id/correcciones'],
    {
      ...begun,
      id: 'corregirFilasImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable', 'importacion.valores_invalidos'],
      resumen: 'Corrige celdas de la lista, o vuelve a lo que dice el archivo',
      descripcion: 'La lista se revisa de nuevo, y todavía no escribe nada.',
      body: CorregirFilasDto,
    },
    async ({ params: { id }, body, quien }) => {
      await lecturas.corregir(quien, id, body)
      return act(databases, quien, (tx) => importaciones.find(tx, id))
    },
  )
}
