/** WebAuthn of the browser, as outcomes: what a person cancels or a device refuses is a sentence, not an exception. */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { t } from '../mensajes.ts'
import type { OpcionesAlta, RetoPasskey } from './factores.ts'

export type Ceremony = { ok: true; respuesta: Record<string, unknown> } | { ok: false; refusal: string }

/** No passkey belongs to an IP address. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname)
}

export function createPasskey({ passkey }: OpcionesAlta): Promise<Ceremony> {
  return ceremony(() => startRegistration({ optionsJSON: passkey as PublicKeyCredentialCreationOptionsJSON }))
}

export function showPasskey({ opciones }: RetoPasskey): Promise<Ceremony> {
  return ceremony(() => startAuthentication({ optionsJSON: opciones as PublicKeyCredentialRequestOptionsJSON }))
}

async function ceremony(work: () => Promise<object>): Promise<Ceremony> {
  try {
    return { ok: true, respuesta: { ...(await work()) } }
  } catch (error) {
    return { ok: false, refusal: sentenceOf(error) }
  }
}

function sentenceOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return t('factores.passkeyRepetida')
  if (name === 'NotAllowedError' || name === 'AbortError') return t('factores.passkeyCancelada')
  return t('factores.passkeyFallo')
}
