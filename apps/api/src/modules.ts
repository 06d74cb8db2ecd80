import 'reflect-metadata'
import type { Module } from './module.ts'
import { acceso } from './modules/acceso/module.ts'
import { bitacora } from './modules/bitacora/module.ts'
import { captura } from './modules/captura/module.ts'
import { derechos } from './modules/derechos/module.ts'
import { informes } from './modules/informes/module.ts'
import { intercambio } from './modules/intercambio/module.ts'
import { normativa } from './modules/normativa/module.ts'
import { proceso } from './modules/proceso/module.ts'
import { programa } from './modules/programa/module.ts'
import { publicacion } from './modules/publicacion/module.ts'
import { registro } from './modules/registro/module.ts'
import { wireServices, type Services } from './services.ts'
import type { Deps } from './shared/deps.ts'

/** The chapters, low to high. */
export const MODULES: Module<Services>[] = [
  bitacora,
  acceso,
  proceso,
  registro,
  captura,
  intercambio,
  publicacion,
  programa,
  normativa,
  informes,
  derechos,
]

export const ENTITIES = MODULES.flatMap(({ entities }) => entities)

/** Every service, with what follows from their acts. */
export function buildServices(deps: Deps): Services {
  const services = wireServices(deps)
  for (const { consequences } of MODULES) consequences?.(services.bitacora, services)
  return services
}
