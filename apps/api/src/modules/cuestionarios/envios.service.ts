import type { EntityManager } from 'typeorm'
import { canonical, sha256 } from '../../shared/canonical.ts'
import type { Quien } from '../../shared/act.ts'
import { AppError } from '../../shared/errors.ts'
import { Envio } from './envio.entity.ts'

export interface Submission {
  quien: Quien
  /** Idempotency-Key; null when the caller sent none. */
  clave: string | null
  contenido: unknown
  ahora: Date
}

/** Does the work once per key: a repetition gets the same answer; the same key with other content is refused. */
export async function once<T extends object>(tx: EntityManager, submission: Submission, work: () => Promise<T>): Promise<T> {
  const { quien, clave, contenido, ahora } = submission
  if (clave === null) return work()
  const huella = sha256(canonical(contenido))
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${quien.cuentaId}|${clave}`])
  const known = await tx.findOneBy(Envio, { cuentaId: quien.cuentaId, clave })
  if (known && known.huella !== huella) throw new AppError('idempotencia.contenido_distinto')
  if (known) return known.respuesta as T
  const respuesta = await work()
  await tx.insert(Envio, {
    cuentaId: quien.cuentaId,
    clave,
    huella,
    respuesta: respuesta as Record<string, unknown>,
    creadoEn: ahora,
  } as never)
  return respuesta
}
