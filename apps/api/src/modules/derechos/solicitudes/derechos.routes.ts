import type { FastifyInstance, FastifyReply } from 'fastify'
import { MAX_FORMATO } from '../../captura/consentimientos/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route, toDto } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { readForm } from '../../../shared/http/multipart.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { AcusesCorreoService } from './documentos/acuse-correo.service.ts'
import type { ArchivosDerechoService } from './documentos/archivos.service.ts'
import {
  AceptarIdentidadDto,
  ActuarSolicitudDerechoDto,
  AdjuntarDocumentoDerechoDto,
  AgregarDerechoDto,
  DatosDocumentoDerechoDto,
  DatosPruebaIdentidadDto,
  DocumentoDerechoParamsDto,
  PedirOficioDerechoDto,
  PruebaIdentidadDto,
  RecibirSolicitudDerechoDto,
  SolicitudDerechoDetalleDto,
  SolicitudDerechoHechaDto,
} from './derechos.dto.ts'
import { ExportarDerechosQueryDto, FiltroDerechosQueryDto, ListSolicitudesDerechoDto } from './lista.dto.ts'
import type { DerechosService } from './derechos.service.ts'
import type { ArchivoDerecho, DocumentosDerechoService } from './documentos/documentos.service.ts'
import { contar, filtrar } from './documentos/informe-anual.ts'
import type { PapelesDerechoService } from './documentos/papeles.service.ts'
import type { PendientesDerechoService } from './pendientes.service.ts'

export interface Derechos {
  solicitudes: DerechosService
  pendientes: PendientesDerechoService
  acusesCorreo: AcusesCorreoService
  documentos: DocumentosDerechoService
  archivos: ArchivosDerechoService
  papeles: PapelesDerechoService
}

/** Common part of the routes of the Unidad, which attends to requests, and of the persona, who sees her own. */
const common = { etiqueta: 'Derechos ARCO', permiso: 'derechos.pedir' } as const
const bytes = { ...common, respuesta: 'bytes', medio: 'application/octet-stream' } as const
const FILE = { archivo: 'archivo', maxBytes: MAX_FORMATO } as const
/** Each file is encrypted and kept. */
const PER_MINUTE = 20

export function derechosRoutes(app: FastifyInstance, deps: Deps, { solicitudes, documentos, archivos, papeles }: Derechos): void {
  listRoute(app, deps, solicitudes)
  solicitudesRoutes(app, deps, solicitudes)
  escritoRoutes(app, solicitudes)
  identidadRoutes(app, documentos)
  documentosRoutes(app, documentos)
  archivosRoutes(app, archivos)
  papelesRoutes(app, papeles)
}

function listRoute(app: FastifyInstance, { databases }: Deps, solicitudes: DerechosService): void {
  route(
    app,
    ['GET', '/derechos'],
    {
      ...common,
      id: 'listSolicitudesDerecho',
      resumen: 'Solicitudes de derechos ARCO, con filtros y cuántas son por año, mes y derecho',
      query: FiltroDerechosQueryDto,
      respuesta: ListSolicitudesDerechoDto,
    },
    ({ query, quien }) =>
      act(databases, quien, async (tx) => {
        const all = await solicitudes.list(tx)
        const elementos = filtrar(all, query)
        return { elementos, total: all.length, cuentas: contar(elementos) }
      }),
  )
}

