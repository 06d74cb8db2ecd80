import type { AccesoModule } from '../acceso/index.ts'
import type { Deps } from '../../shared/deps.ts'
import type { Auditoria } from './auditoria.routes.ts'
import { LecturaBitacoraService } from './lectura.service.ts'

export { auditoriaRoutes } from './auditoria.routes.ts'

export function auditoriaModule(deps: Deps, { cuentas }: { cuentas: AccesoModule }): Auditoria {
  return { lectura: new LecturaBitacoraService({ clock: deps.clock, cuentas }) }
}
