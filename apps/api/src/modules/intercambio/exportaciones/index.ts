import type { Acts } from '../../bitacora/index.ts'
import type { CandidaturasService } from '../../registro/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { ConsultasLibroService } from './consulta/consulta.service.ts'
import { HojasEntregaService } from './entregas/entregas.service.ts'
import type { Exportaciones } from './exportaciones.routes.ts'
import { LibroIneService } from './ine/ine.service.ts'
import { ListadosService } from './listados/listados.service.ts'
import { SeleccionService } from './seleccion/seleccion.service.ts'

export { exportacionesRoutes } from './exportaciones.routes.ts'
export { enLista } from '../../../shared/documentos/palabras.ts'
export { type Emisor } from './listados/contenido.ts'
export { emisorOf, fileName, type Descarga } from './listados/listados.service.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  candidaturas: CandidaturasService
  /** Names the asking account in documents. */
  cuentas: { service: { findOwn(quien: Quien): Promise<{ nombre: string }> } }
  /** One maker of documents for all: a list of a whole state is made alone. */
  documentos: Documentos
}

export function exportacionesModule(deps: Deps, parts: Parts): Exportaciones {
  return {
    listados: new ListadosService(deps, parts),
    libroIne: new LibroIneService(deps, parts),
    consultas: new ConsultasLibroService(deps, parts),
    seleccion: new SeleccionService(deps, parts),
    hojas: new HojasEntregaService(deps, parts),
  }
}
