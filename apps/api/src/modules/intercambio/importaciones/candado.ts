import type { EntityManager } from 'typeorm'
import type { Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Importacion, type EstatusImportacion } from './importacion.entity.ts'
import { goOnIn, type Contexto } from './revision/contexto.ts'

export async function findRow(tx: EntityManager, id: string): Promise<Importacion> {
  const row = await tx.findOneBy(Importacion, { id })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** One act at a time on an import, and only from where the act begins. */
export async function lock(tx: EntityManager, id: string, ...from: EstatusImportacion[]): Promise<Importacion> {
  const row = await tx.findOne(Importacion, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  if (!from.includes(row.estatus)) throw new AppError('importacion.no_confirmable')
  return row
}

/** Begins a step, which the job does in the name of who asked for it. */
export function begin(
  contexto: Contexto,
  tx: EntityManager,
  { quien, id, change }: { quien: Quien; id: string; change: Partial<Importacion> & { estatus: EstatusImportacion } },
): Promise<void> {
  return goOnIn(contexto, tx, { id, change: { ...change, actuadaPor: quien.cuentaId, peticion: quien.requestId } })
}
