import type { Deps } from '../../shared/deps.ts'
import { ActoService } from './acto.service.ts'
import { ActosService } from './actos.service.ts'
import { AjenasService } from './ajenas.service.ts'
import { CapturaViewService } from './captura-view.service.ts'
import { CapturaService, type CapturaServices } from './captura.service.ts'
import { ColaService } from './cola.service.ts'
import { CorreccionesService } from './correcciones.service.ts'
import { EfectosConsentimientoService } from './efectos-consentimiento.service.ts'
import { ExpedientesService } from './expedientes.service.ts'
import { LecturasService } from './lecturas.service.ts'
import { ObservacionesService } from './observaciones.service.ts'
import { PausasService } from './pausas.service.ts'

/** The services of captura and review, by hand. */
export function cuestionariosModule(deps: Deps, services: CapturaServices) {
  const shared = { ...services, expedientes: new ExpedientesService(deps.clock, services) }
  const acto = new ActoService(deps, shared)
  const ajenas = new AjenasService(deps.clock, services.procesos)
  const lecturas = new LecturasService(deps.clock, services)
  return {
    captura: new CapturaService(deps, shared),
    efectos: new EfectosConsentimientoService(deps.clock, services.vigentes),
    lecturas,
    ajenas,
    actos: new ActosService(acto, shared),
    view: new CapturaViewService({ ...shared, ajenas, lecturas }),
    revision: {
      cola: new ColaService(deps.clock, services.procesos),
      observaciones: new ObservacionesService(deps.clock, acto),
      correcciones: new CorreccionesService(acto),
      pausas: new PausasService(deps.clock, acto),
    },
  }
}
