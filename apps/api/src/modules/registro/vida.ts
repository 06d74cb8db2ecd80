import type { Acts } from '../bitacora/index.ts'
import type { ProcesosService } from '../proceso/index.ts'
import type { Deps } from '../../shared/deps.ts'
import { CorreccionesAcuerdoService } from './acuerdos/correcciones.service.ts'
import { AcuerdosService } from './acuerdos/acuerdos.service.ts'
import { CambiosService } from './cambios/cambios.service.ts'
import { VistaPreviaService } from './cambios/vista-previa.service.ts'
import { CandidaturaDetailService, type AccionesCaptura } from './candidaturas/candidatura-detail.service.ts'
import { DocumentosService } from './documentos/documentos.service.ts'
import { EntregasService, type Cuentas } from './entregas/entregas.service.ts'
import { FormulaService } from './candidaturas/formula.service.ts'
import type { VidaServices } from './vida.routes.ts'

export interface VidaParts {
  acts: Acts
  procesos: ProcesosService
  cuentas: Cuentas
  captura: AccionesCaptura
}

/** The services of the legal life, low to high. */
export function vidaModule(deps: Deps, parts: VidaParts): VidaServices {
  const { acts, procesos, cuentas, captura } = parts
  const entregas = new EntregasService(deps, { acts, procesos, cuentas })
  const acuerdos = new AcuerdosService(deps, { acts, procesos, entregas })
  return {
    documentos: new DocumentosService(deps, { acts, procesos }),
    entregas,
    acuerdos,
    correccionesAcuerdo: new CorreccionesAcuerdoService(deps, { acts, procesos, acuerdos }),
    cambios: new CambiosService(deps, { acts, procesos }),
    vistaPrevia: new VistaPreviaService(deps, procesos),
    formula: new FormulaService(procesos),
    detail: new CandidaturaDetailService(deps, { procesos, captura }),
  }
}
