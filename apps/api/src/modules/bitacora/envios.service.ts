import { createHmac } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { parseJson } from '@conoceles/domain/typed'
import { prepared } from '../../database/statements.ts'
import { together, type Quien } from '../../shared/act.ts'
import { canonical } from '../../shared/criptografia/canonical.ts'
import { AppError } from '../../shared/http/errors.ts'
import type { Envio } from './envio.entity.ts'
import { decrypt, encrypt, type KeyRing } from '../../shared/criptografia/cifrado.ts'
import type { Llavero } from '../../shared/criptografia/llavero.ts'
import { readRows } from '../../database/rows.ts'

export interface Submission {
  quien: Quien
  /** Idempotency-Key; null when the caller sent none. */
  clave: string | null
  contenido: unknown
  ahora: Date
  llavero: Llavero
}

const LOCK = prepared('candado_envio', 'select pg_advisory_xact_lock(hashtextextended($1, 0))')
const FIND = prepared('envio', 'select huella, respuesta from captura.envio where cuenta_id = $1 and clave = $2')
const KEEP = prepared(
  'envio_nuevo',
  'insert into captura.envio (cuenta_id, clave, huella, respuesta, creado_en) values ($1, $2, $3, $4, $5)',
)

type Known = Pick<Envio, 'huella' | 'respuesta'>

/** Work that reads all it needs, judges it and only then writes: statements of one stage do not wait for one another. */
export interface Etapas<L, T> {
  leer: () => Promise<L>
  juzgar: (leido: L) => Promise<{ respuesta: T; escribir: () => Promise<unknown> }>
}

/** Judges, then writes. */
export async function inStages<L, T>({ leer, juzgar }: Etapas<L, T>): Promise<T> {
  const { respuesta, escribir } = await juzgar(await leer())
  await escribir()
  return respuesta
}

/**
 * Does the work once per key: a repetition gets the same answer; the same key with other content is refused. The answer carries the salt of
 * its acuse, and a short answer to a question is guessed from a bare hash. So both are kept only under a key outside the database.
 * Reads travel with the question whether it was done before, and writes with the kept answer.
 */
export async function onceInStages<L, T extends object>(
  tx: EntityManager,
  { quien, clave, contenido, ahora, llavero }: Submission,
  etapas: Etapas<L, T>,
): Promise<T> {
  if (clave === null) return inStages(etapas)
  const { leer, juzgar } = etapas
  const place = `captura.envio|${quien.cuentaId}|${clave}`
  const [, [known], leido] = await together([tx.query(LOCK, [place]), readRows<Known>(tx, FIND, [quien.cuentaId, clave]), leer()])
  const ring = llavero.conId(known ? (known.respuesta.kid ?? FIRST) : llavero.kid)
  const huella = createHmac('sha256', ring.key).update(canonical(contenido)).digest('hex')
  if (known && known.huella !== huella) throw new AppError('idempotencia.contenido_distinto')
  if (known) return open<T>(ring, known.respuesta.sellada, place)
  const { respuesta, escribir } = await juzgar(leido)
  const sellada = encrypt(ring.key, Buffer.from(JSON.stringify(respuesta)), place).toString('base64')
  await together([escribir(), tx.query(KEEP, [quien.cuentaId, clave, huella, { sellada, kid: ring.kid }, ahora])])
  return respuesta
}

/** Key of the answers that do not say which one sealed them. */
const FIRST = 'k1'

function open<T>({ key }: KeyRing, sellada: string, place: string): T {
  return parseJson<T>(decrypt(key, Buffer.from(sellada, 'base64'), place).toString('utf8'))
}

/** A repetition comes within minutes; a day later nobody repeats. */
const ENVIO_VIVE_MS = 86_400_000

/** Forgets old answers that a key which is no longer in force sealed; answers how many younger ones still need it. */
export async function forgetEnvios(tx: EntityManager, { vigente, ahora }: { vigente: string; ahora: Date }): Promise<number> {
  const values = [FIRST, vigente]
  const old = `coalesce(respuesta ->> 'kid', $1) <> $2`
  await tx.query(`delete from captura.envio where ${old} and creado_en < $3`, [...values, new Date(ahora.getTime() - ENVIO_VIVE_MS)])
  const [row] = await readRows<{ n: number }>(tx, `select count(*)::int as n from captura.envio where ${old}`, values)
  return row?.n ?? 0
}
