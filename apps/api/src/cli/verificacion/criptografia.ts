import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Criptografia } from '@conoceles/domain'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'

/** Hashing and signatures of node, at once. */
export const criptografia = { sha256, canonical, firmo } satisfies Criptografia

/** @param llave SPKI in base64, as the public list has it. */
export function keyOf(llave: string): KeyObject {
  return createPublicKey({ key: Buffer.from(llave, 'base64'), format: 'der', type: 'spki' })
}

function firmo({ llave, texto, firma }: { llave: string; texto: string; firma: string }): boolean {
  return verify(null, Buffer.from(texto), keyOf(llave), Buffer.from(firma, 'base64'))
}
