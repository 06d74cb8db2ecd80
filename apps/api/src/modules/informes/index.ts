import type { Deps } from '../../shared/deps.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import type { DocumentosService } from '../registro/index.ts'
import type { VersionesService } from '../programa/entregables/index.ts'
import type { IntegrantesService } from '../programa/sesiones/index.ts'
import { CambiosInformeService } from './datos/cambios.ts'
import { CortesInformeService } from './cortes.service.ts'
import { EmisionesInformeService } from './emisiones.service.ts'
import { EnviosInformeService } from './envios.service.ts'
import { RefrescoInformeService } from './refresco.service.ts'
import type { Informes } from './informes.routes.ts'
import { InformesService, type Services } from './informes.service.ts'
import { PendientesInformeService } from './pendientes.ts'

export { borradorDeAvance } from './borrador.ts'
export { InformeArchivo } from './informe-archivo.entity.ts'
export { InformeCorte } from './informe-corte.entity.ts'
export { InformeEmision } from './informe-emision.entity.ts'
export { InformeTexto } from './informe-texto.entity.ts'
export { informesRoutes } from './informes.routes.ts'

interface Parts extends Services {
  documentos: Documentos
  /** The papers that were received, among which an informe that is sent to its entregable is one. */
  recibidos: DocumentosService
  versiones: VersionesService
  integrantes: IntegrantesService
}

/** The services of the informes, low to high. */
export function informesModule(deps: Deps, { documentos, recibidos, versiones, integrantes, ...services }: Parts): Informes {
  const informes = new InformesService(deps, services)
  const emisiones = new EmisionesInformeService(deps, { ...services, documentos, informes, integrantes })
  return {
    informes,
    cortes: new CortesInformeService(deps, { ...services, informes }),
    emisiones,
    cambios: new CambiosInformeService(deps, { emisiones, documentos }),
    refrescos: new RefrescoInformeService(deps, { informes, emisiones, documentos, acts: services.acts }),
    envios: new EnviosInformeService(deps, { ...services, informes, emisiones, versiones, documentos: recibidos }),
    pendientes: new PendientesInformeService(services),
  }
}
