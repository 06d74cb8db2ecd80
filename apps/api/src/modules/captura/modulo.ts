import type { Deps } from '../../shared/deps.ts'
import { CapturaActs } from './secciones/captura-acts.ts'
import { CapturaEnteraService } from './secciones/captura-entera.service.ts'
import { AjenasService } from './secciones/ajenas.service.ts'
import { CapturaViewService } from './secciones/captura-view.service.ts'
import { CapturaService, type CapturaServices } from './secciones/captura.service.ts'
import { ColaService, type ColaServices } from './cola/cola.service.ts'
import { CorreccionesService } from './secciones/correcciones.service.ts'
import { EfectosConsentimientoService } from './identidad/efectos-consentimiento.service.ts'
import { ExpedientesService } from './identidad/expedientes.service.ts'
import { LecturasService } from './lecturas/lecturas.service.ts'
import { ObservacionesService } from './revision/observaciones.service.ts'
import { PausasService } from './secciones/pausas.service.ts'
import { TerminadasService } from './secciones/terminadas.service.ts'
import { TiemposService } from './tiempos/tiempos.service.ts'
import { VariasService } from './varias/varias.service.ts'

/** The services of captura and review, by hand. */
export function cuestionariosModule(deps: Deps, services: CapturaServices & ColaServices) {
  const shared = { ...services, expedientes: new ExpedientesService(deps.clock, services) }
  const acto = new CapturaActs(shared)
  const ajenas = new AjenasService(deps.clock, services.procesos)
  const actos = new CapturaEnteraService(acto, shared)
  const lecturas = new LecturasService(deps.clock, services)
  return {
    captura: new CapturaService(deps, shared),
    efectos: new EfectosConsentimientoService(deps.clock, services.vigentes),
    lecturas,
    ajenas,
    actos,
    varias: new VariasService(deps, { ...shared, actos }),
    terminadas: new TerminadasService(shared),
    view: new CapturaViewService({ ...shared, ajenas, lecturas }),
    cola: new ColaService(deps.clock, services),
    tiempos: new TiemposService(deps.clock, services),
    revision: {
      observaciones: new ObservacionesService(deps.clock, acto),
      correcciones: new CorreccionesService(acto),
      pausas: new PausasService(deps.clock, acto),
    },
  }
}
