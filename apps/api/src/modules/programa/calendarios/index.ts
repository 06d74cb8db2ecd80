import type { ActividadesService } from '../actividades/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Calendarios } from './calendarios.routes.ts'
import { CalendariosService } from './calendarios.service.ts'
import { CalendarioEnlacesService } from './enlaces.service.ts'

export { CalendarioEmitido } from './calendario-emitido.entity.ts'
export { CalendarioEnlace } from './calendario-enlace.entity.ts'
export { calendariosRoutes, type Calendarios } from './calendarios.routes.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
}

export function calendariosModule(deps: Deps, parts: Parts): Calendarios {
  return { enlaces: new CalendarioEnlacesService(deps, parts), calendarios: new CalendariosService(deps, parts) }
}
