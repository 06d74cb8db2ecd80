import type { Acts } from '../../bitacora/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import { createCorreo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { EmisionRequerimientosService } from './emision.service.ts'
import { NotificacionRequerimientosService } from './notificacion.service.ts'
import { PendientesRequerimientosService } from './pendientes.ts'
import type { Requerimientos } from './requerimientos.routes.ts'
import { RequerimientosService } from './requerimientos.service.ts'

export { Requerimiento } from './requerimiento.entity.ts'
export { RequerimientoConsentimiento } from './requerimiento-consentimiento.entity.ts'
export { RequerimientoObservacion } from './requerimiento-observacion.entity.ts'
export { requerimientosRoutes } from './requerimientos.routes.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  documentos: Documentos
  cuentas: { listValidadoras(actores: readonly string[]): Promise<readonly unknown[]> }
}

/** The services of the requerimientos, low to high. */
export function requerimientosModule(deps: Deps, services: Services): Requerimientos & { pendientes: PendientesRequerimientosService } {
  const lista = new RequerimientosService(deps.clock, { ...services, consola: `${deps.config.origenConsola}/consola` })
  const own = { ...services, requerimientos: lista }
  return {
    lista,
    pendientes: new PendientesRequerimientosService(services.procesos),
    emision: new EmisionRequerimientosService(deps, own),
    notificacion: new NotificacionRequerimientosService(deps, { ...own, correo: createCorreo(deps.config, deps.clock) }),
  }
}
