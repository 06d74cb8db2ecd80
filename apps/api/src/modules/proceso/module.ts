import type { Given, Module } from '../../module.ts'
import {
  ActorPolitico,
  ArchivoSenas,
  Cargo,
  Confirmacion,
  confirmacionesRoutes,
  Contienda,
  Demarcacion,
  Proceso,
  procesosRoutes,
} from './index.ts'

interface Services {
  procesos: Given<typeof procesosRoutes>
  confirmaciones: Given<typeof confirmacionesRoutes>
}

export const proceso: Module<Services> = {
  entities: [ActorPolitico, ArchivoSenas, Cargo, Confirmacion, Contienda, Demarcacion, Proceso],
  routes: (scope, deps, { procesos, confirmaciones }) => {
    procesosRoutes(scope, deps, procesos)
    confirmacionesRoutes(scope, deps, confirmaciones)
  },
}
