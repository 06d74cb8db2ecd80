import type { Acts } from '../../bitacora/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { EmisionesService } from './emisiones.service.ts'
import type { Omisiones } from './omisiones.routes.ts'
import { OmisionesService } from './omisiones.service.ts'

export { OmisionEmitida } from './omision-emitida.entity.ts'
export { omisionesRoutes } from './omisiones.routes.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  documentos: Documentos
}

export function omisionesModule(deps: Deps, services: Services): Omisiones {
  const lista = new OmisionesService(deps.clock, services)
  return { lista, emisiones: new EmisionesService(deps, { ...services, omisiones: lista }) }
}
