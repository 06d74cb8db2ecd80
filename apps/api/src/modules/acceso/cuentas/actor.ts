import type { Actor } from '../../bitacora/index.ts'
import type { Cuenta } from './cuenta.entity.ts'

/** The account itself, before it has an access; null: nobody knows whose it is. */
export function actorOf(cuenta: Cuenta | null, requestId: string): Actor {
  return { cuentaId: cuenta?.id ?? null, rol: cuenta?.rol ?? null, actorPoliticoId: cuenta?.actorPoliticoId ?? null, requestId }
}
