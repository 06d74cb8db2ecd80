import type { FastifyInstance } from 'fastify'
import { sendDocumento } from '../../registro/index.ts'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { ListProteccionDto, ProteccionHechaDto, RegistrarProteccionDto } from './proteccion.dto.ts'
import type { ProteccionService } from './proteccion.service.ts'

const etiqueta = 'Protección de datos'
const see = { etiqueta, permiso: 'proteccion.ver' } as const

export function proteccionRoutes(app: FastifyInstance, { databases }: Deps, proteccion: ProteccionService): void {
  route(
    app,
    ['GET', '/proteccion'],
    {
      ...see,
      id: 'listProteccion',
      resumen: 'Versiones del documento de seguridad y de la evaluación de impacto, con sus fechas',
      respuesta: ListProteccionDto,
    },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await proteccion.list(tx) })),
  )
  route(
    app,
    ['POST', '/proteccion'],
    {
      etiqueta,
      id: 'registrarProteccion',
      resumen: 'Registra una versión, con su archivo',
      permiso: 'proteccion.registrar',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      body: RegistrarProteccionDto,
      respuesta: ProteccionHechaDto,
      estatus: 201,
    },
    ({ body, quien, request }) => proteccion.registrar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['GET', '/proteccion/:id/archivo'],
    { ...see, id: 'getArchivoProteccion', resumen: 'El archivo de una versión', params: IdParamsDto, respuesta: 'bytes', medio: '*/*' },
    async ({ params, quien, reply }) => sendDocumento(reply, await act(databases, quien, (tx) => proteccion.archivo(tx, params.id))),
  )
}
