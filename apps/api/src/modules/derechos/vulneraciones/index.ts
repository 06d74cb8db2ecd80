import type { LecturaBitacoraService } from '../auditoria/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { LecturasVulneracionService } from './lecturas.service.ts'
import { PapelesVulneracionService } from './papeles.service.ts'
import { PendientesVulneracionService } from './pendientes.service.ts'
import type { Vulneraciones } from './vulneraciones.routes.ts'
import { VulneracionesService, type VulneracionesServices } from './vulneraciones.service.ts'

export { Vulneracion, VulneracionAfectada } from './vulneracion.entity.ts'
export { vulneracionesRoutes } from './vulneraciones.routes.ts'

type Parts = VulneracionesServices & { documentos: Documentos; lectura: LecturaBitacoraService }

/** The services of breaches, by hand. */
export function vulneracionesModule(deps: Deps, parts: Parts): Vulneraciones {
  return {
    registro: new VulneracionesService(deps, parts),
    lecturas: new LecturasVulneracionService(deps, parts),
    papeles: new PapelesVulneracionService(deps, parts),
    pendientes: new PendientesVulneracionService(deps.clock),
  }
}
