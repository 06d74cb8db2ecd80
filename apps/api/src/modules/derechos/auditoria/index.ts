import type { Deps } from '../../../shared/deps.ts'
import type { Auditoria } from './auditoria.routes.ts'
import { LecturaBitacoraService } from './lectura.service.ts'
import { PreguntasService, type PreguntasParts } from './preguntas/preguntas.service.ts'
import { VencidosService } from './vencidos.service.ts'

export { auditoriaRoutes } from './auditoria.routes.ts'
export { LecturaBitacoraService, type ActoLeido } from './lectura.service.ts'
export { listActosPorNumero } from './preguntas/actos.queries.ts'
export { leerLecturas } from './preguntas/lecturas.ts'

export function auditoriaModule(deps: Deps, parts: Omit<PreguntasParts, 'lectura'>): Auditoria {
  const lectura = new LecturaBitacoraService({ clock: deps.clock, cuentas: parts.cuentas })
  return {
    lectura,
    preguntas: new PreguntasService(deps, { ...parts, lectura }),
    vencidos: new VencidosService({ clock: deps.clock, procesos: parts.procesos }),
  }
}
