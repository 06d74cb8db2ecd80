import type { FastifyInstance } from 'fastify'
import type { EntityManager } from 'typeorm'
import { act } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { EstadoPublicacionDto } from './publicaciones.dto.ts'
import { findEstado } from './publicaciones.queries.ts'
import type { PublicadorService } from './publicador.service.ts'

export function publicacionesRoutes(app: FastifyInstance, { databases }: Deps, publicador: PublicadorService): void {
  const common = { etiqueta: 'Publicación', respuesta: EstadoPublicacionDto } as const
  route(
    app,
    ['GET', '/publicaciones/estado'],
    { ...common, id: 'getEstadoPublicacion', resumen: 'Último corte y lo que está por publicarse', permiso: 'publicaciones.ver' },
    ({ quien }) => act(databases, quien, estado),
  )
  route(
    app,
    ['POST', '/publicaciones'],
    { ...common, id: 'publicar', resumen: 'Publica ahora lo pendiente', permiso: 'publicaciones.publicar' },
    async ({ quien }) => {
      await publicador.publicar()
      return act(databases, quien, estado)
    },
  )
}

async function estado(tx: EntityManager): Promise<EstadoPublicacionDto> {
  const { pendientes, numero, en, sha256 } = await findEstado(tx)
  return { pendientes, corte: numero === null || en === null || sha256 === null ? null : { numero, en: toIso(en), sha256 } }
}
