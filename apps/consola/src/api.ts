import { outcome, type Outcome } from '@conoceles/api-client'
import { createAuthorizedFetch } from './shared/authorized-fetch.ts'
import { useAccesoStore } from './stores/acceso.ts'
import type { Acceso } from './api-types.ts'

type Query = Record<string, string | number | undefined>

interface SendOptions {
  query?: Query
  body?: unknown
  headers?: Record<string, string>
  /** Lets the request outlive the page: the last save before a tab closes. */
  keepalive?: boolean
}

const BASE = '/api/v1'
let onExpired: () => void = () => undefined

/** The API as the signed-in account reaches it. */
export const api = {
  get: <T>(path: string, options?: SendOptions) => call<T>('GET', path, options),
  post: <T>(path: string, options?: SendOptions) => call<T>('POST', path, options),
  put: <T>(path: string, options?: SendOptions) => call<T>('PUT', path, options),
  delete: (path: string) => call<void>('DELETE', path),
  /** Bytes that need the token: a photograph, a signed form. */
  blob: (path: string) => outcome<Blob>(answer(request('GET', path), (response) => response.blob())),
}

/** Registers what happens when the account has to sign in again. */
export function whenAccesoExpires(callback: () => void): void {
  onExpired = callback
}

let renewing: Promise<boolean> | null = null

/**
 * Exchanges the cookie for a new token. The cookie rotates at each use and a spent one ends the account's access, so
 * one tab at a time may try.
 */
export function renewAcceso(): Promise<boolean> {
  renewing ??= oneTabAtATime(exchangeCookie).finally(() => {
    renewing = null
  })
  return renewing
}

const authorizedFetch = createAuthorizedFetch({
  token: () => useAccesoStore().accessToken,
  renew: renewAcceso,
  expired: () => onExpired(),
})

function call<T>(method: string, path: string, options?: SendOptions): Promise<Outcome<T>> {
  return outcome<T>(answer(request(method, path, options), (response) => response.json() as Promise<T>))
}

async function answer<T>(sent: Request, read: (response: Response) => Promise<T>) {
  const response = await authorizedFetch(sent)
  if (!response.ok) return { error: await response.json().catch(() => undefined), response }
  const empty = response.status === 204 || response.headers.get('content-length') === '0'
  return { data: empty ? undefined : await read(response), response }
}

function request(method: string, path: string, options: SendOptions = {}): Request {
  const { body, headers, keepalive } = options
  const json = body !== undefined && !(body instanceof FormData)
  return new Request(`${BASE}${path}${search(options.query)}`, {
    method,
    keepalive,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { 'x-conoceles': '1', ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
    body: json ? JSON.stringify(body) : (body as FormData | undefined),
  })
}

function search(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

async function exchangeCookie(): Promise<boolean> {
  const store = useAccesoStore()
  const response = await fetch(request('POST', '/acceso/renovar'))
  if (!response.ok) {
    if (response.status === 401 || response.status === 403) store.leave()
    return false
  }
  const acceso = (await response.json()) as Acceso
  store.enter(acceso.accessToken, acceso.cuenta)
  return true
}

async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return work()
  return await navigator.locks.request('conoceles-renovar', work)
}
