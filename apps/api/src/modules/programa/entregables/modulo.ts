import type { EntityManager } from 'typeorm'
import type { DocumentosService } from '../../registro/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import { ContenidosService } from './contenidos.service.ts'
import { EntregablesService, type Services } from './entregables.service.ts'
import { ObservacionesService, type QuienesObservan } from './observaciones.service.ts'
import { PasosService } from './pasos.service.ts'
import { VersionesService } from './versiones.service.ts'

export interface EntregablesServices {
  entregables: EntregablesService
  versiones: VersionesService
  contenidos: ContenidosService
  observaciones: ObservacionesService
  pasos: PasosService
}

/** Answer of a higher module: the members who may observe. */
interface Quienes {
  quienes(tx: EntityManager, dia: string): Promise<QuienesObservan | null>
}

/** The services of the work on an entregable, low to high. */
export function entregablesModule(
  deps: Deps,
  { documentos, quienes, ...services }: Services & Quienes & { documentos: DocumentosService },
): EntregablesServices {
  const entregables = new EntregablesService(deps, services)
  return {
    entregables,
    versiones: new VersionesService(entregables, documentos),
    contenidos: new ContenidosService(entregables),
    observaciones: new ObservacionesService(entregables, quienes),
    pasos: new PasosService(entregables, deps.clock),
  }
}
