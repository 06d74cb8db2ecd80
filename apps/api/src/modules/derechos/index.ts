import type { IdentidadService } from '../cuestionarios/index.ts'
import type { Deps } from '../../shared/deps.ts'
import { ArchivosDerechoService } from './archivos.service.ts'
import { DerechosService, type DerechosServices } from './derechos.service.ts'
import type { Derechos } from './derechos.routes.ts'

export { derechosRoutes } from './derechos.routes.ts'
export { PruebaDerecho } from './prueba-derecho.entity.ts'
export { rewrapPruebas } from './rotacion.queries.ts'
export { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** The services of requests, by hand. */
export function derechosModule(deps: Deps, { identidad, ...services }: DerechosServices & { identidad: IdentidadService }): Derechos {
  const solicitudes = new DerechosService(deps, services)
  return { solicitudes, archivos: new ArchivosDerechoService(deps, { bitacora: services.bitacora, derechos: solicitudes, identidad }) }
}
