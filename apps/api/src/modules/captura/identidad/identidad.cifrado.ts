import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, type KeyRing } from '../../../shared/criptografia/cifrado.ts'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'
import { AppError } from '../../../shared/http/errors.ts'

/** A key as it lies in the database: wrapped, with the id of the wrapping key. */
export interface Envuelta {
  kid: string
  envuelta: Buffer
}

/** A new data key for one persona and the same key wrapped by the ring. */
export function createDataKey(llavero: Pick<Llavero, 'kid' | 'conId'>, candidaturaId: string): Envuelta & { key: Buffer } {
  const key = randomBytes(32)
  return { key, ...wrap(llavero.conId(llavero.kid), candidaturaId, key) }
}

export function unwrapDataKey(llavero: Pick<Llavero, 'conId'>, candidaturaId: string, { kid, envuelta }: Envuelta): Buffer {
  try {
    const ring = llavero.conId(kid)
    return decrypt(ring.key, envuelta, wrapAad(ring, candidaturaId))
  } catch {
    // A database that was restored beside another key ring, or beside none: nothing is wrong with the request.
    throw new AppError('identidad.llave_ausente')
  }
}

/** Whether the ring has the key that wrapped it. */
export function opens(llavero: Pick<Llavero, 'conId'>, candidaturaId: string, wrapped: Envuelta): boolean {
  try {
    unwrapDataKey(llavero, candidaturaId, wrapped)
    return true
  } catch {
    return false
  }
}

/** The same key under the one in force. */
export function rewrapDataKey(llavero: Llavero, candidaturaId: string, wrapped: Envuelta): Envuelta {
  return wrap(llavero.conId(llavero.kid), candidaturaId, unwrapDataKey(llavero, candidaturaId, wrapped))
}

function wrap(ring: KeyRing, candidaturaId: string, key: Buffer): Envuelta {
  return { kid: ring.kid, envuelta: encrypt(ring.key, key, wrapAad(ring, candidaturaId)) }
}

/** Answers are padded to a multiple of this: the length of a ciphertext must not tell "Sí" from "Prefiero no contestar". */
const BLOCK = 128

export function encryptAnswer(key: Buffer, place: { candidaturaId: string; pregunta: string }, value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value))
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK) * BLOCK, 0x20)
  text.copy(padded)
  return encrypt(key, padded, answerAad(place))
}

export function decryptAnswer(key: Buffer, place: { candidaturaId: string; pregunta: string }, sealed: Buffer): unknown {
  return JSON.parse(decrypt(key, sealed, answerAad(place)).toString('utf8'))
}

function answerAad({ candidaturaId, pregunta }: { candidaturaId: string; pregunta: string }): string {
  return `identidad.respuesta|${candidaturaId}|${pregunta}`
}

function wrapAad(ring: KeyRing, candidaturaId: string): string {
  return `identidad.llave|${candidaturaId}|${ring.kid}`
}
