import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/http/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { EstatusPublicacionDto } from './publicaciones.dto.ts'
import type { PublicadorService } from './publicador.service.ts'

export function publicacionesRoutes(app: FastifyInstance, { databases }: Deps, publicador: PublicadorService): void {
  const common = { etiqueta: 'Publicación', respuesta: EstatusPublicacionDto } as const
  route(
    app,
    ['GET', '/publicaciones/estatus'],
    { ...common, id: 'getEstatusPublicacion', resumen: 'Último corte y lo que está por publicarse', permiso: 'publicaciones.ver' },
    ({ quien }) => act(databases, quien, (tx) => publicador.estatus(tx)),
  )
  route(
    app,
    ['POST', '/publicaciones'],
    {
      ...common,
      id: 'publicar',
      resumen: 'Publica ahora lo pendiente',
      permiso: 'publicaciones.publicar',
      rechaza: ['identidad.llave_ausente'],
    },
    async ({ quien }) => {
      await publicador.publicar(quien)
      return act(databases, quien, (tx) => publicador.estatus(tx))
    },
  )
}
