import type { Given, Module } from '../../module.ts'
import { auditoriaRoutes } from './auditoria/index.ts'
import { conclusionRoutes, ConstanciaSupresion, EtapaConclusion, startSupresor } from './conclusion/index.ts'
import { proteccionRoutes, VersionProteccion } from './proteccion/index.ts'
import { derechosRoutes, PruebaDerecho, SolicitudDerecho } from './solicitudes/index.ts'
import { Vulneracion, VulneracionAfectada, vulneracionesRoutes } from './vulneraciones/index.ts'

interface Services {
  derechos: Given<typeof derechosRoutes>
  proteccion: Given<typeof proteccionRoutes>
  vulneraciones: Given<typeof vulneracionesRoutes>
  conclusion: Given<typeof conclusionRoutes> & { supresor: Parameters<typeof startSupresor>[0] }
  auditoria: Given<typeof auditoriaRoutes>
}

export const derechos: Module<Services> = {
  entities: [ConstanciaSupresion, EtapaConclusion, PruebaDerecho, SolicitudDerecho, VersionProteccion, Vulneracion, VulneracionAfectada],
  routes: (scope, deps, services) => {
    derechosRoutes(scope, deps, services.derechos)
    proteccionRoutes(scope, deps, services.proteccion)
    vulneracionesRoutes(scope, deps, services.vulneraciones)
    conclusionRoutes(scope, deps, services.conclusion)
    auditoriaRoutes(scope, deps, services.auditoria)
  },
  jobs: [{ start: ({ conclusion }, log) => startSupresor(conclusion.supresor, log) }],
}
