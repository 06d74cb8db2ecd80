import type { EntityManager } from 'typeorm'
import { esDeActorPolitico, type Rol } from '@conoceles/domain'
import { prepared, type Databases } from '../database/databases.ts'
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
 * The setting is local to the transaction: on a pooled connection anything else would leak to the next user. It travels with the first
 * question of the work, ahead of it: should it fail, the transaction answers nothing more.
 */
export async function act<T>(databases: Databases, quien: Quien, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const source = esDeActorPolitico(quien.rol) ? databases.actor : databases.instituto
  return source.transaction(async (tx) => {
    const told = tx.query(QUIEN, [quien.rol, quien.cuentaId, quien.actorPoliticoId ?? '', quien.candidaturaId ?? ''])
    try {
      const [, done] = await together([told, work(tx)])
      return done
    } catch (error) {
      throw await explained(tx, quien, error)
    }
  })
}

/**
 * Work of one transaction that does not wait for one another: its statements travel together, in the order in which they were asked. All
 * of it has ended when this does, also when some failed: a transaction is never left with a question on its way.
 */
export async function together<T extends readonly unknown[]>(work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const ended = await Promise.allSettled(work)
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T
}

/** Whether the legal block of the end of the proceso holds: of what was captured nothing is read any more but case by case. */
export async function datosBloqueados(tx: EntityManager): Promise<boolean> {
  const [row] = (await tx.query('select captura.datos_bloqueados() as bloqueados')) as { bloqueados: boolean }[]
  return row?.bloqueados === true
}

/** From the legal block on parties find nothing of theirs: they are told why, and not that there is no such thing. */
async function explained(tx: EntityManager, { rol }: Quien, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'ruta.no_existe' || !esDeActorPolitico(rol)) return error
  return (await datosBloqueados(tx)) ? new AppError('datos.bloqueados') : error
}
