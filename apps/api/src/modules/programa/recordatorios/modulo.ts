import type { ActividadesService } from '../actividades/index.ts'
import type { AccesoModule } from '../../acceso/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { CandidaturasService } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { createCorreo } from '../../../shared/correo.ts'
import type { Deps } from '../../../shared/deps.ts'
import { CapturasService, type Cuentas } from './capturas/capturas.service.ts'
import { EnteradasService } from './enteradas.service.ts'
import type { NovedadesCuentaService } from '../novedades/index.ts'
import { NovedadesService } from './novedades/novedades.service.ts'
import { ResumenesService } from './novedades/resumenes.service.ts'
import { RequerimientosCorreoService } from './requerimientos/requerimientos.service.ts'
import { SituationService } from './situation.service.ts'
import { RecordadorService, type AcusesCorreo } from './recordador.service.ts'
import { RecordatoriosService } from './recordatorios.service.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
  cuentas: Cuentas & Pick<AccesoModule, 'listActivas'>
  novedades: NovedadesCuentaService
  candidaturas: CandidaturasService
  acusesCorreo: AcusesCorreo
}

/** The services of the module: those for the console, and the job. */
export function recordatoriosModule(deps: Deps, services: Services) {
  const correo = createCorreo(deps.config, deps.clock)
  const situation = new SituationService(deps, services)
  const capturas = new CapturasService(deps, { ...services, correo, situation })
  const novedades = new NovedadesService(deps, services.cuentas)
  const resumenes = new ResumenesService(deps, { ...services, situation })
  const requerimientos = new RequerimientosCorreoService(services.cuentas)
  return {
    capturas,
    consola: new RecordatoriosService(deps, { ...services, correo, situation }),
    enteradas: new EnteradasService(deps, { ...services, situation }),
    recordador: new RecordadorService(deps, { ...services, capturas, novedades, resumenes, requerimientos, correo, situation }),
  }
}
