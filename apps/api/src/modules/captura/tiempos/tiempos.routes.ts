import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { route } from '../../../shared/http/contract.ts'
import { TiempoPropioDto, TiemposDto } from './tiempos.dto.ts'
import type { TiemposService } from './tiempos.service.ts'

const common = { etiqueta: 'Revisión', rechaza: ['datos.bloqueados'] } as const

export function tiemposRoutes(app: FastifyInstance, { databases }: Deps, tiempos: TiemposService): void {
  route(
    app,
    ['GET', '/revision/tiempos/propios'],
    {
      ...common,
      id: 'getTiemposPropios',
      resumen: 'Cuánto esperó lo que esta cuenta revisó en los últimos siete días',
      permiso: 'captura.verificar',
      respuesta: TiempoPropioDto,
    },
    ({ quien }) => act(databases, quien, (tx) => tiempos.propios(tx, quien)),
  )
  route(
    app,
    ['GET', '/revision/tiempos'],
    {
      ...common,
      id: 'getTiemposRevision',
      resumen: 'Cuánto esperó lo enviado hasta su revisión, por día y en total; no dice quién revisó',
      permiso: 'revision.medir',
      respuesta: TiemposDto,
    },
    ({ quien }) => act(databases, quien, (tx) => tiempos.todos(tx)),
  )
}
