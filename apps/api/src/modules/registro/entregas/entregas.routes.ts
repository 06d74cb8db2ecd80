import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { CreateEntregaDto, EntregadaDto, ListEntregasDto, ListEntregasQueryDto, VistaPreviaEntregaDto } from './entregas.dto.ts'
import type { EntregasService } from './entregas.service.ts'

const common = { etiqueta: 'Acuerdos' } as const

export function entregasRoutes(app: FastifyInstance, { databases }: Deps, entregas: EntregasService): void {
  route(
    app,
    ['GET', '/entregas'],
    {
      ...common,
      id: 'listEntregas',
      resumen: 'Entregas de cuentas, pendientes y hechas',
      permiso: 'acuerdos.ver',
      query: ListEntregasQueryDto,
      respuesta: ListEntregasDto,
    },
    ({ query, quien }) =>
      act(databases, quien, (tx) => entregas.list(tx, query.pendientes === undefined ? null : query.pendientes === 'true')),
  )
  route(
    app,
    ['POST', '/entregas/vista-previa'],
    {
      ...common,
      id: 'previewEntrega',
      resumen: 'El plazo que una entrega empezaría',
      descripcion: 'Con las mismas reglas que la entrega. No guarda nada.',
      permiso: 'entregas.administrar',
      rechaza: ['ruta.no_existe'],
      body: CreateEntregaDto,
      respuesta: VistaPreviaEntregaDto,
    },
    ({ body, quien }) => act(databases, quien, (tx) => entregas.preview(tx, body)),
  )
  route(
    app,
    ['POST', '/entregas'],
    {
      ...common,
      id: 'entregarCuentas',
      resumen: 'Deja constancia de la entrega de las cuentas de un actor político',
      descripcion: 'Desde ese día corre el plazo de captura de las candidaturas del acuerdo que la esperaban.',
      permiso: 'entregas.administrar',
      rechaza: ['entrega.no_permitida', 'idempotencia.contenido_distinto', 'ruta.no_existe'],
      body: CreateEntregaDto,
      respuesta: EntregadaDto,
      estatus: 201,
    },
    ({ body, quien, request }) => entregas.entregar(quien, body, idempotencyKey(request)),
  )
}
