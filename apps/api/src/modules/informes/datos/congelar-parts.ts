import type { ActividadesService } from '../../programa/actividades/index.ts'
import type { CodificacionesService } from '../codificaciones/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'

export interface CongelarParts {
  procesos: ProcesosService
  actividades: ActividadesService
  vigentes: CuestionariosVigentes
  codificaciones: CodificacionesService
}
