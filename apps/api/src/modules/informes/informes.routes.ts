import type { FastifyInstance, FastifyReply } from 'fastify'
import { EntregableParamsDto, toClave } from '../programa/actividades/index.ts'
import { MAX_DOCUMENTO } from '../registro/index.ts'
import type { Descarga } from '../intercambio/exportaciones/index.ts'
import { act } from '../../shared/act.ts'
import { idempotencyKey, route, type Incoming } from '../../shared/http/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { readForm } from '../../shared/http/multipart.ts'
import type { CambiosInformeService } from './datos/cambios.ts'
import type { CortesInformeService } from './cortes.service.ts'
import type { EmisionesInformeService } from './emisiones.service.ts'
import type { EnviosInformeService } from './envios.service.ts'
import {
  ActoInformeDto,
  BorradorRefrescadoDto,
  CambiosInformeDto,
  CambiosInformeQueryDto,
  EmitirInformeDto,
  EnviarInformeDto,
  GuardarTextoInformeDto,
  InformeArchivoParamsDto,
  InformeDetalleDto,
  InformeNumeroParamsDto,
  InformeSeccionParamsDto,
  ListInformesDto,
  RefrescarBorradorDto,
  VigenciaInformeDto,
  VistaPreviaInformeQueryDto,
} from './informes.dto.ts'
import type { RefrescoInformeService } from './refresco.service.ts'
import type { Envio, InformesService } from './informes.service.ts'
import type { PendientesInformeService } from './pendientes.ts'

export interface Informes {
  informes: InformesService
  cortes: CortesInformeService
  emisiones: EmisionesInformeService
  cambios: CambiosInformeService
  envios: EnviosInformeService
  refrescos: RefrescoInformeService
  pendientes: PendientesInformeService
}

const reads = { etiqueta: 'Informes', permiso: 'informes.ver' } as const
const acts = { etiqueta: 'Informes', permiso: 'informes.administrar', respuesta: ActoInformeDto, limite: 60 } as const

export function informesRoutes(app: FastifyInstance, deps: Deps, parts: Informes): void {
  readRoutes(app, deps, parts)
  actRoutes(app, parts)
  fileRoutes(app, deps, parts)
  cambiosRoutes(app, deps, parts)
  aprobadosRoutes(app, parts)
  borradoresRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { informes }: Informes): void {
  route(
    app,
    ['GET', '/informes'],
    { ...reads, id: 'listInformes', resumen: 'Los informes que pide el programa de trabajo, y cómo van', respuesta: ListInformesDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await informes.list(tx) })),
  )
  route(
    app,
    ['GET', '/informes/:clave'],
    {
      ...reads,
      id: 'getInforme',
      resumen: 'Un informe: sus textos, sus cortes, sus emisiones y las cifras del último corte',
      descripcion: 'La clave es la de su entregable, con ~ donde el tablero muestra /.',
      params: EntregableParamsDto,
      respuesta: InformeDetalleDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => informes.find(tx, toClave(params.clave))),
  )
}

function actRoutes(app: FastifyInstance, { cortes, emisiones }: Informes): void {
  route(
    app,
    ['POST', '/informes/:clave/cortes'],
    {
      ...acts,
      id: 'tomarCorteInforme',
      rechaza: ['idempotencia.contenido_distinto'],
      resumen: 'Congela las cifras como están ahora',
      descripcion: 'Con Idempotency-Key.',
      params: EntregableParamsDto,
      estatus: 201,
    },
    (incoming) => cortes.tomar(envioOf(incoming)),
  )
  route(
    app,
    ['PUT', '/informes/:clave/secciones/:seccion'],
    {
      ...acts,
      id: 'guardarTextoInforme',
      rechaza: ['idempotencia.contenido_distinto', 'informe.acto_no_permitido', 'informe.version_distinta'],
      resumen: 'Guarda una versión del texto de una sección',
      descripcion: 'Quien tenía a la vista otra versión recibe un 409 con lo que está guardado.',
      params: InformeSeccionParamsDto,
      body: GuardarTextoInformeDto,
      bodyLimit: 256 * 1024,
    },
    (incoming) => cortes.guardar(envioOf(incoming), incoming.params.seccion, incoming.body),
  )
  route(
    app,
    ['POST', '/informes/:clave/emisiones'],
    {
      ...acts,
      id: 'emitirInforme',
      rechaza: ['idempotencia.contenido_distinto', 'informe.acto_no_permitido'],
      resumen: 'Emite los documentos de un corte, con los textos como están',
      descripcion:
        'Con Idempotency-Key. Queda la huella de cada archivo: al pedirlo de nuevo se escribe otra vez y tiene que ser el mismo.',
      params: EntregableParamsDto,
      body: EmitirInformeDto,
      estatus: 201,
    },
    (incoming) => emisiones.emitir(envioOf(incoming), incoming.body.corte),
  )
}

