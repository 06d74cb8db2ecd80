import type { ActividadesService, ActosActividadService } from '../actividades/index.ts'
import type { IntegrantesService } from '../sesiones/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { ActosRemisionService } from './actos.service.ts'
import { CorreccionesRemisionService } from './correcciones.service.ts'
import { OficiosService } from './oficios.service.ts'
import { PreparacionRemisionService } from './preparacion.service.ts'
import { RemisionesService } from './remisiones.service.ts'
import type { Remisiones } from './remisiones.routes.ts'

export { aprobacionesEnPalabras, nombreDocumento, readDocumentosRemitidos, type DocumentoRemitido } from './documentos-remitidos.ts'
export { CorreccionRemision } from './correccion-remision.entity.ts'
export { remisionesPieces } from './pieces.ts'
export { Remision } from './remision.entity.ts'
export { remisionesRoutes } from './remisiones.routes.ts'
export type { ActosRemisionService }

interface Parts {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  actividades: ActividadesService
  actosActividad: ActosActividadService
  documentos: Documentos
  integrantes: IntegrantesService
}

export function remisionesModule(deps: Deps, parts: Parts): Remisiones {
  const remisiones = new RemisionesService(deps, parts)
  return {
    remisiones,
    preparacion: new PreparacionRemisionService({ ...parts, remisiones }),
    actos: new ActosRemisionService(deps, { ...parts, remisiones }),
    correcciones: new CorreccionesRemisionService(deps, { ...parts, remisiones }),
    oficios: new OficiosService(deps, { ...parts, remisiones }),
  }
}
