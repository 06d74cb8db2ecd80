/**
 * Result of a request for a screen: data, or a problem that it can show; never an exception. `storedAt`: the server could not
 * be asked, and the device had kept this answer at that instant.
 */
export type Outcome<T> = { ok: true; data: T; storedAt?: string } | { ok: false; problem: Problem }

/** RFC 9457 body of the API; `status` is 0 when there was no answer at all. */
export interface Problem {
  status: number
  /** Code of the registry of errors, such as `captura.version_distinta`. */
  code: string
  title: string
  detail?: string
  errors: FieldProblem[]
  requestId?: string
  /** Seconds to wait, when the API asked for it. */
  retryAfter: number | null
  /** Members of the body that belong to this code only, such as `actual` of a 409. */
  body: Readonly<Record<string, unknown>>
}

export interface FieldProblem {
  field: string
  reasons: string[]
  /** A text with broken accents as it was meant; null when letters are lost. */
  reparado?: string | null
}

/** Header with which a worker hands out an answer that it had kept: the instant (ISO 8601) at which it was kept. */
export const STORED_AT = 'x-guardada'

/** Code of a problem that never reached the API: no network, or an answer that is not the API's. */
export const NO_CONNECTION = 'cliente.sin_conexion'
export const UNREADABLE = 'cliente.respuesta_ilegible'
/** Nothing failed yet: an answer is long in coming, and may still come. */
export const LATE = 'cliente.tarda'

interface FetchAnswer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** Awaits a call of the client and tells data from problem. */
export async function outcome<T>(call: Promise<FetchAnswer<T>>): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await call
    if (response.ok) return { ok: true, data: data as T, storedAt: response.headers.get(STORED_AT) ?? undefined }
    return { ok: false, problem: problemOf(error, response) }
  } catch (fault) {
    return { ok: false, problem: faultOf(fault) }
  }
}

/** The same where the contract leaves the members of an answer open: the caller says what it holds. */
export function openOutcome<T>(call: Promise<FetchAnswer<unknown>>): Promise<Outcome<T>> {
  return outcome(call) as Promise<Outcome<T>>
}

function problemOf(error: unknown, response: Response): Problem {
  const body = isRecord(error) ? error : {}
  return {
    status: response.status,
    code: textOf(body.code) ?? UNREADABLE,
    title: textOf(body.title) ?? '',
    detail: textOf(body.detail),
    errors: Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
    requestId: textOf(body.requestId),
    retryAfter: Number(response.headers.get('retry-after')) || null,
    body,
  }
}

function faultOf(fault: unknown): Problem {
  return withoutAnswer(fault instanceof SyntaxError ? UNREADABLE : NO_CONNECTION)
}

/** A problem that the API did not tell. */
export function withoutAnswer(code: string): Problem {
  return { status: 0, code, title: '', errors: [], retryAfter: null, body: {} }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
