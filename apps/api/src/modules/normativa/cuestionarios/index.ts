import { join } from 'node:path'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import { BorradoresService, type VersionesServices } from './borradores.service.ts'
import { TrasladoService } from './traslado/traslado.service.ts'
import { createPatrones } from './patrones.ts'
import type { VersionesModule } from './versiones.routes.ts'

export { assertBeforeVigencia } from './acuerdo-corregido.ts'
export { Borrador } from './borrador.entity.ts'
export { pendientesVersiones } from './pendientes-versiones.ts'
export { CandidaturaAnterior } from './traslado/candidatura-anterior.entity.ts'
export { SeccionAnterior } from './traslado/seccion-anterior.entity.ts'
export { versionesRoutes } from './versiones.routes.ts'

/** The services of the versions of the cuestionarios, by hand. */
export function versionesModule(deps: Deps, services: VersionesServices & { vigentes: CuestionariosVigentes }): VersionesModule {
  const versiones = new BorradoresService(deps, {
    ...services,
    patrones: createPatrones(join(deps.config.trabajadores, 'patrones.worker.js')),
  })
  return { versiones, traslado: new TrasladoService(deps, { ...services, borradores: versiones.borradores }), vigentes: services.vigentes }
}
