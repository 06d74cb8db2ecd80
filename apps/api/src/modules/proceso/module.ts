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
  PaquetePropuesto,
  paqueteRoutes,
  plantillasRoutes,
  PlantillaVersion,
  Proceso,
  procesosRoutes,
} from './index.ts'

interface Services {
  procesos: Given<typeof procesosRoutes>
  confirmaciones: Given<typeof confirmacionesRoutes>
  paquete: Given<typeof paqueteRoutes>
  plantillas: Given<typeof plantillasRoutes>
}

export const proceso: Module<Services> = {
  entities: [
    ActorPolitico,
    ArchivoSenas,
    Cargo,
    Confirmacion,
    Contienda,
    DatoEscrito,
    Demarcacion,
    PaquetePropuesto,
    PlantillaVersion,
    Proceso,
  ],
  routes: (scope, deps, { procesos, confirmaciones, paquete, plantillas }) => {
    procesosRoutes(scope, deps, procesos)
    confirmacionesRoutes(scope, deps, confirmaciones)
    paqueteRoutes(scope, deps, paquete)
    plantillasRoutes(scope, deps, plantillas)
  },
}
