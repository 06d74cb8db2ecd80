import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import type { EmisionesService } from './emisiones.service.ts'
import {
  EmitirOmisionesDto,
  ListOmisionesDto,
  ListOmisionesEmitidasDto,
  ListOmisionesQueryDto,
  OmisionesEmitidasDto,
} from './omisiones.dto.ts'
import type { OmisionesService } from './omisiones.service.ts'

export interface Omisiones {
  lista: OmisionesService
  emisiones: EmisionesService
}

const common = { etiqueta: 'Omisiones', permiso: 'omisiones.ver' } as const

export function omisionesRoutes(app: FastifyInstance, deps: Deps, { lista, emisiones }: Omisiones): void {
  listRoutes(app, deps, { lista, emisiones })
  emisionesRoutes(app, deps, emisiones)
}

function listRoutes(app: FastifyInstance, { databases }: Deps, { lista, emisiones }: Omisiones): void {
  route(
    app,
    ['GET', '/omisiones'],
    {
      ...common,
      id: 'listOmisiones',
      rechaza: ['ruta.no_existe'],
      resumen: 'Quiénes no habían capturado al terminar su plazo, como estaba entonces, con lo que lo prueba',
      query: ListOmisionesQueryDto,
      respuesta: ListOmisionesDto,
    },
    ({ query: { actor = null, clase = null, desde = 0 }, quien }) => act(databases, quien, (tx) => lista.list(tx, { actor, clase, desde })),
  )
  route(
    app,
    ['GET', '/omisiones/emisiones'],
    { ...common, id: 'listOmisionesEmitidas', resumen: 'Listas de omisiones que se emitieron', respuesta: ListOmisionesEmitidasDto },
    ({ quien }) => act(databases, quien, async (tx) => ({ elementos: await emisiones.list(tx) })),
  )
}

function emisionesRoutes(app: FastifyInstance, { databases }: Deps, emisiones: EmisionesService): void {
  route(
    app,
    ['POST', '/omisiones/emisiones'],
    {
      ...common,
      permiso: 'omisiones.emitir',
      rechaza: ['candidatura.retirada', 'idempotencia.contenido_distinto', 'omisiones.ninguna', 'ruta.no_existe'],
      id: 'emitirOmisiones',
      resumen: 'Emite la lista firmada de las omisiones de un actor político, o de todos',
      descripcion: 'Con Idempotency-Key. El archivo queda guardado como se emitió; se comprueba con `npm run verificar`.',
      body: EmitirOmisionesDto,
      respuesta: OmisionesEmitidasDto,
      estatus: 201,
      limite: 10,
    },
    ({ body, quien, request }) => emisiones.emitir(quien, body.actor, idempotencyKey(request)),
  )
  route(
    app,
    ['GET', '/omisiones/emisiones/:id'],
    {
      ...common,
      id: 'descargarOmisiones',
      resumen: 'El archivo firmado, byte por byte como se emitió',
      params: IdParamsDto,
      respuesta: 'bytes',
      medio: 'application/zip',
    },
    async ({ params, quien, reply }) => {
      const { nombre, medio, contenido } = await act(databases, quien, (tx) => emisiones.descargar(tx, params.id))
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
