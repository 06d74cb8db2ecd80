import type { EntityManager } from 'typeorm'
import { permisosDe, type Permiso, type Rol } from '@conoceles/domain'
import { findActorPolitico, findCargo, type ActorPoliticoRef, type CuentaRow } from '../acceso.queries.ts'

/** An account as its own holder sees it. */
export interface CuentaVista {
  id: string
  nombre: string
  correo: string
  rol: Rol
  cargo: string | null
  actorPolitico: ActorPoliticoRef | null
  candidaturaId: string | null
  permisos: Permiso[]
}

export async function toVista(tx: EntityManager, cuenta: CuentaRow): Promise<CuentaVista> {
  const { id, nombre, correo, rol, candidaturaId } = cuenta
  const actorPolitico = cuenta.actorPoliticoId ? await findActorPolitico(tx, cuenta.actorPoliticoId) : null
  return { id, nombre, correo, rol, cargo: await findCargo(tx, id), actorPolitico, candidaturaId, permisos: permisosDe(rol) }
}

/** Two spellings of one address are one account; invisible signs come along when an address is copied from a document. */
export function normalizeCorreo(correo: string): string {
  return correo
    .normalize('NFC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase()
}
