import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { ActosRemisionService } from './actos.service.ts'
import type { CorreccionesRemisionService } from './correcciones.service.ts'
import type { OficiosService } from './oficios.service.ts'
import {
  AcusarRemisionDto,
  ActoRemisionDto,
  AdvertenciasArchivoDto,
  AnularRemisionDto,
  ArchivoQueryDto,
  CambiarRemisionDto,
  CorregirAcuseDto,
  CorregirEnvioDto,
  EnviarRemisionDto,
  ListPendientesRemisionDto,
  ListRemisionesDto,
  ListRemisionesQueryDto,
  OficioQueryDto,
  PrepararRemisionDto,
  PropuestaDto,
  PropuestaQueryDto,
  RemisionDto,
} from './remisiones.dto.ts'
import type { PreparacionRemisionService } from './preparacion.service.ts'
import type { RemisionesService } from './remisiones.service.ts'

export interface Remisiones {
  remisiones: RemisionesService
  preparacion: PreparacionRemisionService
  actos: ActosRemisionService
  correcciones: CorreccionesRemisionService
  oficios: OficiosService
}

const etiqueta = 'Remisiones'
const reads = { etiqueta, permiso: 'remisiones.ver' } as const
const acts = { etiqueta, permiso: 'remisiones.administrar' } as const

export function remisionesRoutes(app: FastifyInstance, deps: Deps, services: Remisiones): void {
  readRoutes(app, deps, services)
  draftRoutes(app, deps, services)
  actRoutes(app, services.actos)
  correctionRoutes(app, services.correcciones)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { remisiones, oficios }: Remisiones): void {
  route(
    app,
    ['GET', '/remisiones'],
    { ...reads, id: 'listRemisiones', resumen: 'Remisiones al INE', query: ListRemisionesQueryDto, respuesta: ListRemisionesDto },
    ({ query: { estatus = null, entregable = null, q = null, despues = null }, quien }) =>
      act(databases, quien, (tx) => remisiones.list(tx, { estatus, entregable, q, despues })),
  )
  route(
    app,
    ['GET', '/remisiones/pendientes'],
    { ...reads, id: 'listRemisionesPendientes', resumen: 'Lo que falta remitir al INE', respuesta: ListPendientesRemisionDto },
    ({ quien }) => act(databases, quien, (tx) => remisiones.pendientes(tx)),
  )
  route(
    app,
    ['GET', '/remisiones/:id'],
    { ...reads, id: 'getRemision', resumen: 'Una remisión y su vida', params: IdParamsDto, respuesta: RemisionDto },
    ({ params, quien }) => act(databases, quien, (tx) => remisiones.find(tx, params.id)),
  )
  route(
    app,
    ['GET', '/remisiones/:id/archivo'],
    {
      ...acts,
      id: 'advertirArchivoRemision',
      resumen: 'Lo que conviene saber de un archivo antes de darlo como oficio firmado o como acuse',
      params: IdParamsDto,
      query: ArchivoQueryDto,
      respuesta: AdvertenciasArchivoDto,
    },
    ({ params, query, quien }) => act(databases, quien, (tx) => remisiones.advertirArchivo(tx, params.id, query)),
  )
  route(
    app,
    ['GET', '/remisiones/:id/oficio'],
    {
      ...reads,
      id: 'exportarOficio',
      resumen: 'El oficio, en PDF accesible o en DOCX',
      descripcion: 'Lo que se imprime queda en la bitácora con su SHA-256.',
      limite: 30,
      params: IdParamsDto,
      query: OficioQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, query, quien, reply }) => {
      const { nombre, medio, contenido } = await oficios.exportar(quien, params.id, query.formato)
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}

function draftRoutes(app: FastifyInstance, { databases }: Deps, { remisiones, preparacion }: Remisiones): void {
  route(
    app,
    ['GET', '/remisiones/propuesta'],
    {
      ...acts,
      id: 'proponerRemision',
      rechaza: ['ruta.no_existe'],
      resumen: 'El oficio que el machote propone para estos entregables',
      query: PropuestaQueryDto,
      respuesta: PropuestaDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => remisiones.propuesta(tx, query.entregables.split(','))),
  )
  route(
    app,
    ['POST', '/remisiones'],
    {
      ...acts,
      id: 'prepararRemision',
      rechaza: ['idempotencia.contenido_distinto', 'remision.numero_repetido', 'ruta.no_existe'],
      resumen: 'Prepara una remisión',
      body: PrepararRemisionDto,
      respuesta: RemisionDto,
      estatus: 201,
    },
    ({ body, quien, request }) => preparacion.preparar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/remisiones/:id'],
    {
      ...acts,
      id: 'cambiarRemision',
      rechaza: ['remision.acto_no_permitido', 'remision.numero_repetido', 'remision.version_distinta'],
      resumen: 'Cambia una remisión que todavía no se envía',
      params: IdParamsDto,
      body: CambiarRemisionDto,
      respuesta: RemisionDto,
    },
    ({ params, body, quien }) => preparacion.cambiar(quien, params.id, body),
  )
}

function actRoutes(app: FastifyInstance, actos: ActosRemisionService): void {
  const common = { ...acts, params: IdParamsDto, respuesta: ActoRemisionDto }
  route(
    app,
    ['POST', '/remisiones/:id/enviar'],
    {
      ...common,
      id: 'enviarRemision',
      rechaza: ['actividad.acto_no_permitido', 'remision.acto_no_permitido', 'remision.version_distinta'],
      resumen: 'Deja constancia del envío y cumple lo que remite',
      body: EnviarRemisionDto,
    },
    ({ params, body, quien }) => actos.enviar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/remisiones/:id/acuse'],
    {
      ...common,
      id: 'acusarRemision',
      rechaza: ['remision.acto_no_permitido'],
      resumen: 'Registra el acuse de recepción del INE',
      body: AcusarRemisionDto,
    },
    ({ params, body, quien }) => actos.acusar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/remisiones/:id/anular'],
    {
      ...common,
      id: 'anularRemision',
      rechaza: ['actividad.acto_no_permitido', 'remision.acto_no_permitido'],
      resumen: 'Anula una remisión, y con ella lo que había cumplido',
      descripcion: 'No se borra: queda en el registro con su motivo.',
      body: AnularRemisionDto,
    },
    ({ params, body, quien }) => actos.anular(quien, params.id, body.motivo),
  )
}

function correctionRoutes(app: FastifyInstance, correcciones: CorreccionesRemisionService): void {
  const common = { ...acts, params: IdParamsDto, respuesta: ActoRemisionDto }
  route(
    app,
    ['POST', '/remisiones/:id/envio/correccion'],
    {
      ...common,
      id: 'corregirEnvioRemision',
      rechaza: ['actividad.acto_no_permitido', 'remision.acto_no_permitido', 'remision.version_distinta'],
      resumen: 'Corrige lo que se registró del envío',
      descripcion: 'Lo que decía antes queda con el motivo; la evidencia de lo que remite sigue a la hora corregida.',
      body: CorregirEnvioDto,
    },
    ({ params, body, quien }) => correcciones.corregirEnvio(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/remisiones/:id/acuse/correccion'],
    {
      ...common,
      id: 'corregirAcuseRemision',
      rechaza: ['remision.acto_no_permitido', 'remision.version_distinta'],
      resumen: 'Corrige lo que se registró del acuse del INE',
      descripcion: 'Lo que decía antes queda con el motivo.',
      body: CorregirAcuseDto,
    },
    ({ params, body, quien }) => correcciones.corregirAcuse(quien, params.id, body),
  )
}
