import type { Given, Module } from '../../module.ts'
import {
  ActorPolitico,
  ArchivoSenas,
  Cargo,
  Confirmacion,
  confirmacionesRoutes,
  Contienda,
  DatoEscrito,
  Demarcacion,
  plantillasRoutes,
  PlantillaVersion,
  Proceso,
  procesosRoutes,
} from './index.ts'

interface Services {
  procesos: Given<typeof procesosRoutes>
  confirmaciones: Given<typeof confirmacionesRoutes>
  plantillas: Given<typeof plantillasRoutes>
}

export const proceso: Module<Services> = {
  entities: [ActorPolitico, ArchivoSenas, Cargo, Confirmacion, Contienda, DatoEscrito, Demarcacion, PlantillaVersion, Proceso],
  routes: (scope, deps, { procesos, confirmaciones, plantillas }) => {
    procesosRoutes(scope, deps, procesos)
    confirmacionesRoutes(scope, deps, confirmaciones)
    plantillasRoutes(scope, deps, plantillas)
  },
}
