import type { Deps } from '../../../shared/deps.ts'
import { ConclusionService, type ConclusionServices } from './conclusion.service.ts'
import type { Conclusiones } from './conclusion.routes.ts'
import { ConstanciaService, type ConstanciaServices } from './constancia.service.ts'
import { ConsultasService } from './consultas.service.ts'
import { SupresorService } from './supresor.service.ts'

export { conclusionRoutes } from './conclusion.routes.ts'
export { ConstanciaSupresion } from './constancia.entity.ts'
export { EtapaConclusion } from './etapa-conclusion.entity.ts'
export { startSupresor } from './worker.ts'

/** The services of the stages after election day, built by hand. */
export function conclusionModule(
  deps: Deps,
  services: ConclusionServices & Pick<ConstanciaServices, 'documentos' | 'cuentas'>,
): Conclusiones & { supresor: SupresorService } {
  const constancia = new ConstanciaService(deps, services)
  return {
    plan: new ConclusionService(deps, services),
    constancia,
    consultas: new ConsultasService(deps, services),
    supresor: new SupresorService(deps, constancia),
  }
}
