import type { Given, Module } from '../../module.ts'
import { bitacoraRoutes, Envio } from './index.ts'

export const bitacora: Module<{ bitacora: Given<typeof bitacoraRoutes> }> = {
  entities: [Envio],
  routes: (scope, deps, services) => bitacoraRoutes(scope, deps, services.bitacora),
}
