import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Milestone } from '@conoceles/domain'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  ActoActividadDto,
  AnularCumplimientoDto,
  CumplirDto,
  EntregableDetailDto,
  EntregableParamsDto,
  FiltroPlazosDto,
  ResolverDto,
  TableroDto,
} from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'
import type { ActosActividadService } from './actos.service.ts'
import type { CalendarioLibroService } from './calendario-libro.service.ts'
import type { ErratasService } from './erratas.service.ts'
import type { TableroService } from './tablero.service.ts'

const reads = { etiqueta: 'Actividades', permiso: 'actividades.ver' } as const
const acts = {
  etiqueta: 'Actividades',
  permiso: 'actividades.administrar',
  params: EntregableParamsDto,
  respuesta: ActoActividadDto,
} as const

interface Services {
  actividades: ActividadesService
  actosActividad: ActosActividadService
  calendarioLibro: CalendarioLibroService
  erratas: ErratasService
  tablero: TableroService
}

const JSON_TYPE = 'application/json'
const written = new WeakMap<TableroDto, Buffer>()

/** A board is written out once, by the serialiser of its contract, however many ask for it. */
function bytesOf(board: TableroDto, reply: FastifyReply): Buffer {
  const bytes = written.get(board) ?? Buffer.from(String(reply.getSerializationFunction('200', JSON_TYPE)?.({ ...board })))
  written.set(board, bytes)
  return bytes
}

export function actividadesRoutes(
  app: FastifyInstance,
  { databases }: Deps,
  { actividades, actosActividad, calendarioLibro, erratas, tablero }: Services,
): void {
  route(
    app,
    ['GET', '/actividades'],
    { ...reads, id: 'getTablero', resumen: 'Todo lo que se debe al INE, y cómo va', respuesta: TableroDto },
    async ({ quien, reply }) => {
      const board = await tablero.read(quien)
      void reply.type(JSON_TYPE)
      return bytesOf(board, reply)
    },
  )
  route(
    app,
    ['GET', '/actividades/:clave'],
    {
      ...reads,
      id: 'getEntregable',
      resumen: 'Un entregable, con lo que dice cada fuente',
      descripcion: 'La clave lleva ~ donde el tablero muestra /.',
      params: EntregableParamsDto,
      respuesta: EntregableDetailDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => actividades.find(tx, toClave(params.clave))),
  )
  route(
    app,
    ['GET', '/actividades/calendario.xlsx'],
    {
      ...reads,
      id: 'exportarCalendario',
      resumen: 'La tabla del calendario, filtrada, en XLSX',
      descripcion: 'Lo que se exporta queda en la bitácora con su SHA-256.',
      query: FiltroPlazosDto,
      respuesta: 'bytes',
      medio: XLSX,
      limite: 30,
    },
    async ({ query, quien, reply }) => {
      const { nombre, contenido } = await calendarioLibro.exportar(quien, query)
      void reply.headers({ 'content-type': XLSX, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
  route(
    app,
    ['GET', '/actividades/erratas.pdf'],
    { ...reads, id: 'imprimirErratas', resumen: 'La fe de erratas del programa, en PDF', respuesta: 'bytes', medio: PDF, limite: 30 },
    async ({ quien, reply }) => {
      void reply.headers({ 'content-type': PDF, 'content-disposition': 'attachment; filename="fe-de-erratas-del-programa.pdf"' })
      return erratas.imprimir(quien)
    },
  )
  actRoutes(app, actosActividad)
}

const PDF = 'application/pdf'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function actRoutes(app: FastifyInstance, actos: ActosActividadService): void {
  route(
    app,
    ['POST', '/actividades/:clave/resolver'],
    {
      ...acts,
      id: 'resolverPlazo',
      rechaza: ['actividad.acto_no_permitido'],
      resumen: 'Decide qué fuente rige una fecha',
      body: ResolverDto,
    },
    ({ params, body, quien }) => actos.resolver(quien, placeOf(params.clave, body.milestone), body),
  )
  route(
    app,
    ['POST', '/actividades/:clave/cumplir'],
    {
      ...acts,
      id: 'cumplirActividad',
      rechaza: ['actividad.acto_no_permitido', 'propuesta.otra_persona'],
      resumen: 'Trae la evidencia de lo que se hizo',
      body: CumplirDto,
    },
    ({ params, body, quien }) => {
      const { aplica, ocurridoEn, referencia, documentoId = null, motivo = null } = body
      return actos.cumplir(quien, { ...placeOf(params.clave, body.milestone), aplica, ocurridoEn, referencia, documentoId, motivo })
    },
  )
  route(
    app,
    ['POST', '/actividades/:clave/anular'],
    {
      ...acts,
      id: 'anularCumplimiento',
      rechaza: ['actividad.acto_no_permitido', 'remision.acto_no_permitido'],
      resumen: 'Anula una evidencia que no lo era',
      body: AnularCumplimientoDto,
    },
    ({ params, body, quien }) => actos.anular(quien, placeOf(params.clave, body.milestone), body.motivo),
  )
}

function placeOf(clave: string, milestone: string): { clave: string; milestone: Milestone } {
  return { clave: toClave(clave), milestone: milestone as Milestone }
}

/** A path has no room for a slash. */
export function toClave(path: string): string {
  return path.replace('~', '/')
}
