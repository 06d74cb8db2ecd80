import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { ActosEscenarioService } from './actos.service.ts'
import type { Escenarios } from './escenarios.routes.ts'
import { EscenariosService } from './escenarios.service.ts'
import { PaquetesEscenarioService } from './paquetes.service.ts'

export { Escenario } from './escenario.entity.ts'
export { escenariosRoutes } from './escenarios.routes.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
}

export function escenariosModule(deps: Deps, parts: Parts): Escenarios {
  const escenarios = new EscenariosService(parts)
  return {
    escenarios,
    actos: new ActosEscenarioService(deps, { ...parts, escenarios }),
    paquetes: new PaquetesEscenarioService(deps, { ...parts, escenarios }),
  }
}
