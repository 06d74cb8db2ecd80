import { newAddress } from '../acceso.ts'
import type { TestApp } from '../app.ts'

export interface Answer<T = Record<string, unknown>> {
  status: number
  /** Parsed JSON; empty for anything else. */
  body: T
  headers: Record<string, unknown>
  bytes: Buffer
}

export interface Sent {
  token?: string
  json?: object
  form?: Form
  /** Sent as it is, with the content type of JSON. */
  raw?: string | Buffer
  headers?: Record<string, string>
}

export interface Form {
  fields?: Record<string, string>
  file?: { field: string; name: string; content: Buffer | string; type?: string }
}

/** One request to the private API, from an address of its own: limits by address stay out of the way. */
export async function send<T = Record<string, unknown>>(
  { app }: TestApp,
  [method, path]: readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string],
  { token, json, form, raw, headers = {} }: Sent = {},
): Promise<Answer<T>> {
  const encoded = form ? encode(form) : raw === undefined ? null : { payload: raw, headers: { 'content-type': 'application/json' } }
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    remoteAddress: newAddress(),
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(encoded?.headers ?? {}), ...headers },
    ...(encoded ? { payload: encoded.payload } : json ? { payload: json } : {}),
  })
  const isJson = /[/+]json(;|$)/.test(String(answer.headers['content-type'] ?? ''))
  return { status: answer.statusCode, body: (isJson ? answer.json() : {}) as T, headers: answer.headers, bytes: answer.rawPayload }
}

const BOUNDARY = 'frontera-de-prueba'

/** A form as a browser writes it. */
function encode({ fields = {}, file }: Form): { payload: Buffer; headers: Record<string, string> } {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  if (file) {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`
    parts.push(Buffer.from(head), Buffer.from(file.content), Buffer.from('\r\n'))
  }
  const payload = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
}
