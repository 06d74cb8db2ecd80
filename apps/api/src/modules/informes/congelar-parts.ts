import type { ActividadesService } from '../actividades/index.ts'
import type { CodificacionesService } from '../codificaciones/index.ts'
import type { CuestionariosVigentes } from '../cuestionarios/index.ts'
import type { ProcesosService } from '../procesos/index.ts'

export interface CongelarParts {
  procesos: ProcesosService
  actividades: ActividadesService
  vigentes: CuestionariosVigentes
  codificaciones: CodificacionesService
}
