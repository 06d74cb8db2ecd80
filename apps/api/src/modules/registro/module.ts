import type { Given, Module } from '../../module.ts'
import {
  Acuerdo,
  Cambio,
  Candidatura,
  candidaturasRoutes,
  CorreccionAcuerdo,
  Documento,
  Entrega,
  Persona,
  Postulacion,
  vidaRoutes,
  Vista,
} from './index.ts'

type Services = Given<typeof candidaturasRoutes> & { vida: Given<typeof vidaRoutes> }

export const registro: Module<Services> = {
  entities: [Acuerdo, Cambio, Candidatura, CorreccionAcuerdo, Documento, Entrega, Persona, Postulacion, Vista],
  routes: (scope, deps, services) => {
    candidaturasRoutes(scope, deps, services)
    vidaRoutes(scope, deps, services.vida)
  },
}
