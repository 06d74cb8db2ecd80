import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { IncomingMessage } from 'node:http'
import { sha256 } from '../../shared/criptografia/canonical.ts'

/** Encodings that a caller takes, as bits: an answer is chosen by them, and kept under them. */
export type Acepta = number

const BROTLI = 1
const GZIP = 2
/** How many there are. */
export const WAYS = 4
/** Takes nothing but the bytes as they are. */
export const PLAIN: Acepta = 0

// In any case of letters (RFC 9110 §8.4.1); a weight of zero refuses.
const BR_NAMED = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i
const GZIP_NAMED = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i

export function acceptedBy({ headers }: Pick<IncomingMessage, 'headers'>): Acepta {
  const text = String(headers['accept-encoding'] ?? '')
  return (BR_NAMED.test(text) ? BROTLI : 0) | (GZIP_NAMED.test(text) ? GZIP : 0)
}

export function takesBrotli(acepta: Acepta): boolean {
  return (acepta & BROTLI) !== 0
}

export function takesGzip(acepta: Acepta): boolean {
  return (acepta & GZIP) !== 0
}

/** A public answer in the encoding that is taken of it. */
export interface EncodedRecurso {
  sha256: string
  medio: string
  encoding: 'br' | 'gzip' | null
  body: Buffer
  /** Whether it is the same for all accepted encodings. */
  unica: boolean
  /** Addresses beside it, as the `Link` header says them. */
  link?: string
}

/** Reads or makes an answer, in an encoding that the caller takes. */
export type Reading = (acepta: Acepta) => Promise<EncodedRecurso>

/** An answer that was made when it was asked for: the bytes, and the same bytes compressed. */
export interface MadeRecurso {
  sha256: string
  medio: string
  contenido: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
}

/** Makes an answer that was not published. Its hash is that of the compressed form, which is a fifth as long. */
export async function toMade(text: string | Buffer, medio = 'application/json; charset=utf-8'): Promise<MadeRecurso> {
  const contenido = typeof text === 'string' ? Buffer.from(text) : text
  const gzip = await compress(contenido)
  return { sha256: sha256(gzip), medio, contenido, gzip, brotli: null }
}

export function encode({ sha256, medio, contenido, gzip, brotli }: MadeRecurso, acepta: Acepta): EncodedRecurso {
  const same = { sha256, medio, unica: !gzip && !brotli }
  if (brotli && takesBrotli(acepta)) return { ...same, encoding: 'br', body: brotli }
  if (gzip && takesGzip(acepta)) return { ...same, encoding: 'gzip', body: gzip }
  return { ...same, encoding: null, body: contenido }
}

/** Makes the answer from text at each request. */
export function making(make: () => Promise<string | Buffer>, medio?: string): Reading {
  return async (acepta) => encode(await toMade(await make(), medio), acepta)
}

/** Handing a short text to another thread costs three times its compression. */
const SHORT = 32 * 1024
/** Half the time of the best, for a twentieth more bytes. */
const FAST = 3
const toGzip = promisify(gzip)

/** Copied out of the room that was made for it, which is many times as large. */
async function compress(contenido: Buffer): Promise<Buffer> {
  return Buffer.from(contenido.length <= SHORT ? gzipSync(contenido, { level: FAST }) : await toGzip(contenido, { level: FAST }))
}
