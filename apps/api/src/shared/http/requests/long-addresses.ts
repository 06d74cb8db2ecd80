import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '../errors.ts'
import { PROBLEM, problemOf } from '../error-handler.ts'

/** The longest address of ours has some 500 characters. */
const MAX_ADDRESS = 2_048

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

const PAGE =
  '<!doctype html><html lang="es-MX"><meta name="viewport" content="width=device-width"><title>La dirección es demasiado larga</title><h1>La dirección es demasiado larga</h1><p>Revisa el enlace o <a href="/">empieza desde el inicio</a>.</p></html>\n'

/** Answers 414 before anything else looks at the address; false: it is short enough, and nothing was touched. */
export function refuseLongAddress({ url = '', headers, method }: IncomingMessage, response: ServerResponse): boolean {
  if (url.length <= MAX_ADDRESS) return false
  const error = new AppError('entrada.direccion_larga')
  const isPage = method === 'GET' && !url.startsWith('/api/') && headers.accept?.includes('text/html') === true
  const [medio, body] = isPage ? ['text/html; charset=utf-8', PAGE] : [PROBLEM, JSON.stringify(problemOf(error, randomUUID()))]
  response.writeHead(error.status, { ...HEADERS, 'content-type': medio, 'content-length': Buffer.byteLength(body) }).end(body)
  return true
}
