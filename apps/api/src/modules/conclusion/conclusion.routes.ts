import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { idempotencyKey, route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { ActoConclusionDto, EtapaConclusionParamsDto, FijarEtapaDto, PlanConclusionDto, RealizarEtapaDto } from './conclusion.dto.ts'
import type { ConclusionService } from './conclusion.service.ts'

const etiqueta = 'Conclusión'
const change = { etiqueta, permiso: 'conclusion.decidir', params: EtapaConclusionParamsDto, respuesta: ActoConclusionDto } as const

export function conclusionRoutes(app: FastifyInstance, { databases }: Deps, conclusion: ConclusionService): void {
  route(
    app,
    ['GET', '/conclusion'],
    {
      ...{ etiqueta, permiso: 'conclusion.ver', id: 'getPlanConclusion', respuesta: PlanConclusionDto },
      resumen: 'Qué sigue después de la jornada, cuándo, con qué fundamento y qué alcanza',
    },
    ({ quien }) => act(databases, quien, (tx) => conclusion.read(tx, quien)),
  )
  route(
    app,
    ['POST', '/conclusion/:clave/fecha'],
    {
      ...change,
      id: 'fijarEtapaConclusion',
      resumen: 'Fija el día de una etapa, por acuerdo o resolución',
      body: FijarEtapaDto,
    },
    ({ params: { clave }, body, quien, request }) => conclusion.fijar(quien, { clave, body, key: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/conclusion/:clave/acto'],
    {
      ...change,
      id: 'realizarEtapaConclusion',
      resumen: 'Realiza una etapa en su día o después; la supresión, entre dos personas',
      descripcion: 'No se puede deshacer. Se rehúsa antes de su día y antes de que termine la etapa anterior.',
      body: RealizarEtapaDto,
    },
    ({ params: { clave }, body, quien, request }) => conclusion.actuar(quien, { clave, body, key: idempotencyKey(request) }),
  )
}
