import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM of identity data. Format: version (1 byte) | iv (12) | tag (16) | ciphertext.
 * The additional data bind a ciphertext to its place: moved to another candidatura or question it does not open.
 */
const VERSION = 1
const IV = 12
const TAG = 16

export function encrypt(key: Buffer, aad: string, plain: Buffer): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body])
}

/** Throws when the key, the place or one bit is not the one it was made with. */
export function decrypt(key: Buffer, aad: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('unknown version of ciphertext')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()])
}

export interface KeyRing {
  kid: string
  key: Buffer
}

/** A new data key for one persona and the same key wrapped by the ring. */
export function createDataKey(ring: KeyRing, candidaturaId: string): { key: Buffer; envuelta: Buffer } {
  const key = randomBytes(32)
  return { key, envuelta: encrypt(ring.key, wrapAad(ring, candidaturaId), key) }
}

export function unwrapDataKey(ring: KeyRing, candidaturaId: string, envuelta: Buffer): Buffer {
  return decrypt(ring.key, wrapAad(ring, candidaturaId), envuelta)
}

/** Answers are padded to a multiple of this: the length of a ciphertext must not tell "Sí" from "Prefiero no contestar". */
const BLOCK = 128

export function encryptAnswer(key: Buffer, place: { candidaturaId: string; pregunta: string }, value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value))
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / BLOCK) * BLOCK, 0x20)
  text.copy(padded)
  return encrypt(key, answerAad(place), padded)
}

export function decryptAnswer(key: Buffer, place: { candidaturaId: string; pregunta: string }, sealed: Buffer): unknown {
  return JSON.parse(decrypt(key, answerAad(place), sealed).toString('utf8'))
}

function answerAad({ candidaturaId, pregunta }: { candidaturaId: string; pregunta: string }): string {
  return `identidad.respuesta|${candidaturaId}|${pregunta}`
}

function wrapAad(ring: KeyRing, candidaturaId: string): string {
  return `identidad.llave|${candidaturaId}|${ring.kid}`
}
