import type { Given, Module } from '../../module.ts'
import {
  Codificacion,
  codificacionesRoutes,
  CodigoCodificacion,
  PlazaCodificacion,
  startCodificador,
  TextoCodificacion,
  VotoCodificacion,
} from './codificaciones/index.ts'
import { CrucePedido, crucesRoutes } from './cruces/index.ts'
import { InformeArchivo, InformeCorte, InformeEmision, informesRoutes, InformeTexto } from './index.ts'
import { OmisionEmitida, omisionesRoutes } from './omisiones/index.ts'
import { Requerimiento, RequerimientoConsentimiento, RequerimientoObservacion, requerimientosRoutes } from './requerimientos/index.ts'
import { tableroRoutes } from './tablero/index.ts'

interface Services {
  tableroCaptura: Given<typeof tableroRoutes>
  cruces: Given<typeof crucesRoutes>
  omisiones: Given<typeof omisionesRoutes>
  requerimientos: Given<typeof requerimientosRoutes>
  codificaciones: Given<typeof codificacionesRoutes> & { codificador: Parameters<typeof startCodificador>[0] }
  informes: Given<typeof informesRoutes>
}

export const informes: Module<Services> = {
  entities: [
    Codificacion,
    CodigoCodificacion,
    CrucePedido,
    InformeArchivo,
    InformeCorte,
    InformeEmision,
    InformeTexto,
    OmisionEmitida,
    Requerimiento,
    RequerimientoConsentimiento,
    RequerimientoObservacion,
    PlazaCodificacion,
    TextoCodificacion,
    VotoCodificacion,
  ],
  routes: (scope, deps, services) => {
    tableroRoutes(scope, services.tableroCaptura)
    crucesRoutes(scope, deps, services.cruces)
    omisionesRoutes(scope, deps, services.omisiones)
    requerimientosRoutes(scope, deps, services.requerimientos)
    codificacionesRoutes(scope, deps, services.codificaciones)
    informesRoutes(scope, deps, services.informes)
  },
  jobs: [{ start: ({ codificaciones }, log) => startCodificador(codificaciones.codificador, log) }],
}
