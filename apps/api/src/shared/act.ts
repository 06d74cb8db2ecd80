import type { EntityManager } from 'typeorm'
import { esDeActorPolitico, type Rol } from '@conoceles/domain'
import { prepared, type Databases } from '../database/databases.ts'
import { datosBloqueados } from './bloqueo-legal.ts'
import { AppError } from './errors.ts'

/** Who acts: comes from the access token and the account's row, never from the body. */
export interface Quien {
  cuentaId: string
  rol: Rol
  actorPoliticoId: string | null
  /** Candidatura of a persona candidata. */
  candidaturaId: string | null
  requestId: string
}

const QUIEN = prepared(
  'quien',
  `select set_config('app.rol', $1, true), set_config('app.cuenta', $2, true), set_config('app.actor', $3, true), set_config('app.candidatura', $4, true)`,
)

/**
 * Runs one act (or one read) in one transaction, with row-level security set for whoever acts.
 * The setting is local to the transaction: on a pooled connection anything else would leak to the next user.
 */
export async function act<T>(databases: Databases, quien: Quien, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const source = esDeActorPolitico(quien.rol) ? databases.actor : databases.instituto
  return source.transaction(async (tx) => {
    await tx.query(QUIEN, [quien.rol, quien.cuentaId, quien.actorPoliticoId ?? '', quien.candidaturaId ?? ''])
    try {
      return await work(tx)
    } catch (error) {
      throw await explained(tx, quien, error)
    }
  })
}

/** From the legal block on parties find nothing of theirs: they are told why, and not that there is no such thing. */
async function explained(tx: EntityManager, { rol }: Quien, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'ruta.no_existe' || !esDeActorPolitico(rol)) return error
  return (await datosBloqueados(tx)) ? new AppError('datos.bloqueados') : error
}
