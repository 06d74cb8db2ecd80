import type { FastifyInstance, FastifyRequest } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route, toDto } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  AsignarColumnasDto,
  CamposImportacionDto,
  ConfirmarImportacionDto,
  ImportacionDto,
  ListFilasDto,
  ListFilasQueryDto,
  ListFuentesDto,
  ListImportacionesDto,
  ListImportacionesQueryDto,
  RecibirImportacionDto,
  TratarImportacionDto,
} from './importaciones.dto.ts'
import type { ImportacionesService } from './importaciones.service.ts'
import { createPlantilla } from './plantilla.ts'
import { LIMITES } from './libros/tabla.ts'

const common = { etiqueta: 'Importaciones', permiso: 'importaciones.administrar' } as const

export function importacionesRoutes(app: FastifyInstance, deps: Deps, importaciones: ImportacionesService): void {
  readRoutes(app, deps, importaciones)
  filasRoutes(app, deps, importaciones)
  fuentesRoutes(app, deps, importaciones)
  recibirRoute(app, importaciones)
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
    { ...common, id: 'getImportacion', resumen: 'Una lista y hasta dónde va', params: IdParamsDto, respuesta: ImportacionDto },
    ({ params, quien }) => act(databases, quien, (tx) => importaciones.find(tx, params.id)),
  )
}

const PAGE = 100

function filasRoutes(app: FastifyInstance, { databases }: Deps, importaciones: ImportacionesService): void {
  route(
    app,
    ['GET', '/importaciones/:id/filas'],
    {
      ...common,
      id: 'listFilasImportacion',
      resumen: 'El veredicto de cada fila',
      descripcion: 'Vacía hasta que la lista se revisa; una importación descartada o fallida ya no las guarda.',
      params: IdParamsDto,
      query: ListFilasQueryDto,
      respuesta: ListFilasDto,
    },
    ({ params, query: { veredicto = null, hallazgo = null, advertidas, despues = 0, limite = PAGE }, quien }) =>
      act(databases, quien, (tx) =>
        importaciones.listFilas(tx, params.id, { veredicto, hallazgo, advertidas: advertidas === 'true', despues, limite }),
      ),
  )
}

function fuentesRoutes(app: FastifyInstance, { databases }: Deps, importaciones: ImportacionesService): void {
  route(
    app,
    ['GET', '/fuentes-importacion'],
    { ...common, id: 'listFuentesImportacion', resumen: 'Fuentes cuyas columnas se guardaron', respuesta: ListFuentesDto },
    ({ quien }) => act(databases, quien, (tx) => importaciones.listFuentes(tx)),
  )
  route(
    app,
    ['DELETE', '/fuentes-importacion/:id'],
    { ...common, id: 'forgetFuenteImportacion', resumen: 'Olvida las columnas de una fuente', params: IdParamsDto, respuesta: null },
    ({ params, quien }) => importaciones.forgetFuente(quien, params.id),
  )
}

function recibirRoute(app: FastifyInstance, importaciones: ImportacionesService): void {
  route(
    app,
    ['POST', '/importaciones'],
    {
      ...common,
      id: 'recibirImportacion',
      rechaza: ['datos.bloqueados', 'entrada.archivo_invalido'],
      resumen: 'Recibe una lista para leerla y decir qué haría',
      descripcion:
        'La lee y la revisa un trabajo aparte, cuyo avance dice la propia importación. No cambia ninguna candidatura: espera la confirmación.',
      multipart: RecibirImportacionDto,
      respuesta: ImportacionDto,
      estatus: 202,
    },
    async ({ quien, request }) => {
      refuseEarly(request)
      const { fields, ...file } = await readForm(request, { archivo: 'archivo', maxBytes: LIMITES.bytes })
      const { fuente = null } = await toDto(CamposImportacionDto, fields)
      return importaciones.recibir(quien, { ...file, fuente })
    },
  )
}

const FORM_MARGIN = 64 * 1024

/** A file that says beforehand that it is too large is not read at all. */
function refuseEarly(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > LIMITES.bytes + FORM_MARGIN) throw new AppError('entrada.demasiado_grande')
}

function actRoutes(app: FastifyInstance, importaciones: ImportacionesService): void {
  const begun = { ...common, params: IdParamsDto, respuesta: ImportacionDto, estatus: 202 } as const
  route(
    app,
    ['POST', '/importaciones/:id/columnas'],
    {
      ...begun,
      id: 'asignarColumnasImportacion',
      rechaza: ['datos.bloqueados', 'importacion.columnas_invalidas', 'importacion.no_confirmable'],
      resumen: 'Dice qué columna es cada encabezado',
      body: AsignarColumnasDto,
    },
    ({ params, body, quien }) => importaciones.asignar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/importaciones/:id/tratamiento'],
    {
      ...begun,
      id: 'tratarImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable', 'importacion.otras_entidades'],
      resumen: 'Elige qué hacer con los acentos rotos, las mayúsculas y otras entidades',
      descripcion: 'Lo que no se dice queda como está. La lista se lee y se revisa de nuevo, y todavía no escribe nada.',
      body: TratarImportacionDto,
    },
    ({ params, body, quien }) => importaciones.tratar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/importaciones/:id/confirmar'],
    {
      ...begun,
      id: 'confirmarImportacion',
      rechaza: ['datos.bloqueados', 'importacion.con_rechazos', 'importacion.no_confirmable'],
      resumen: 'Confirma lo propuesto',
      descripcion: 'Todo o nada. Si los datos cambiaron desde la revisión no se escribe nada y se revisa de nuevo.',
      body: ConfirmarImportacionDto,
    },
    ({ params, body, quien }) => importaciones.confirmar(quien, params.id, { omitirRechazadas: body.omitirRechazadas ?? false }),
  )
  route(
    app,
    ['POST', '/importaciones/:id/deshacer'],
    {
      ...begun,
      id: 'deshacerImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable', 'importacion.no_deshacible'],
      resumen: 'Deshace lo que una importación escribió',
      descripcion: 'Mientras nada se capturó, cambió ni entregó sobre ella. Lo que ya era público se retira en el corte siguiente.',
    },
    ({ params, quien }) => importaciones.deshacer(quien, params.id),
  )
  route(
    app,
    ['POST', '/importaciones/:id/descartar'],
    {
      ...common,
      id: 'descartarImportacion',
      rechaza: ['datos.bloqueados', 'importacion.no_confirmable'],
      resumen: 'Descarta lo propuesto',
      params: IdParamsDto,
      respuesta: null,
    },
    ({ params, quien }) => importaciones.descartar(quien, params.id),
  )
}