function solicitudesRoutes(app: FastifyInstance, { databases }: Deps, solicitudes: DerechosService): void {
  route(
    app,
    ['POST', '/derechos'],
    {
      ...common,
      id: 'recibirSolicitudDerecho',
      rechaza: ['ruta.no_existe'],
      resumen: 'Recibe una solicitud',
      descripcion: 'La persona pide, con su cuenta, sobre sus propios datos y el mismo día.',
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
    ({ params, quien }) => act(databases, quien, (tx) => solicitudes.read(tx, quien, params.id)),
  )
  route(
    app,
    ['POST', '/derechos/:id/actos'],
    {
      ...common,
      id: 'actuarSolicitudDerecho',
      rechaza: [
        'consentimiento.no_revocable',
        'datos.bloqueados',
        'derecho.acto_no_permitido',
        'derecho.version_distinta',
        'entrada.archivo_invalido',
      ],
      paso: 'reciente',
      resumen: 'Previene, responde o hace efectiva una solicitud',
      descripcion:
        'La persona sólo atiende una prevención. Hacer efectiva una oposición retira lo que la persona autorizaba; una rectificación liga la corrección que se hizo; una cancelación la propone una persona y otra la hace efectiva: retira todo lo autorizado, bloquea los datos de identidad si la ley lo pide y después los suprime, lo que no se puede deshacer.',
      params: IdParamsDto,
      body: ActuarSolicitudDerechoDto,
      respuesta: SolicitudDerechoHechaDto,
    },
    ({ params, body, quien }) => solicitudes.actuar(quien, params.id, body),
  )
}

function escritoRoutes(app: FastifyInstance, solicitudes: DerechosService): void {
  route(
    app,
    ['POST', '/derechos/:id/derechos'],
    {
      ...common,
      permiso: 'derechos.atender',
      id: 'agregarDerechoAlEscrito',
      rechaza: ['derecho.acto_no_permitido', 'derecho.version_distinta'],
      resumen: 'Agrega otro derecho que ejerce el mismo escrito: con su folio, su plazo y su respuesta',
      params: IdParamsDto,
      body: AgregarDerechoDto,
      respuesta: SolicitudDerechoHechaDto,
      estatus: 201,
    },
    ({ params, body, quien }) => solicitudes.agregar(quien, params.id, body),
  )
}

function identidadRoutes(app: FastifyInstance, documentos: DocumentosDerechoService): void {
  const one = { ...common, params: IdParamsDto, respuesta: SolicitudDerechoHechaDto } as const
  route(
    app,
    ['POST', '/derechos/:id/identidad'],
    {
      ...one,
      id: 'acreditarIdentidad',
      rechaza: ['derecho.acto_no_permitido', 'entrada.archivo_invalido'],
      resumen: 'Recibe el documento con que la persona acredita su identidad; queda cifrado',
      descripcion: 'El que recibe el instituto la acredita; el que entrega la persona espera a que lo acepte.',
      multipart: PruebaIdentidadDto,
      limite: PER_MINUTE,
    },
    async ({ params, quien, request }) => {
      const { fields, contenido } = await readForm(request, FILE)
      const { exhibido = null } = await toDto(DatosPruebaIdentidadDto, fields)
      return documentos.entregarIdentidad(quien, params.id, { contenido, exhibido })
    },
  )
  route(
    app,
    ['POST', '/derechos/:id/acreditacion'],
    {
      ...one,
      permiso: 'derechos.atender',
      rechaza: ['derecho.acto_no_permitido', 'derecho.version_distinta'],
      id: 'aceptarIdentidad',
      resumen: 'Acepta el documento que entregó la persona: su identidad queda acreditada',
      body: AceptarIdentidadDto,
    },
    ({ params, body, quien }) => documentos.aceptarIdentidad(quien, params.id, body.version),
  )
  route(
    app,
    ['GET', '/derechos/:id/identidad'],
    {
      ...bytes,
      params: IdParamsDto,
      id: 'getPruebaIdentidad',
      rechaza: ['identidad.llave_ausente'],
      resumen: 'Documento con que la persona acreditó su identidad; cada lectura queda en la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await documentos.leerIdentidad(quien, params.id)),
  )
}

function documentosRoutes(app: FastifyInstance, documentos: DocumentosDerechoService): void {
  route(
    app,
    ['POST', '/derechos/:id/documentos'],
    {
      ...common,
      id: 'adjuntarDocumentoDerecho',
      rechaza: ['derecho.acto_no_permitido', 'entrada.archivo_invalido', 'idempotencia.contenido_distinto'],
      resumen: 'Agrega un documento a una solicitud o a uno de sus actos',
      params: IdParamsDto,
      multipart: AdjuntarDocumentoDerechoDto,
      respuesta: SolicitudDerechoHechaDto,
      estatus: 201,
      limite: PER_MINUTE,
    },
    async ({ params, quien, request }) => {
      const { fields, nombre, contenido } = await readForm(request, FILE)
      const { hecho = null, titulo = null } = await toDto(DatosDocumentoDerechoDto, fields)
      return documentos.adjuntar(quien, params.id, { hecho, titulo, nombre, contenido, envio: idempotencyKey(request) })
    },
  )
  route(
    app,
    ['GET', '/derechos/:id/documentos/:documento'],
    {
      ...bytes,
      params: DocumentoDerechoParamsDto,
      id: 'getDocumentoDerecho',
      rechaza: ['identidad.llave_ausente'],
      resumen: 'Un documento de una solicitud; cada lectura queda en la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await documentos.leerDocumento(quien, params.id, params.documento)),
  )
}

function archivosRoutes(app: FastifyInstance, archivos: ArchivosDerechoService): void {
  route(
    app,
    ['GET', '/derechos/:id/datos'],
    {
      ...bytes,
      permiso: 'derechos.atender',
      rechaza: ['derecho.acto_no_permitido', 'identidad.llave_ausente'],
      params: IdParamsDto,
      id: 'descargarDatosPersona',
      paso: 'reciente',
      resumen: 'Todo lo que se guarda de la persona, para entregárselo: datos, fotografías y documentos en un ZIP; queda en la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await archivos.reunirDatos(quien, params.id)),
  )
}

function papelesRoutes(app: FastifyInstance, papeles: PapelesDerechoService): void {
  route(
    app,
    ['GET', '/derechos/archivo'],
    {
      ...bytes,
      permiso: 'derechos.atender',
      query: ExportarDerechosQueryDto,
      id: 'exportarSolicitudesDerecho',
      resumen: 'Las solicitudes de la lista y sus cuentas, para el informe anual',
    },
    async ({ query, quien, reply }) => hand(reply, await papeles.informe(quien, query)),
  )
  route(
    app,
    ['GET', '/derechos/:id/acuse'],
    { ...bytes, params: IdParamsDto, id: 'getAcuseDerecho', resumen: 'Acuse de recibo de una solicitud, en PDF' },
    async ({ params, quien, reply }) => hand(reply, await papeles.acuse(quien, params.id)),
  )
  route(
    app,
    ['POST', '/derechos/:id/oficio'],
    {
      ...bytes,
      permiso: 'derechos.atender',
      rechaza: ['consentimiento.no_revocable', 'datos.bloqueados', 'derecho.acto_no_permitido', 'entrada.archivo_invalido'],
      params: IdParamsDto,
      body: PedirOficioDerechoDto,
      id: 'getOficioDerecho',
      resumen: 'Oficio de un acto, en PDF o Word: de uno registrado, o borrador del que se escribe; no guarda nada',
    },
    async ({ params, body, quien, reply }) => hand(reply, await papeles.carta(quien, params.id, body)),
  )
  route(
    app,
    ['GET', '/derechos/:id/expediente'],
    {
      ...bytes,
      permiso: 'derechos.atender',
      rechaza: ['candidatura.retirada', 'identidad.llave_ausente'],
      params: IdParamsDto,
      id: 'getExpedienteDerecho',
      paso: 'reciente',
      resumen: 'Expediente de una solicitud: un ZIP firmado con su PDF, sus oficios, los documentos, los acuses y la bitácora',
    },
    async ({ params, quien, reply }) => hand(reply, await papeles.expediente(quien, params.id)),
  )
}

/** Uploaded or private files are never shown by the browser: it saves them, and if opened, they may do nothing. */
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
