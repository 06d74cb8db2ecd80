import type { FastifyInstance, FastifyReply } from 'fastify'
import { MAX_FORMATO } from '../consentimientos/index.ts'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { readForm } from '../../shared/multipart.ts'
import { IdParamsDto } from '../../shared/shared.dto.ts'
import type { ArchivoDerecho, ArchivosDerechoService } from './archivos.service.ts'
import {
  ActuarSolicitudDerechoDto,
  ListSolicitudesDerechoDto,
  PruebaIdentidadDto,
  RecibirSolicitudDerechoDto,
  SolicitudDerechoDetalleDto,
  SolicitudDerechoHechaDto,
} from './derechos.dto.ts'
import type { DerechosService } from './derechos.service.ts'

export interface Derechos {
  solicitudes: DerechosService
  archivos: ArchivosDerechoService
}

const common = { etiqueta: 'Derechos ARCO', permiso: 'derechos.atender' } as const

export function derechosRoutes(app: FastifyInstance, deps: Deps, { solicitudes, archivos }: Derechos): void {
  solicitudesRoutes(app, deps, solicitudes)
  archivosRoutes(app, archivos)
}

function solicitudesRoutes(app: FastifyInstance, { databases }: Deps, solicitudes: DerechosService): void {
  route(
    app,
    ['GET', '/derechos'],
    { ...common, id: 'listSolicitudesDerecho', resumen: 'Solicitudes de derechos ARCO', respuesta: ListSolicitudesDerechoDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await solicitudes.list(tx) })),
  )
  route(
    app,
    ['POST', '/derechos'],
    {
      ...common,
      id: 'recibirSolicitudDerecho',
      resumen: 'Recibe una solicitud',
      body: RecibirSolicitudDerechoDto,
      respuesta: SolicitudDerechoHechaDto,
      estatus: 201,
    },
    ({ body, quien }) => solicitudes.recibir(quien, body),
  )
  route(
    app,
    ['GET', '/derechos/:id'],
    { ...common, id: 'getSolicitudDerecho', resumen: 'Una solicitud', params: IdParamsDto, respuesta: SolicitudDerechoDetalleDto },
    ({ params, quien }) => act(databases, quien, (tx) => solicitudes.read(tx, params.id)),
  )
  route(
    app,
    ['POST', '/derechos/:id/actos'],
    {
      ...common,
      id: 'actuarSolicitudDerecho',
      resumen: 'Previene, responde o hace efectiva una solicitud',
      descripcion: 'Hacer efectiva una cancelación destruye la llave de los datos de identidad de la persona: no se puede deshacer.',
      params: IdParamsDto,
      body: ActuarSolicitudDerechoDto,
      respuesta: SolicitudDerechoHechaDto,
    },
    ({ params, body, quien }) => solicitudes.actuar(quien, params.id, body),
  )
}

function archivosRoutes(app: FastifyInstance, archivos: ArchivosDerechoService): void {
  route(
    app,
    ['POST', '/derechos/:id/identidad'],
    {
      ...common,
      id: 'acreditarIdentidad',
      resumen: 'La persona acreditó su identidad: el documento queda cifrado',
      params: IdParamsDto,
      multipart: PruebaIdentidadDto,
      respuesta: SolicitudDerechoHechaDto,
    },
    async ({ params, quien, request }) => {
      const { contenido } = await readForm(request, { archivo: 'archivo', maxBytes: MAX_FORMATO })
      return archivos.acreditar(quien, params.id, contenido)
    },
  )
  const bytes = { ...common, params: IdParamsDto, respuesta: 'bytes', medio: 'application/octet-stream' } as const
  route(
    app,
    ['GET', '/derechos/:id/identidad'],
    {
      ...bytes,
      id: 'getPruebaIdentidad',
      resumen: 'Documento con que la persona acreditó su identidad; cada lectura queda en la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await archivos.leerPrueba(quien, params.id)),
  )
  route(
    app,
    ['GET', '/derechos/:id/datos'],
    {
      ...bytes,
      id: 'descargarDatosPersona',
      resumen: 'Todo lo que se guarda de la persona, para entregárselo: datos, fotografías y documentos en un ZIP; queda en la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await archivos.reunirDatos(quien, params.id)),
  )
}

/** What somebody uploaded, or what is private, is never shown by the browser: it is saved, and if opened, it may do nothing. */
function hand(reply: FastifyReply, { nombre, contenido }: ArchivoDerecho): Buffer {
  void reply.headers({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${nombre}"`,
  })
  return contenido
}
