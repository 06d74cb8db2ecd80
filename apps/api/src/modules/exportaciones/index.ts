import type { BitacoraService } from '../bitacora/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../cuestionarios/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import type { Deps } from '../../shared/deps.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { HojasEntregaService } from './entregas.service.ts'
import type { Exportaciones } from './exportaciones.routes.ts'
import { LibroIneService } from './ine.service.ts'
import { ListadosService } from './listados.service.ts'

export { exportacionesRoutes } from './exportaciones.routes.ts'
export { enLista, type Emisor } from './listados-contenido.ts'
export { emisorOf, fileName, type Descarga } from './listados.service.ts'

interface Parts {
  bitacora: BitacoraService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  /** One maker of documents for all: a list of a whole state is made alone. */
  documentos: Documentos
}

export function exportacionesModule(deps: Deps, parts: Parts): Exportaciones {
  return {
    listados: new ListadosService(deps, parts),
    libroIne: new LibroIneService(deps, parts),
    hojas: new HojasEntregaService(deps, parts),
  }
}
