import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  ActoConclusionDto,
  ConsultarBloqueadosDto,
  DatosBloqueadosDto,
  EtapaConclusionParamsDto,
  FijarEtapaDto,
  PlanConclusionDto,
  RealizarEtapaDto,
} from './conclusion.dto.ts'
import type { ConclusionService } from './conclusion.service.ts'
import type { ConstanciaService } from './constancia.service.ts'
import type { ConsultasService } from './consultas.service.ts'

export interface Conclusiones {
  plan: ConclusionService
  constancia: ConstanciaService
  consultas: ConsultasService
}

const etiqueta = 'Conclusión'
const change = { etiqueta, permiso: 'conclusion.decidir', params: EtapaConclusionParamsDto, respuesta: ActoConclusionDto } as const

export function conclusionRoutes(app: FastifyInstance, deps: Deps, conclusiones: Conclusiones): void {
  planRoutes(app, deps, conclusiones)
  datosRoutes(app, deps, conclusiones)
}

function planRoutes(app: FastifyInstance, { databases }: Deps, { plan }: Conclusiones): void {
  route(
    app,
    ['GET', '/conclusion'],
    {
      ...{ etiqueta, permiso: 'conclusion.ver', id: 'getPlanConclusion', respuesta: PlanConclusionDto },
      resumen: 'Qué sigue después de la jornada, cuándo, con qué fundamento y qué alcanza',
    },
    ({ quien }) => act(databases, quien, (tx) => plan.read(tx, quien)),
  )
  route(
    app,
    ['POST', '/conclusion/:clave/fecha'],
    {
      ...change,
      id: 'fijarEtapaConclusion',
      rechaza: ['conclusion.acto_no_permitido', 'conclusion.version_distinta', 'idempotencia.contenido_distinto'],
      paso: 'reciente',
      resumen: 'Fija el día de una etapa, por acuerdo o resolución',
      body: FijarEtapaDto,
    },
    ({ params: { clave }, body, quien, request }) => plan.fijar(quien, { clave, body, key: idempotencyKey(request) }),
  )
  route(
    app,
    ['POST', '/conclusion/:clave/acto'],
    {
      ...change,
      id: 'realizarEtapaConclusion',
      rechaza: ['conclusion.acto_no_permitido', 'conclusion.version_distinta', 'idempotencia.contenido_distinto'],
      paso: 'reciente',
      resumen: 'Realiza una etapa en su día o después; la supresión, entre dos personas',
      descripcion: 'No se puede deshacer. Se rehúsa antes de su día y antes de que termine la etapa anterior.',
      body: RealizarEtapaDto,
    },
    ({ params: { clave }, body, quien, request }) => plan.actuar(quien, { clave, body, key: idempotencyKey(request) }),
  )
}

/** Routes of the personas' data at the end: their reading while they are blocked, and the proof that they are gone. */
function datosRoutes(app: FastifyInstance, { databases }: Deps, { constancia, consultas }: Conclusiones): void {
  route(
    app,
    ['POST', '/conclusion/consultas'],
    {
      ...{
        etiqueta,
        permiso: 'conclusion.consultar',
        rechaza: ['datos.sin_bloqueo', 'ruta.no_existe'],
        id: 'consultarDatosBloqueados',
        respuesta: DatosBloqueadosDto,
      },
      paso: 'reciente',
      resumen: 'Consulta datos bloqueados, con un motivo que queda en la bitácora',
      body: ConsultarBloqueadosDto,
    },
    ({ body, quien }) => consultas.consultar(quien, body),
  )
  route(
    app,
    ['GET', '/conclusion/constancia'],
    {
      ...{
        etiqueta,
        permiso: 'conclusion.ver',
        rechaza: ['ruta.no_existe'],
        id: 'descargarConstanciaSupresion',
        respuesta: 'bytes',
        medio: 'application/zip',
      },
      resumen: 'La constancia firmada de la supresión, byte por byte como se emitió',
      descripcion: 'Se comprueba con `npm run verificar`.',
    },
    async ({ quien, reply }) => {
      const { nombre, medio, contenido } = await act(databases, quien, (tx) => constancia.descargar(tx))
      void reply.headers({ 'content-type': medio, 'content-disposition': `attachment; filename="${nombre}"` })
      return contenido
    },
  )
}
