import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { ActoBloqueoDto, BloqueablesDto, DecidirBloqueoDto, ListBloqueosDto, ProponerBloqueoDto } from './bloqueos.dto.ts'
import type { BloqueosService } from './bloqueos.service.ts'

const see = { etiqueta: 'Bloqueos', permiso: 'bloqueos.ver' } as const
const change = { etiqueta: 'Bloqueos', permiso: 'bloqueos.decidir', respuesta: ActoBloqueoDto } as const

export function bloqueosRoutes(app: FastifyInstance, { databases }: Deps, bloqueos: BloqueosService): void {
  route(
    app,
    ['GET', '/bloqueos'],
    { ...see, id: 'listBloqueos', resumen: 'Lo que no se muestra de una persona, y quién lo decide', respuesta: ListBloqueosDto },
    ({ quien }) => act(databases, quien, (tx) => bloqueos.list(tx, quien)),
  )
  route(
    app,
    ['GET', '/candidaturas/:id/bloqueables'],
    {
      ...see,
      id: 'listBloqueables',
      resumen: 'Secciones y datos de una candidatura que se pueden bloquear',
      permiso: 'bloqueos.decidir',
      params: IdParamsDto,
      respuesta: BloqueablesDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => bloqueos.bloqueables(tx, params.id)),
  )
  route(
    app,
    ['POST', '/bloqueos'],
    {
      ...change,
      id: 'proponerBloqueo',
      rechaza: ['idempotencia.contenido_distinto', 'ruta.no_existe'],
      paso: 'reciente',
      resumen: 'Propone un bloqueo',
      descripcion: 'No oculta nada hasta que otra persona lo confirma.',
      body: ProponerBloqueoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => bloqueos.proponer(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['POST', '/bloqueos/:id/decidir'],
    {
      ...change,
      id: 'decidirBloqueo',
      rechaza: ['bloqueo.acto_no_permitido', 'bloqueo.version_distinta', 'idempotencia.contenido_distinto'],
      paso: 'reciente',
      resumen: 'Confirma o rechaza un bloqueo, o lo levanta entre dos personas',
      descripcion: 'Confirmado, lo bloqueado se retira de lo público y de todos los cortes pasados.',
      params: IdParamsDto,
      body: DecidirBloqueoDto,
    },
    ({ params, body, quien, request }) => bloqueos.decidir(quien, { ...params, body, clave: idempotencyKey(request) }),
  )
}
