import { hash } from 'node:crypto'
import canonicalizeJson from 'canonicalize'

/** RFC 8785: the one text of a JSON value, so that a hash or a signature can be checked by anybody. */
export function canonical(value: unknown): string {
  const text = canonicalizeJson(value)
  if (text === undefined) throw new Error('a value without JSON form cannot be signed')
  return text
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(data: string | Buffer): string {
  return hash('sha256', data)
}
