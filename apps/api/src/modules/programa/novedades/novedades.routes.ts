import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  CandidaturasNovedadDto,
  CandidaturasNovedadQueryDto,
  CorreoNovedadesDto,
  ListNovedadesDto,
  MarcarLeidasDto,
  PreferenciaNovedadesDto,
  SinLeerDto,
} from './novedades.dto.ts'
import type { NovedadesCuentaService } from './novedades.service.ts'

const common = { etiqueta: 'Novedades', permiso: 'novedades.ver' } as const

export function novedadesRoutes(app: FastifyInstance, { databases }: Deps, novedades: NovedadesCuentaService): void {
  route(
    app,
    ['GET', '/novedades'],
    {
      ...common,
      id: 'listNovedades',
      rechaza: ['datos.bloqueados'],
      resumen: 'Qué pasó con las candidaturas a su alcance, por día',
      descripcion: 'Lo que hizo la propia cuenta no aparece.',
      respuesta: ListNovedadesDto,
    },
    ({ quien }) => act(databases, quien, (tx) => novedades.list(tx, quien)),
  )
  route(
    app,
    ['GET', '/novedades/sin-leer'],
    { ...common, id: 'countNovedades', resumen: 'Cuántas novedades tiene sin leer', respuesta: SinLeerDto },
    ({ quien }) => act(databases, quien, (tx) => novedades.contar(tx, quien)),
  )
  route(
    app,
    ['GET', '/novedades/candidaturas'],
    {
      ...common,
      id: 'listCandidaturasNovedad',
      rechaza: ['datos.bloqueados'],
      resumen: 'Candidaturas de una novedad',
      query: CandidaturasNovedadQueryDto,
      respuesta: CandidaturasNovedadDto,
    },
    ({ query, quien }) => act(databases, quien, (tx) => novedades.candidaturas(tx, quien, query)),
  )
  route(
    app,
    ['POST', '/novedades/leidas'],
    { ...common, id: 'marcarNovedades', resumen: 'Marca las novedades como leídas', body: MarcarLeidasDto, respuesta: SinLeerDto },
    ({ body, quien }) => act(databases, quien, (tx) => novedades.marcar(tx, quien, body.hasta)),
  )
  correoRoutes(app, { databases }, novedades)
}

function correoRoutes(app: FastifyInstance, { databases }: Pick<Deps, 'databases'>, novedades: NovedadesCuentaService): void {
  route(
    app,
    ['GET', '/novedades/correo'],
    { ...common, id: 'getCorreoNovedades', resumen: 'Qué novedades recibe por correo', respuesta: PreferenciaNovedadesDto },
    ({ quien }) => act(databases, quien, (tx) => novedades.preferencia(tx, quien)),
  )
  route(
    app,
    ['PUT', '/novedades/correo'],
    {
      ...common,
      id: 'guardarCorreoNovedades',
      resumen: 'Elige qué novedades recibe por correo',
      body: CorreoNovedadesDto,
      respuesta: PreferenciaNovedadesDto,
    },
    ({ body, quien }) => novedades.guardarPreferencia(quien, body.correo),
  )
}
