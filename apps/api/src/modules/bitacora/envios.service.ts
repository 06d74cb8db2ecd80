import { createHmac } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { prepared, preparedAs } from '../../database/databases.ts'
import type { Quien } from '../../shared/act.ts'
import { canonical } from '../../shared/canonical.ts'
import { AppError } from '../../shared/errors.ts'
import { Envio } from './envio.entity.ts'
import { decrypt, encrypt, type KeyRing } from '../../shared/cifrado.ts'

export interface Submission {
  quien: Quien
  /** Idempotency-Key; null when the caller sent none. */
  clave: string | null
  contenido: unknown
  ahora: Date
  llavero: KeyRing
}

const LOCK = prepared('candado_envio', 'select pg_advisory_xact_lock(hashtextextended($1, 0))')

/**
 * Does the work once per key: a repetition gets the same answer; the same key with other content is refused. The answer carries the salt
 * of its acuse, and a short answer to a question is guessed from a bare hash: both are kept only under a key outside the database.
 */
export async function once<T extends object>(tx: EntityManager, submission: Submission, work: () => Promise<T>): Promise<T> {
  const { quien, clave, contenido, ahora, llavero } = submission
  if (clave === null) return work()
  const place = `captura.envio|${quien.cuentaId}|${clave}`
  const huella = createHmac('sha256', llavero.key).update(canonical(contenido)).digest('hex')
  await tx.query(LOCK, [place])
  const known = await tx.findOne(Envio, { where: { cuentaId: quien.cuentaId, clave }, comment: preparedAs('envio') })
  if (known && known.huella !== huella) throw new AppError('idempotencia.contenido_distinto')
  if (known) return JSON.parse(decrypt(llavero.key, Buffer.from(known.respuesta.sellada, 'base64'), place).toString('utf8')) as T
  const respuesta = await work()
  const sellada = encrypt(llavero.key, Buffer.from(JSON.stringify(respuesta)), place).toString('base64')
  await tx.insert(Envio, { cuentaId: quien.cuentaId, clave, huella, respuesta: { sellada }, creadoEn: ahora })
  return respuesta
}
