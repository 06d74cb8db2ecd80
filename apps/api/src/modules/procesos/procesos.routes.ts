import type { FastifyInstance } from 'fastify'
import type { EntityManager } from 'typeorm'
import { act } from '../../shared/act.ts'
import { route } from '../../shared/contract.ts'
import type { Deps } from '../../shared/deps.ts'
import { MoverRelojDto, ProcesoDto, RelojDto } from './procesos.dto.ts'
import type { ProcesosService } from './procesos.service.ts'

export function procesosRoutes(app: FastifyInstance, { databases }: Deps, procesos: ProcesosService): void {
  route(
    app,
    ['GET', '/proceso'],
    { id: 'getProceso', resumen: 'Proceso, catálogos y reloj', etiqueta: 'Proceso', permiso: 'proceso.ver', respuesta: ProcesoDto },
    ({ quien }) => act(databases, quien, (tx) => describe(tx, procesos)),
  )
  route(
    app,
    ['PUT', '/reloj'],
    { id: 'moveReloj', resumen: 'Mueve el reloj del simulacro', etiqueta: 'Proceso', permiso: 'reloj.mover', body: MoverRelojDto, respuesta: RelojDto },
    ({ body, quien }) => procesos.moverReloj(quien, body.ahora),
  )
}

async function describe(tx: EntityManager, procesos: ProcesosService): Promise<ProcesoDto> {
  const proceso = await procesos.proceso(tx)
  const demarcaciones = await procesos.demarcaciones(tx)
  return {
    clave: proceso.clave,
    nombre: proceso.nombre,
    entidad: proceso.entidadNombre,
    instituto: { siglas: proceso.institutoSiglas, nombre: proceso.institutoNombre },
    jornada: proceso.jornada,
    simulacro: proceso.simulacro,
    reloj: procesos.reloj(),
    cargos: await procesos.cargos(tx),
    actoresPoliticos: await procesos.actores(tx),
    distritos: demarcaciones.filter(({ tipo }) => tipo === 'distrito'),
    municipios: demarcaciones.filter(({ tipo }) => tipo === 'municipio'),
  }
}
