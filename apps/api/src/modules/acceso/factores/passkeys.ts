import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Config } from '../../../config.ts'
import { allowedOrigins } from '../tokens/cookie.ts'
import type { Factor } from './factor.entity.ts'

/** Columns of a factor that a new credential fills. */
export type Credencial = Pick<Factor, 'credencialId' | 'llavePublica' | 'contador' | 'transportes'>

type Owner = Readonly<{ id: string; correo: string; nombre: string }>

/** WebAuthn Level 3 for the consola: the challenge for the browser, and the check of its answer. */
export interface Passkeys {
  /** Options of `navigator.credentials.create`; her own authenticators are not asked again. */
  toCreate(owner: Owner, known: readonly Factor[]): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Options of `navigator.credentials.get`. */
  toGet(known: readonly Factor[]): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** The credential, or null when the answer is not right. */
  register(respuesta: object, reto: string): Promise<Credencial | null>
  /** The counter to keep, or null: another challenge, origin or key, or a counter that did not grow. */
  check(respuesta: object, reto: string, factor: Factor): Promise<number | null>
}

/** The library is loaded on first use: most processes never need it. */
const webauthn = () => import('@simplewebauthn/server')

export function createPasskeys(config: Config): Passkeys {
  const expectedOrigin = [...allowedOrigins(config)]
  // No passkey belongs to an IP address: one machine's is its name.
  const rpID = expectedOrigin.map((origin) => new URL(origin).hostname).find((host) => host === 'localhost') ?? hostOf(config)
  const expected = (expectedChallenge: string) => ({
    expectedChallenge,
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: false,
  })
  return {
    toCreate: async ({ id, correo, nombre }, known) =>
      (await webauthn()).generateRegistrationOptions({
        rpName: 'Conóceles',
        rpID,
        userID: new Uint8Array(Buffer.from(id)),
        userName: correo,
        userDisplayName: nombre,
        excludeCredentials: known.map(toDescriptor),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      }),
    toGet: async (known) =>
      (await webauthn()).generateAuthenticationOptions({
        rpID,
        allowCredentials: known.map(toDescriptor),
        userVerification: 'preferred',
      }),
    register: (respuesta, reto) =>
      orNull(async () => {
        const response = respuesta as RegistrationResponseJSON
        const { registrationInfo } = await (await webauthn()).verifyRegistrationResponse({ response, ...expected(reto) })
        if (!registrationInfo) return null
        const { id, publicKey, counter, transports } = registrationInfo.credential
        const llavePublica = Buffer.from(publicKey)
        return { credencialId: id, llavePublica, contador: String(counter), transportes: knownOf(transports) }
      }),
    check: (respuesta, reto, factor) =>
      orNull(async () => {
        const response = respuesta as AuthenticationResponseJSON
        const credential = {
          id: factor.credencialId ?? '',
          publicKey: new Uint8Array(factor.llavePublica ?? []),
          counter: Number(factor.contador),
        }
        const { verified, authenticationInfo } = await (
          await webauthn()
        ).verifyAuthenticationResponse({ response, credential, ...expected(reto) })
        return verified ? authenticationInfo.newCounter : null
      }),
  }
}

function hostOf({ origenConsola }: Config): string {
  return new URL(origenConsola).hostname
}

function toDescriptor({ credencialId, transportes }: Factor) {
  return { id: credencialId ?? '', transports: transportes ?? [] }
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

/** The library passes them on as the browser sent them. */
function knownOf(transports: unknown): string[] {
  return Array.isArray(transports) ? TRANSPORTS.filter((known) => transports.includes(known)) : []
}

/** The library throws for every answer that is not right. */
async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}
