import type { FastifyInstance, FastifyReply } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { CelebracionesService } from './celebraciones.service.ts'
import type { ConvocatoriasService } from './convocatorias.service.ts'
import type { HojaHecha, HojasSesionService } from './hojas.service.ts'
import { integrantesRoutes } from './integrantes/integrantes.routes.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { listMaterias } from './materias.queries.ts'
import type { PendientesSesionService } from './pendientes-sesion.service.ts'
import {
  ActoSesionDto,
  AdvertenciasActaDto,
  ListAprobacionesPorConvocarDto,
  ListMateriasDto,
  ListPapelesSesionDto,
  ListSesionesDto,
  ListSesionesQueryDto,
  SesionDetailDto,
} from './sesiones.dto.ts'
import type { SesionesService } from './sesiones.service.ts'
import {
  ActaQueryDto,
  ActaSesionDto,
  CelebrarSesionDto,
  ConvocarSesionDto,
  CorregirSesionDto,
  DejarSesionDto,
  EditarSesionDto,
  HojaSesionParamsDto,
  HojaSesionQueryDto,
  ProgramarSesionDto,
  RelatarSesionDto,
} from './sesiones-actos.dto.ts'

export interface SesionesModule {
  integrantes: IntegrantesService
  sesiones: SesionesService
  convocatorias: ConvocatoriasService
  celebraciones: CelebracionesService
  hojas: HojasSesionService
  pendientes: PendientesSesionService
}

const see = { etiqueta: 'Sesiones', permiso: 'sesiones.ver' } as const
const change = { etiqueta: 'Sesiones', permiso: 'sesiones.administrar', respuesta: ActoSesionDto } as const
const changeOne = { ...change, params: IdParamsDto } as const
/** An agenda of a hundred items, each voted by fifteen, is longer than the bodies of other acts. */
const BODY_LIMIT = 512 * 1024

export function sesionesRoutes(app: FastifyInstance, deps: Deps, parts: SesionesModule): void {
  const { sesiones, hojas } = parts
  const { databases } = deps
  integrantesRoutes(app, deps, parts.integrantes)
  route(
    app,
    ['GET', '/sesiones'],
    { ...see, id: 'listSesiones', resumen: 'Sesiones de los órganos', query: ListSesionesQueryDto, respuesta: ListSesionesDto },
    ({ query, quien }) => act(databases, quien, (tx) => sesiones.list(tx, query)),
  )
  route(
    app,
    ['GET', '/sesiones/materias'],
    {
      ...see,
      id: 'listMateriasSesion',
      resumen: 'Borradores que un punto del orden del día puede decidir',
      permiso: 'sesiones.administrar',
      respuesta: ListMateriasDto,
    },
    async ({ quien }) => ({ elementos: await act(databases, quien, (tx) => listMaterias(tx)) }),
  )
  route(
    app,
    ['GET', '/sesiones/por-convocar'],
    {
      ...see,
      id: 'listAprobacionesPorConvocar',
      resumen: 'Aprobaciones que les faltan a las próximas sesiones y que ninguna sesión convocada toma',
      respuesta: ListAprobacionesPorConvocarDto,
    },
    async ({ quien }) => ({ elementos: await act(databases, quien, (tx) => parts.pendientes.porConvocar(tx)) }),
  )
  route(
    app,
    ['GET', '/sesiones/:id'],
    { ...see, id: 'getSesion', resumen: 'Una sesión, de su convocatoria a su acta', params: IdParamsDto, respuesta: SesionDetailDto },
    ({ params, quien }) => act(databases, quien, (tx) => sesiones.detail(tx, params.id)),
  )
  route(
    app,
    ['GET', '/sesiones/:id/hojas/:hoja'],
    {
      ...see,
      id: 'exportarHojaSesion',
      resumen: 'Un documento de la sesión, de su convocatoria a su acta, en PDF accesible o en DOCX',
      params: HojaSesionParamsDto,
      query: HojaSesionQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, query, quien, reply }) =>
      download(reply, await hojas.hacer(quien, params.id, { hoja: params.hoja, formato: query.formato ?? 'pdf' })),
  )
  route(
    app,
    ['GET', '/sesiones/:id/papeles'],
    {
      ...see,
      id: 'listPapelesSesion',
      resumen: 'Documentos de la sesión que ya se pueden imprimir, y lo que le falta a cada uno',
      params: IdParamsDto,
      respuesta: ListPapelesSesionDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => hojas.papeles(tx, params.id)),
  )
  planRoutes(app, parts)
  heldRoutes(app, parts)
  actaRoutes(app, deps, parts)
}

