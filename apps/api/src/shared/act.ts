import type { DataSource, EntityManager, FindOptionsWhere, ObjectLiteral, QueryRunner } from 'typeorm'
import { esDeActorPolitico, type Rol } from '@conoceles/domain'
import type { Databases } from '../database/databases.ts'
import { prepared } from '../database/statements.ts'
import { readRows } from '../database/rows.ts'
import { AppError, isRefusedWrite } from './http/errors.ts'

/** Acting account: it comes from the access token and the account's row, never from the body. */
export interface Quien {
  cuentaId: string
  rol: Rol
  actorPoliticoId: string | null
  /** Candidatura of a persona candidata. */
  candidaturaId: string | null
  requestId: string
}

const SAID = `set_config('app.rol', $1, true), set_config('app.cuenta', $2, true), set_config('app.actor', $3, true), set_config('app.candidatura', $4, true)`
const QUIEN = prepared('quien', `select ${SAID}`)
const QUIEN_LEE = prepared('quien_lee', `select set_config('transaction_read_only', 'on', true), ${SAID}`)

type Work<T> = (tx: EntityManager) => Promise<T>

/** Runs one act (or one read) in one transaction, with row-level security set for the acting account. */
export async function act<T>(databases: Databases, quien: Quien, work: Work<T>): Promise<T> {
  return sourceFor(databases, quien).transaction((tx) => tell(tx, QUIEN, { quien, work }))
}

/**
 * Runs a read that may have to record itself. First in a transaction that cannot write, and whose end therefore nobody waits for. If it has
 * to write, once more as an act.
 */
export async function read<T>(databases: Databases, quien: Quien, work: Work<T>): Promise<T> {
  try {
    return await readOnly(sourceFor(databases, quien).createQueryRunner(), quien, work)
  } catch (error) {
    if (!isRefusedWrite(error)) throw error
    return act(databases, quien, work)
  }
}

async function readOnly<T>(runner: QueryRunner, quien: Quien, work: Work<T>): Promise<T> {
  try {
    await runner.startTransaction()
    return await tell(runner.manager, QUIEN_LEE, { quien, work })
  } finally {
    void leave(runner)
  }
}

/** A connection that was lost meanwhile has nothing to roll back; its pool knows. */
async function leave(runner: QueryRunner): Promise<void> {
  await runner.rollbackTransaction().catch(() => undefined)
  await runner.release()
}

function sourceFor(databases: Databases, { rol }: Quien): DataSource {
  return esDeActorPolitico(rol) ? databases.actor : databases.instituto
}

/**
 * The setting of who acts is local to the transaction: on a pooled connection anything else would leak to the next user. It travels with
 * the first question of the work, ahead of it: should it fail, the transaction answers nothing more.
 */
async function tell<T>(tx: EntityManager, as: string, { quien, work }: { quien: Quien; work: Work<T> }): Promise<T> {
  const told = tx.query(as, [quien.rol, quien.cuentaId, quien.actorPoliticoId ?? '', quien.candidaturaId ?? ''])
  try {
    const [, done] = await together([told, work(tx)])
    return done
  } catch (error) {
    throw await explained(tx, quien, error)
  }
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

/** A row under the lock of an act. */
export async function lockRow<T extends ObjectLiteral>(tx: EntityManager, entity: new () => T, where: FindOptionsWhere<T>): Promise<T> {
  const row = await tx.findOne(entity, { where, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** Whether the legal block of the end of the proceso holds: captured data are then only read case by case. */
export async function datosBloqueados(tx: EntityManager): Promise<boolean> {
  const [row] = await readRows<{ bloqueados: boolean }>(tx, 'select captura.datos_bloqueados() as bloqueados')
  return row?.bloqueados === true
}

/**
 * Demands open data for an act on captures, or their reading. An empty answer would look like a real one, and nobody can answer for data
 * that nobody reads.
 */
export async function demandAbiertos(tx: EntityManager): Promise<void> {
  if (await datosBloqueados(tx)) throw new AppError('datos.bloqueados')
}

/** From the legal block on parties find nothing of theirs; this error tells them why. */
export async function demandAlcance(tx: EntityManager, { rol }: Pick<Quien, 'rol'>): Promise<void> {
  if (esDeActorPolitico(rol)) await demandAbiertos(tx)
}

/** The same for a row that is asked for by its id: the error is not that it does not exist. */
async function explained(tx: EntityManager, { rol }: Quien, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'ruta.no_existe' || !esDeActorPolitico(rol)) return error
  return (await datosBloqueados(tx)) ? new AppError('datos.bloqueados') : error
}
