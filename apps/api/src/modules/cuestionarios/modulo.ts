import type { Deps } from '../../shared/deps.ts'
import { ActoService } from './acto.service.ts'
import { ActosService } from './actos.service.ts'
import { AjenasService } from './ajenas.service.ts'
import { CapturaViewService } from './captura-view.service.ts'
import { CapturaService, type CapturaServices } from './captura.service.ts'
import { ColaService } from './cola.service.ts'
import { CorreccionesService } from './correcciones.service.ts'
import { LecturasService } from './lecturas.service.ts'
import { ObservacionesService } from './observaciones.service.ts'
import { PausasService } from './pausas.service.ts'

/** The services of captura and review, by hand. */
export function cuestionariosModule(deps: Deps, services: CapturaServices) {
  const captura = new CapturaService(deps, services)
  const acto = new ActoService(deps, { ...services, captura })
  const ajenas = new AjenasService(deps.clock, services.procesos)
  const lecturas = new LecturasService(deps.clock, services)
  return {
    captura,
    lecturas,
    ajenas,
    actos: new ActosService(acto, { ...services, captura }),
    view: new CapturaViewService({ ...services, captura, ajenas, lecturas }),
    revision: {
      cola: new ColaService(deps.clock, services.procesos),
      observaciones: new ObservacionesService(deps.clock, acto),
      correcciones: new CorreccionesService(acto),
      pausas: new PausasService(deps.clock, acto),
    },
  }
}
