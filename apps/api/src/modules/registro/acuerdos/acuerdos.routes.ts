import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { idempotencyKey, route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import {
  ActoAcuerdoDto,
  AcuerdoDetailDto,
  AcuerdoDto,
  CompletarAcuerdoDto,
  CorregirAcuerdoDto,
  CreateAcuerdoDto,
  ListAcuerdosDto,
  ListAcuerdosQueryDto,
} from './acuerdos.dto.ts'
import type { CorreccionesAcuerdoService } from './correcciones.service.ts'
import type { AcuerdosService } from './acuerdos.service.ts'

export interface AcuerdosServices {
  acuerdos: AcuerdosService
  correccionesAcuerdo: CorreccionesAcuerdoService
}

const see = { etiqueta: 'Acuerdos', permiso: 'acuerdos.ver' } as const
const change = { etiqueta: 'Acuerdos', permiso: 'acuerdos.administrar' } as const

export function acuerdosRoutes(app: FastifyInstance, { databases }: Deps, { acuerdos, correccionesAcuerdo }: AcuerdosServices): void {
  route(
    app,
    ['GET', '/acuerdos'],
    { ...see, id: 'listAcuerdos', resumen: 'Acuerdos', query: ListAcuerdosQueryDto, respuesta: ListAcuerdosDto },
    ({ query, quien }) => act(databases, quien, (tx) => acuerdos.list(tx, { q: query.q ?? null, despues: query.despues ?? null })),
  )
  route(
    app,
    ['GET', '/acuerdos/:id'],
    { ...see, id: 'getAcuerdo', resumen: 'Un acuerdo, lo que aprueba y lo que ordena', params: IdParamsDto, respuesta: AcuerdoDetailDto },
    ({ params, quien }) => act(databases, quien, (tx) => acuerdos.detail(tx, params.id)),
  )
  route(
    app,
    ['POST', '/acuerdos'],
    {
      ...change,
      id: 'registrarAcuerdo',
      rechaza: ['acuerdo.numero_repetido', 'idempotencia.contenido_distinto', 'ruta.no_existe'],
      resumen: 'Registra un acuerdo',
      body: CreateAcuerdoDto,
      respuesta: AcuerdoDto,
      estatus: 201,
    },
    ({ body, quien, request }) => acuerdos.registrar(quien, body, idempotencyKey(request)),
  )
  route(
    app,
    ['PUT', '/acuerdos/:id'],
    {
      ...change,
      id: 'completarAcuerdo',
      resumen: 'Completa lo que una lista trajo de un acuerdo',
      descripcion: 'Sólo lo que no consta; lo que está mal se corrige con su motivo.',
      params: IdParamsDto,
      body: CompletarAcuerdoDto,
      respuesta: AcuerdoDto,
    },
    ({ params, body, quien }) => acuerdos.completar(quien, params.id, body),
  )
  route(
    app,
    ['POST', '/acuerdos/:id/correccion'],
    {
      ...change,
      id: 'corregirAcuerdo',
      rechaza: ['acuerdo.acto_no_permitido', 'acuerdo.numero_repetido', 'acuerdo.version_distinta'],
      resumen: 'Corrige lo que consta de un acuerdo',
      descripcion: 'Lo que decía antes queda con el motivo; los plazos que cuentan de su día se mueven con él.',
      params: IdParamsDto,
      body: CorregirAcuerdoDto,
      respuesta: ActoAcuerdoDto,
    },
    ({ params, body, quien }) => correccionesAcuerdo.corregir(quien, params.id, body),
  )
}
