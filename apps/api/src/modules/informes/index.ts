import type { Deps } from '../../shared/deps.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { CortesInformeService } from './cortes.service.ts'
import { EmisionesInformeService } from './emisiones.service.ts'
import type { Informes } from './informes.routes.ts'
import { InformesService, type Services } from './informes.service.ts'

export { InformeCorte } from './informe-corte.entity.ts'
export { InformeEmision } from './informe-emision.entity.ts'
export { InformeTexto } from './informe-texto.entity.ts'
export { informesRoutes } from './informes.routes.ts'

/** The services of the informes, low to high. */
export function informesModule(deps: Deps, { documentos, ...services }: Services & { documentos: Documentos }): Informes {
  const informes = new InformesService(deps, services)
  return {
    informes,
    cortes: new CortesInformeService(deps, { ...services, informes }),
    emisiones: new EmisionesInformeService(deps, { documentos, informes }),
  }
}
