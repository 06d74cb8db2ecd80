import type { Deps } from '../../../shared/deps.ts'
import { AcusesCorreoService } from './documentos/acuse-correo.service.ts'
import { ArchivosDerechoService, type ArchivosServices } from './documentos/archivos.service.ts'
import { DerechosService, type DerechosServices } from './derechos.service.ts'
import { DocumentosDerechoService } from './documentos/documentos.service.ts'
import type { Derechos } from './derechos.routes.ts'
import { PapelesDerechoService, type PapelesServices } from './documentos/papeles.service.ts'
import { PendientesDerechoService } from './pendientes.service.ts'

export { derechosRoutes } from './derechos.routes.ts'
export { PruebaDerecho } from './prueba-derecho.entity.ts'
export { rewrapPruebas } from './rotacion.queries.ts'
export { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** The services of requests, by hand. */
export function derechosModule(deps: Deps, services: DerechosServices & ArchivosServices & Omit<PapelesServices, 'solicitudes'>): Derechos {
  const derechos = new DerechosService(deps, services)
  return {
    solicitudes: derechos,
    pendientes: new PendientesDerechoService({ clock: deps.clock, procesos: services.procesos }),
    acusesCorreo: new AcusesCorreoService({ clock: deps.clock, procesos: services.procesos }),
    documentos: new DocumentosDerechoService(deps, { ...services, derechos }),
    archivos: new ArchivosDerechoService(deps, services),
    papeles: new PapelesDerechoService(deps, { ...services, solicitudes: derechos }),
  }
}
