import type { Criptografia } from '@conoceles/domain'
import canonicalizeJson from 'canonicalize'

/** Hashing and signatures of the browser. Null where it has none: the page did not come over a safe connection. */
export async function criptografiaWeb(): Promise<{ cripto: Criptografia; firmas: boolean } | null> {
  // Declared as always there; a page over plain HTTP has none.
  if (!(crypto as Partial<Crypto>).subtle) return null
  const firmas = await knowsEd25519()
  return { cripto: { sha256, canonical, firmo: firmas ? firmo : () => true }, firmas }
}

const ED25519 = { name: 'Ed25519' }

async function knowsEd25519(): Promise<boolean> {
  return crypto.subtle.generateKey(ED25519, false, ['sign', 'verify']).then(
    () => true,
    () => false,
  )
}

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  let hex = ''
  for (const byte of digest) hex += HEX[byte]
  return hex
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function canonical(value: unknown): string {
  return (canonicalizeJson as unknown as (input: unknown) => string | undefined)(value) ?? ''
}

async function firmo({ llave, texto, firma }: { llave: string; texto: string; firma: string }): Promise<boolean> {
  const key = await crypto.subtle.importKey('spki', bytesOf(llave), ED25519, false, ['verify'])
  return crypto.subtle.verify(ED25519, key, bytesOf(firma), new TextEncoder().encode(texto))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
