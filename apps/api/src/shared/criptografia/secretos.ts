import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAnillo, openLlavero, type Anillo, type Llavero } from './llavero.ts'

/** Signs cortes, acuses and the head of the bitácora (Ed25519). */
export interface Firma {
  id: string
  privateKey: KeyObject
  publicKey: KeyObject
  spki: string
}

/** Keys made on first start and kept outside the database: folder 0700, files 0600. */
export interface Secretos {
  /** Sign access tokens; PEM. */
  jwt: Anillo<{ privateKey: string; publicKey: string }>
  firmas: Anillo<Firma>
  /** The one of them that is in force. */
  readonly firma: Firma
  /** Wraps the data key of each persona (AES-256). */
  llavero: Llavero
  /** Mixed into password hashes (HMAC). */
  pimienta: Llavero
  /** Password of a database role or of the embedded owner. */
  password(name: string): string
}

export function openSecretos(folder: string): Secretos {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const firmas = openAnillo(folder, 'firma', readFirma)
  return {
    jwt: openAnillo(folder, 'jwt', (text) => {
      const privateKey = createPrivateKey(text)
      return { privateKey: pem(privateKey, 'pkcs8'), publicKey: pem(createPublicKey(privateKey), 'spki') }
    }),
    firmas,
    get firma() {
      return firmas.vigente
    },
    llavero: openLlavero(folder),
    pimienta: openLlavero(folder, 'pimienta'),
    password: (name) => text(folder, `rol-${name}`, 24),
  }
}

/** Password of one database role, for a process that has no other key; the process that prepares the database makes it. */
export function readPassword(folder: string, name: string): string {
  return readFileSync(join(folder, `rol-${name}`), 'utf8')
}

function readFirma(text: string): Firma {
  const privateKey = createPrivateKey(text)
  const publicKey = createPublicKey(privateKey)
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { id: spki.slice(-12).replaceAll(/[^A-Za-z0-9]/g, ''), privateKey, publicKey, spki }
}

function text(folder: string, name: string, bytes: number): string {
  const file = join(folder, name)
  if (!existsSync(file)) writeFileSync(file, randomBytes(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

function pem(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  return key.export({ type, format: 'pem' }).toString()
}
