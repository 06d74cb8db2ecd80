import { createClient } from '@conoceles/api-client'
import { owesExit, setOwesExit } from './shared/guardado/este-equipo.ts'
import { createAuthorizedFetch, isRefusal, type Transport } from './shared/red/authorized-fetch.ts'
import { uploadOf } from './shared/red/upload.ts'
import { useAccesoStore } from './stores/acceso.ts'
import { useConfirmacionStore } from './stores/confirmacion.ts'

// The header proves to the API that our own page sends the cookie.
const OPTIONS = { credentials: 'same-origin', cache: 'no-store', headers: { 'x-conoceles': '1' } } as const

let onExpired: () => void = () => undefined
let renewing: Promise<Response> | null = null
/** Key of the renewal whose answer has not come, for every tab. */
const ATTEMPT = 'conoceles-renovacion'

const authorization = {
  token: () => useAccesoStore().accessToken,
  renew: renewAcceso,
  confirm: () => useConfirmacionStore().ask(),
  expired: () => onExpired(),
}

/** The API as the signed-in account reaches it; every call is checked against the contract by the compiler. */
export const client = createClient({ ...OPTIONS, fetch: askServer })

const authorized = createAuthorizedFetch(authorization)

/** A party's account goes on with what its device kept where the server does not answer. */
async function askServer(request: Request): Promise<Response> {
  const keeps = request.method === 'GET' && useAccesoStore().cuenta?.actorPolitico != null
  const visita = keeps ? await import('./shared/guardado/visita-propia.ts').catch(() => null) : null
  return visita === null ? authorized(request) : visita.askOrRecall(request, authorized)
}

/** Client for one call that sends a file: `onProgress` learns which part of it (0 to 1) has left. */
export function fetchWithProgress(onProgress: (part: number) => void): Transport {
  return createAuthorizedFetch(authorization, uploadOf(onProgress))
}

/** Registers what happens when the account has to sign in again. */
export function whenAccesoExpires(callback: () => void): void {
  onExpired = callback
}

/**
 * Exchanges the cookie for a new token, and gives the answer. The cookie rotates at each use and a spent one ends the account's access, so
 * one tab at a time may try. A tab whose answer was lost tries again with the key of that attempt, also after a reload.
 */
export function renewAcceso(): Promise<Response> {
  renewing ??= oneTabAtATime(renew).finally(() => {
    renewing = null
  })
  return renewing
}

/** A form with files, as the body of a call whose contract lists its fields. */
export function multipart<T>(fields: Record<string, string | File>): T {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form as unknown as T
}

/** Client of the public endpoints: no token goes with it. */
export const publicClient = createClient(OPTIONS)

async function renew(): Promise<Response> {
  if (owesExit()) await endOldAccess()
  return exchangeCookie()
}

async function exchangeCookie(): Promise<Response> {
  const store = useAccesoStore()
  const attempt = localStorage.getItem(ATTEMPT) ?? crypto.randomUUID()
  localStorage.setItem(ATTEMPT, attempt)
  const { data, error, response } = await publicClient.POST('/api/v1/acceso/renovar', { headers: { 'idempotency-key': attempt } })
  if (response.ok || isRefusal(response)) localStorage.removeItem(ATTEMPT)
  if (data !== undefined) store.enter(data)
  else if (isRefusal(response)) store.leave()
  // Its body was read: a caller that gets it in place of another answer reads it again.
  return Response.json(data ?? error ?? null, response)
}

/** Somebody signed out while the server could not be told: her access ends before anything else. */
async function endOldAccess(): Promise<void> {
  const { response } = await publicClient.POST('/api/v1/acceso/salir')
  if (!response.ok) throw new Error('the old access did not end')
  setOwesExit(false)
}

async function oneTabAtATime(work: () => Promise<Response>): Promise<Response> {
  if (!('locks' in navigator)) return work()
  return await navigator.locks.request('conoceles-renovar', work)
}
