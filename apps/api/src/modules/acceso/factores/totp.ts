import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { encrypt } from '../../../shared/criptografia/cifrado.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { openWithAny, type Llavero } from '../../../shared/criptografia/llavero.ts'

const PERIOD = 30
const WINDOW = 1
const ISSUER = 'Conóceles'

interface Attempt {
  secreto: Buffer
  codigo: string
  /** Machine time in milliseconds. */
  now: number
}

/** 160 bits, as RFC 4226 asks. */
export function newTotpSecreto(): Buffer {
  return randomBytes(20)
}

export function fromBase32(text: string): Buffer {
  return Buffer.from(Secret.fromBase32(text).bytes)
}

/** Address that authenticator apps read from a QR code. */
export function totpUri(secreto: Buffer, correo: string): string {
  return generator(secreto, correo).toString()
}

/** Step to which the code belongs, or null. The caller keeps the step, so that a code works once. */
export function acceptedStep({ secreto, codigo, now }: Attempt): number | null {
  if (!/^\d{6}$/.test(codigo)) return null
  const delta = generator(secreto, '').validate({ token: codigo, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

/** The first code after the last step that was used that may be shown, and the seconds until it is accepted. */
export function nextCode({ secreto, after, now }: { secreto: Buffer; after: number; now: number }): { codigo: string; sirveEn: number } {
  const current = Math.floor(now / 1000 / PERIOD)
  const step = Math.max(current, after + 1)
  const accepted = (step - WINDOW) * PERIOD - now / 1000
  const codigo = generator(secreto, '').generate({ timestamp: step * PERIOD * 1000 })
  return { codigo, sirveEn: Math.max(0, Math.ceil(accepted)) }
}

/** Seeds lie encrypted, each bound to its account. */
export function sealSecreto(key: Buffer, secreto: Buffer, cuentaId: string): Buffer {
  return encrypt(key, secreto, context(cuentaId))
}

export function openSecreto(llavero: Pick<Llavero, 'vivas'>, sealed: Buffer, cuentaId: string): Buffer {
  try {
    return openWithAny(llavero, sealed, context(cuentaId)).plain
  } catch {
    // A database that was restored beside another key ring: no code of hers can be right.
    throw new AppError('acceso.llave_ausente')
  }
}

/** The same seed under the key in force; null: it already is. */
export function resealSecreto(llavero: Llavero, sealed: Buffer, cuentaId: string): Buffer | null {
  const { kid, plain } = openWithAny(llavero, sealed, context(cuentaId))
  return kid === llavero.kid ? null : sealSecreto(llavero.key, plain, cuentaId)
}

function context(cuentaId: string): string {
  return `acceso.cuenta|${cuentaId}|totp`
}

function generator(secreto: Buffer, correo: string): TOTP {
  const secret = Secret.fromHex(secreto.toString('hex'))
  return new TOTP({ issuer: ISSUER, label: correo, secret, algorithm: 'SHA1', digits: 6, period: PERIOD })
}
