import type { ActividadesService, ActosActividadService } from '../../programa/actividades/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AprobacionAvisoService } from './aprobacion.service.ts'
import { BorradoresAvisoService, type AvisosServices } from './borradores.service.ts'
import { PendientesAvisoService } from './pendientes.service.ts'
import type { VersionesAvisoModule } from './avisos.routes.ts'

export { BorradorAviso } from './borrador-aviso.entity.ts'
export { assertNotApproving } from './sesion-corregida.ts'
export { versionesAvisoRoutes } from './avisos.routes.ts'

/** The services of the versions of the aviso de privacidad, by hand. */
export function versionesAvisoModule(
  deps: Deps,
  services: AvisosServices & { actividades: ActividadesService; actosActividad: ActosActividadService; documentos: Documentos },
): VersionesAvisoModule {
  const avisos = new BorradoresAvisoService(deps, services)
  return {
    avisos,
    aprobacion: new AprobacionAvisoService(deps, { ...services, borradores: avisos.borradores }),
    pendientes: new PendientesAvisoService(deps.clock, services),
  }
}
