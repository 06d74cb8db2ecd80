import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLlavero, type Llavero } from './llavero.ts'

/** Keys made on first start and kept outside the database: folder 0700, files 0600. */
export interface Secretos {
  /** Signs access tokens. */
  jwt: { privateKey: string; publicKey: string }
  /** Signs cortes, acuses and the head of the bitácora. */
  firma: { id: string; privateKey: KeyObject; publicKey: KeyObject; spki: string }
  /** Wraps the data key of each persona (AES-256). */
  llavero: Llavero
  /** Mixed into password hashes (HMAC). */
  pimienta: Buffer
  /** Password of a database role or of the embedded owner. */
  password(name: string): string
}

export function openSecretos(folder: string): Secretos {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const jwt = ed25519(folder, 'jwt.pem')
  const firma = ed25519(folder, 'firma.pem')
  const spki = firma.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return {
    jwt: { privateKey: pem(jwt.privateKey, 'pkcs8'), publicKey: pem(jwt.publicKey, 'spki') },
    firma: { id: spki.slice(-12).replaceAll(/[^A-Za-z0-9]/g, ''), ...firma, spki },
    llavero: openLlavero(folder),
    pimienta: Buffer.from(text(folder, 'pimienta', 32), 'base64url'),
    password: (name) => text(folder, `rol-${name}`, 24),
  }
}

/** The password of one database role, for whoever has no other key; the process that prepares the database makes it. */
export function readPassword(folder: string, name: string): string {
  return readFileSync(join(folder, `rol-${name}`), 'utf8')
}

function text(folder: string, name: string, bytes: number): string {
  const file = join(folder, name)
  if (!existsSync(file)) writeFileSync(file, randomBytes(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8')
}

function ed25519(folder: string, name: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const file = join(folder, name)
  if (!existsSync(file)) writeFileSync(file, pem(generateKeyPairSync('ed25519').privateKey, 'pkcs8'), { mode: 0o600, flag: 'wx' })
  const privateKey = createPrivateKey(readFileSync(file))
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

function pem(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  return key.export({ type: type as 'spki', format: 'pem' }).toString()
}
