import type { AccesoModule } from '../../acceso/index.ts'
import type { ActividadesService, ActosActividadService } from '../actividades/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { AcuerdosService, CorreccionesAcuerdoService } from '../../registro/index.ts'
import type { PlantillasService, ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AprobacionesService } from './aprobaciones.service.ts'
import { CelebracionesService } from './celebraciones.service.ts'
import { ConvocatoriasService } from './convocatorias.service.ts'
import { HojasSesionService } from './hojas.service.ts'
import { IntegrantesService } from './integrantes/integrantes.service.ts'
import { PendientesSesionService } from './pendientes-sesion.service.ts'
import type { SesionesModule } from './sesiones.routes.ts'
import { SesionesService } from './sesiones.service.ts'

export { assertNotVoted } from './acuerdos/acuerdo-votado.ts'
export {
  findAprobaciones,
  findCiudad,
  findPuntosAprobados,
  listVersiones,
  type AprobacionVotada,
  type PuntoAprobado,
  type VersionGuardada,
} from './aprobados.queries.ts'
export { Celebracion, type PuntoVotado } from './celebracion.entity.ts'
export { Integrante } from './integrantes/integrante.entity.ts'
export type { IntegrantesService } from './integrantes/integrantes.service.ts'
export { cargoDe, EN_PALABRAS } from './integrantes/cargos.ts'
export { emisorPapel, type EmisorPapel } from './papeles/comun.ts'
export { sesionesPieces, sesionReunida } from './pieces.ts'
export { Sesion } from './sesion.entity.ts'
export { sesionesRoutes } from './sesiones.routes.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  plantillas: PlantillasService
  acuerdos: AcuerdosService
  correccionesAcuerdo: CorreccionesAcuerdoService
  actividades: ActividadesService
  actosActividad: ActosActividadService
  documentos: Documentos
  cuentas: Pick<AccesoModule, 'buscar'>
}

/** The services of the sesiones, low to high. */
export function sesionesModule(deps: Deps, parts: Parts): SesionesModule {
  const { acts, procesos, plantillas, actividades, documentos, cuentas } = parts
  const integrantes = new IntegrantesService(deps, { acts, procesos, plantillas, cuentas })
  const sesiones = new SesionesService(deps, { acts, procesos, plantillas, actividades, integrantes })
  const aprobaciones = new AprobacionesService(parts)
  return {
    integrantes,
    sesiones,
    convocatorias: new ConvocatoriasService(deps, { acts, procesos, plantillas, actividades, integrantes, sesiones }),
    celebraciones: new CelebracionesService({ procesos, integrantes, sesiones, aprobaciones }),
    hojas: new HojasSesionService(deps, { acts, procesos, plantillas, sesiones, documentos }),
    pendientes: new PendientesSesionService({ clock: deps.clock, procesos, actividades, integrantes }),
  }
}
