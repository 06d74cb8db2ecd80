import { randomBytes } from 'node:crypto'
import { sha256 } from '../../../shared/criptografia/canonical.ts'

export interface TokenOpaco {
  /** Goes to its holder and is kept nowhere. */
  token: string
  sha256: string
}

/** 256 random bits; only the hash is stored. */
export function newToken(): TokenOpaco {
  const token = randomBytes(32).toString('base64url')
  return { token, sha256: sha256(token) }
}