function planRoutes(app: FastifyInstance, { convocatorias }: SesionesModule): void {
  route(
    app,
    ['POST', '/sesiones'],
    {
      ...change,
      id: 'programarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe', 'sesion.numero_repetido'],
      resumen: 'Programa una sesión',
      body: ProgramarSesionDto,
      estatus: 201,
      bodyLimit: BODY_LIMIT,
    },
    ({ body, quien, request }) => convocatorias.programar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/sesiones/:id'],
    {
      ...changeOne,
      id: 'editarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Cambia el plan de una sesión',
      body: EditarSesionDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => convocatorias.editar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/sesiones/:id/convocar'],
    {
      ...changeOne,
      id: 'convocarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Convoca a la sesión',
      body: ConvocarSesionDto,
    },
    ({ params, body, quien, request }) => convocatorias.convocar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/sesiones/:id/diferir'],
    {
      ...changeOne,
      id: 'diferirSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Difiere la sesión',
      body: DejarSesionDto,
    },
    ({ params, body, quien, request }) => convocatorias.diferir(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/sesiones/:id/cancelar'],
    {
      ...changeOne,
      id: 'cancelarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Cancela la sesión',
      body: DejarSesionDto,
    },
    ({ params, body, quien, request }) => convocatorias.cancelar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function heldRoutes(app: FastifyInstance, { celebraciones }: SesionesModule): void {
  route(
    app,
    ['POST', '/sesiones/:id/celebrar'],
    {
      ...changeOne,
      id: 'celebrarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Asienta la asistencia y los votos de la sesión',
      descripcion: 'En un solo acto: lo aprobado queda cumplido en el calendario y, si lleva número, entre los acuerdos.',
      body: CelebrarSesionDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => celebraciones.celebrar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/sesiones/:id/corregir'],
    {
      ...changeOne,
      id: 'corregirSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Corrige la asistencia o los votos, con su motivo',
      descripcion: 'Lo asentado antes se conserva.',
      body: CorregirSesionDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => celebraciones.corregir(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function actaRoutes(app: FastifyInstance, { databases }: Deps, { convocatorias, sesiones }: SesionesModule): void {
  route(
    app,
    ['PUT', '/sesiones/:id/relato'],
    {
      ...changeOne,
      id: 'relatarSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Asienta lo tratado, para el acta o la minuta',
      descripcion: 'Lo que falte queda en blanco en el documento. Se puede cambiar hasta que se reciba el acta firmada.',
      body: RelatarSesionDto,
      bodyLimit: BODY_LIMIT,
    },
    ({ params, body, quien, request }) => convocatorias.relatar(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
  route(
    app,
    ['GET', '/sesiones/:id/acta'],
    {
      etiqueta: 'Sesiones',
      permiso: 'sesiones.administrar',
      id: 'advertirActaSesion',
      resumen: 'Lo que conviene saber de un archivo antes de darlo como el acta firmada',
      params: IdParamsDto,
      query: ActaQueryDto,
      respuesta: AdvertenciasActaDto,
    },
    ({ params, query, quien }) =>
      act(databases, quien, async (tx) => ({ advertencias: await sesiones.advertirActa(tx, params.id, query.documentoId) })),
  )
  route(
    app,
    ['POST', '/sesiones/:id/acta'],
    {
      ...changeOne,
      id: 'agregarActaSesion',
      rechaza: ['idempotencia.contenido_distinto', 'sesion.acto_no_permitido', 'sesion.version_distinta'],
      resumen: 'Agrega el acta firmada',
      body: ActaSesionDto,
    },
    ({ params, body, quien, request }) => convocatorias.agregarActa(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}

function download(reply: FastifyReply, { nombre, medio, contenido }: HojaHecha): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}
