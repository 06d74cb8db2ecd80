import type { Module } from '../../module.ts'
import {
  CargoCuenta,
  CodigoRecuperacion,
  Cuenta,
  Enlace,
  Factor,
  Familia,
  Intento,
  Navegador,
  PropuestaCuenta,
  Refresco,
  Reposicion,
  Reto,
  type AccesoModule,
} from './index.ts'

export const acceso: Module<{ acceso: AccesoModule }> = {
  entities: [
    CargoCuenta,
    CodigoRecuperacion,
    Cuenta,
    Enlace,
    Factor,
    Familia,
    Intento,
    Navegador,
    PropuestaCuenta,
    Refresco,
    Reposicion,
    Reto,
  ],
  routes: (scope, _, services) => services.acceso.registerRoutes(scope),
}
