import type { Manifiesto } from '../../api-types.ts'

/** RFC 8785 of an entry of the list, which is of texts and a whole number: keys in order, nothing between. */
export function canonicalOf({ bytes, ruta, sha256: hash }: Manifiesto['recursos'][number]): string {
  return JSON.stringify({ bytes, ruta, sha256: hash })
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
