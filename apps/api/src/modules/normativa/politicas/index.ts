import type { AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { IdentidadService } from '../../captura/index.ts'
import { AlcancePoliticaService } from '../../publicacion/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AlcanceService } from './alcance.service.ts'
import type { PoliticasModule } from './politicas.routes.ts'
import { PoliticasService, type PoliticasServices } from './politicas.service.ts'

export { PoliticaBorrador } from './politica-borrador.entity.ts'
export { politicasRoutes } from './politicas.routes.ts'

/** The services of the policy of publication, by hand. */
export function politicasModule(
  deps: Deps,
  services: PoliticasServices & { documentos: Documentos; identidad: IdentidadService; avisos: AvisosPrivacidadService },
): PoliticasModule {
  const politicas = new PoliticasService(deps, services)
  const alcance = new AlcancePoliticaService(deps, services)
  return { politicas, alcance: new AlcanceService(deps, { ...services, politicas, alcance }) }
}
