import type { FastifyInstance } from 'fastify'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/http/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { MoverRelojDto, ProcesoDto, RelojDto } from './procesos.dto.ts'
import type { ProcesosService } from './procesos.service.ts'

export function procesosRoutes(app: FastifyInstance, { databases }: Deps, procesos: ProcesosService): void {
  route(
    app,
    ['GET', '/proceso'],
    { id: 'getProceso', resumen: 'Proceso, catálogos y reloj', etiqueta: 'Proceso', permiso: 'proceso.ver', respuesta: ProcesoDto },
    ({ quien }) => act(databases, quien, (tx) => procesos.describe(tx)),
  )
  route(
    app,
    ['PUT', '/reloj'],
    {
      id: 'moveReloj',
      paso: 'reciente',
      resumen: 'Mueve el reloj del simulacro',
      etiqueta: 'Proceso',
      permiso: 'reloj.mover',
      rechaza: ['reloj.fijo', 'ruta.no_existe'],
      body: MoverRelojDto,
      respuesta: RelojDto,
    },
    ({ body, quien }) => procesos.moverReloj(quien, body.ahora),
  )
}
