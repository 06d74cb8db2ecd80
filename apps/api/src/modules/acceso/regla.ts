import type { EntityManager } from 'typeorm'
import { requiereSegundoFactor, type Rol } from '@conoceles/domain'
import { findReglaAcceso } from './acceso.queries.ts'

/** Whether the proceso demands a second factor of the role. */
export async function requiresFactor(tx: EntityManager, rol: Rol): Promise<boolean> {
  return requiereSegundoFactor(rol, await findReglaAcceso(tx))
}
