import type { FastifyInstance, FastifyReply } from 'fastify'
import { toFilter } from '../../registro/index.ts'
import { act, datosBloqueados } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { ConsultasLibroService } from './consulta/consulta.service.ts'
import type { HojasEntregaService } from './entregas/entregas.service.ts'
import { ConsultaLibroQueryDto, HojaEntregaQueryDto, ListadoParamsDto, ListadoQueryDto, ListListadosDto } from './exportaciones.dto.ts'
import { libroIneRoutes } from './ine/ine.routes.ts'
import type { LibroIneService } from './ine/ine.service.ts'
import type { Descarga, ListadosService } from './listados/listados.service.ts'
import { seleccionRoutes } from './seleccion/seleccion.routes.ts'
import type { SeleccionService } from './seleccion/seleccion.service.ts'

/** Each document is seconds of work: nobody needs more of them in a minute. */
const common = { etiqueta: 'Exportaciones', permiso: 'exportaciones.ver', limite: 30 } as const

export interface Exportaciones {
  listados: ListadosService
  hojas: HojasEntregaService
  consultas: ConsultasLibroService
  seleccion: SeleccionService
  libroIne: LibroIneService
}

export function exportacionesRoutes(
  app: FastifyInstance,
  { databases }: Deps,
  { listados, hojas, libroIne, consultas, seleccion }: Exportaciones,
): void {
  libroIneRoutes(app, libroIne)
  consultasRoutes(app, consultas)
  seleccionRoutes(app, seleccion)
  route(
    app,
    ['GET', '/exportaciones/listados'],
    { etiqueta: 'Exportaciones', permiso: 'exportaciones.ver', id: 'listListados', resumen: 'Listados que se remiten', respuesta: ListListadosDto }, // prettier-ignore
    ({ quien }) =>
      act(databases, quien, async (tx) => ({ datosBloqueados: await datosBloqueados(tx), elementos: await listados.list(tx) })),
  )
  route(
    app,
    ['GET', '/exportaciones/listados/:clave'],
    {
      ...common,
      id: 'exportarListado',
      rechaza: ['exportacion.demasiado_grande'],
      resumen: 'Listado de candidaturas aprobadas, en XLSX o en PDF accesible',
      descripcion: 'De un acuerdo, o de todo lo vigente un día. Lo que se exporta queda en la bitácora con su SHA-256.',
      params: ListadoParamsDto,
      query: ListadoQueryDto,
      respuesta: 'bytes',
      medio: '*/*',
    },
    async ({ params, query, quien, reply }) => {
      const { formato, acuerdo = null, al = null } = query
      return download(reply, await listados.exportar(quien, { clave: params.clave, formato, acuerdoId: acuerdo, al }))
    },
  )
  route(
    app,
    ['GET', '/exportaciones/entregas/hoja'],
    {
      ...common,
      id: 'exportarHojaEntrega',
      rechaza: ['ruta.no_existe'],
      resumen: 'Hoja de entrega de las cuentas de un actor político',
      descripcion: 'En PDF accesible, para firmarla al entregar; no contiene contraseñas.',
      query: HojaEntregaQueryDto,
      respuesta: 'bytes',
      medio: 'application/pdf',
    },
    async ({ query, quien, reply }) => download(reply, await hojas.exportar(quien, { acuerdoId: query.acuerdo, actorId: query.actor })),
  )
}

function consultasRoutes(app: FastifyInstance, consultas: ConsultasLibroService): void {
  route(
    app,
    ['GET', '/exportaciones/consulta'],
    {
      ...common,
      permiso: 'directorio.vistas',
      rechaza: ['datos.bloqueados', 'exportacion.demasiado_grande'],
      id: 'exportarConsulta',
      resumen: 'Cualquier consulta del directorio, en XLSX',
      descripcion: 'Lo que ve quien la pide, con una hoja de notas. Lo que se exporta queda en la bitácora con su SHA-256.',
      query: ConsultaLibroQueryDto,
      respuesta: 'bytes',
      medio: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    async ({ query: { orden = 'boleta', vista = null, ...query }, quien, reply }) =>
      download(reply, await consultas.exportar(quien, { filter: toFilter(query), orden, vista })),
  )
}

function download(reply: FastifyReply, { nombre, medio, contenido }: Descarga): Buffer {
  void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
  return contenido
}