function fileRoutes(app: FastifyInstance, { databases }: Deps, { cortes, emisiones }: Informes): void {
  const file = { ...reads, respuesta: 'bytes', medio: '*/*', limite: 60 } as const
  route(
    app,
    ['GET', '/informes/:clave/vista-previa'],
    {
      ...file,
      id: 'previewInforme',
      rechaza: ['informe.acto_no_permitido'],
      resumen: 'Cómo quedaría el documento del último corte',
      params: EntregableParamsDto,
      query: VistaPreviaInformeQueryDto,
    },
    async ({ params, query, quien, reply }) => send(reply, await emisiones.vistaPrevia(quien, toClave(params.clave), query.formato)),
  )
  route(
    app,
    ['GET', '/informes/:clave/emisiones/:numero/:formato'],
    {
      ...file,
      id: 'descargarInforme',
      rechaza: ['informe.no_coincide'],
      resumen: 'El documento, byte por byte como se emitió',
      descripcion: 'Si hoy resultara otro, no se entrega: se responde `informe.no_coincide`.',
      params: InformeArchivoParamsDto,
    },
    async ({ params, quien, reply }) => send(reply, await emisiones.descargar(quien, { ...params, clave: toClave(params.clave) })),
  )
  route(
    app,
    ['GET', '/informes/:clave/cortes/:numero/datos'],
    { ...file, id: 'getDatosInforme', resumen: 'Los datos congelados de un corte, en su forma canónica', params: InformeNumeroParamsDto },
    async ({ params: { clave, numero }, quien, reply }) => {
      const contenido = await act(databases, quien, (tx) => cortes.datos(tx, toClave(clave), numero))
      return send(reply, { nombre: 'datos.json', medio: 'application/json', contenido })
    },
  )
}

function cambiosRoutes(app: FastifyInstance, { databases }: Deps, { cambios, cortes, envios }: Informes): void {
  const compares = { ...reads, params: EntregableParamsDto, query: CambiosInformeQueryDto } as const
  route(
    app,
    ['GET', '/informes/:clave/cambios'],
    { ...compares, id: 'getCambiosInforme', resumen: 'Qué cambió de una emisión a otra: cifras y textos', respuesta: CambiosInformeDto },
    ({ params, query, quien }) => act(databases, quien, (tx) => cambios.comparar(tx, { clave: toClave(params.clave), ...query })),
  )
  route(
    app,
    ['GET', '/informes/:clave/vigencia'],
    {
      ...reads,
      id: 'getVigenciaInforme',
      resumen: 'Si las cifras de su versión más reciente son otras ahora',
      params: EntregableParamsDto,
      respuesta: VigenciaInformeDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => cortes.vigencia(tx, toClave(params.clave))),
  )
  route(
    app,
    ['GET', '/informes/:clave/cambios/documento'],
    {
      ...compares,
      id: 'descargarCambiosInforme',
      resumen: 'Lo que cambió, en PDF',
      respuesta: 'bytes',
      medio: 'application/pdf',
      limite: 60,
    },
    async ({ params, query, quien, reply }) => send(reply, await cambios.documento(quien, { clave: toClave(params.clave), ...query })),
  )
  route(
    app,
    ['POST', '/informes/:clave/emisiones/:numero/version'],
    {
      ...acts,
      id: 'enviarInforme',
      rechaza: ['entrada.archivo_invalido', 'entregable.acto_no_permitido', 'idempotencia.contenido_distinto', 'informe.no_coincide'],
      resumen: 'Agrega el PDF de una emisión a las versiones de su entregable',
      descripcion: 'Con Idempotency-Key. Desde ahí sigue su camino: reunión de trabajo, Comisión, Pleno y remisión.',
      params: InformeNumeroParamsDto,
      body: EnviarInformeDto,
      estatus: 201,
    },
    (incoming) => envios.enviar(envioOf(incoming), incoming.params.numero, incoming.body),
  )
}

function aprobadosRoutes(app: FastifyInstance, { envios }: Informes): void {
  route(
    app,
    ['POST', '/informes/:clave/texto-aprobado'],
    {
      ...acts,
      id: 'emitirTextoAprobado',
      rechaza: [
        'entrada.archivo_invalido',
        'entregable.acto_no_permitido',
        'idempotencia.contenido_distinto',
        'informe.acto_no_permitido',
        'informe.no_coincide',
      ],
      resumen: 'Emite el texto que aprobó el Pleno, ya sin la marca PROYECTO, y lo agrega como versión final de su entregable',
      descripcion: 'Con Idempotency-Key. Las cifras y los textos son los de la versión que se votó.',
      params: EntregableParamsDto,
      estatus: 201,
    },
    (incoming) => envios.enviarAprobado(envioOf(incoming)),
  )
}

function borradoresRoutes(app: FastifyInstance, { refrescos }: Informes): void {
  route(
    app,
    ['POST', '/informes/:clave/emisiones/:numero/borrador'],
    {
      etiqueta: 'Informes',
      permiso: 'informes.administrar',
      rechaza: ['entrada.archivo_invalido'],
      limite: 60,
      id: 'refrescarBorradorInforme',
      resumen: 'El mismo borrador, con las cifras de esta emisión',
      descripcion: 'Cambian sólo los campos; textos, comentarios y cambios marcados quedan como estaban. No se guarda.',
      params: InformeNumeroParamsDto,
      multipart: RefrescarBorradorDto,
      respuesta: BorradorRefrescadoDto,
    },
    async ({ params: { clave, numero }, quien, request }) =>
      refrescos.refrescar(quien, {
        clave: toClave(clave),
        numero,
        ...(await readForm(request, { archivo: 'archivo', maxBytes: MAX_DOCUMENTO })),
      }),
  )
}

function send(reply: FastifyReply, { nombre, medio, contenido }: Descarga): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}

function envioOf({ quien, params, request }: Incoming<unknown, EntregableParamsDto, unknown>): Envio {
  return { quien, clave: toClave(params.clave), llave: idempotencyKey(request) }
}
