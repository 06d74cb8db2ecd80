import type { Client } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

interface Asked {
  params?: { path?: Readonly<Record<string, unknown>>; query?: Readonly<Record<string, unknown>> }
}

/** Longest wait for an answer: over a dead line the reader would wait for ever. */
const ANSWER_MS = 60_000

/**
 * Client for pages that only read: typed as the full one, at a small part of its weight. Among an operation's parameters it knows those of
 * the path and single ones of the query; an undefined or null one is left out.
 */
export function createReader(): Pick<Client<paths>, 'GET'> {
  const GET = async (path: string, { params = {} }: Asked = {}) => {
    const response = await fetch(addressOf(path, params), { signal: AbortSignal.timeout(ANSWER_MS) })
    return response.ok ? { data: (await response.json()) as unknown, response } : { error: await errorOf(response), response }
  }
  return { GET: GET as Client<paths>['GET'] }
}

function addressOf(path: string, { path: parts = {}, query = {} }: NonNullable<Asked['params']>): string {
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(parts[name])))
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]))
  return asked.length === 0 ? address : `${address}?${new URLSearchParams(asked).toString()}`
}

/** A problem of the API is JSON; the answer of another server need not be. */
async function errorOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null)
}
