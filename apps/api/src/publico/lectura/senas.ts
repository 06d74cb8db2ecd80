import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Asked } from '../../database/reader.ts'
import { isKnown, PUBLIC_HEADERS } from '../engine/answers.ts'
import { slices, type Rango, type Video } from './senas.queries.ts'

const HEADERS = {
  ...PUBLIC_HEADERS,
  // A browser that opens the file itself plays it in a page of its own, which this lets it do.
  'content-security-policy': "default-src 'none'; media-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'public, max-age=0, must-revalidate',
  'accept-ranges': 'bytes',
} as const

/** Sends the video, or the range of it that the client asks for (RFC 9110 §14). It is read in slices as the client takes them. */
export async function writeVideo(
  { lector, ruta }: { lector: Asked; ruta: string },
  { sha256, medio, bytes }: Video,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const etag = `"${sha256}"`
  const headers = { ...HEADERS, etag, 'content-type': medio }
  if (isKnown(request.headers['if-none-match'], etag)) return void response.writeHead(304, headers).end()
  const rango = rangoOf(rangeOf(request, etag), bytes)
  if (rango === 'fuera') return void response.writeHead(416, { ...HEADERS, 'content-range': `bytes */${bytes}`, 'content-length': 0 }).end()
  const { desde, hasta } = rango ?? { desde: 0, hasta: bytes - 1 }
  const part = rango && { 'content-range': `bytes ${desde}-${hasta}/${bytes}` }
  response.writeHead(rango ? 206 : 200, { ...headers, 'content-length': hasta - desde + 1, ...part })
  if (request.method === 'HEAD') return void response.end()
  await pipeline(Readable.from(slices(lector, ruta, { desde, hasta })), response)
}

/** The range is of the bytes that the client knows, where it says which. */
function rangeOf({ headers }: Pick<IncomingMessage, 'headers'>, etag: string): string | undefined {
  const known = headers['if-range']
  return known === undefined || known === etag ? headers.range : undefined
}

/** The range of a header; null: none, several or no sense, so that the whole is the answer; `fuera`: it begins after the end. */
export function rangoOf(header: string | undefined, bytes: number): Rango | null | 'fuera' {
  const { desde, hasta } = limitsOf(header ?? '', bytes) ?? { desde: -1, hasta: -1 }
  if (desde >= bytes) return 'fuera'
  return hasta < desde || desde < 0 ? null : { desde, hasta }
}

function limitsOf(header: string, bytes: number): Rango | null {
  const end = /^bytes=-(\d{1,15})$/.exec(header)?.[1]
  if (end !== undefined) return { desde: Math.max(0, bytes - Number(end)), hasta: bytes - 1 }
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header) ?? []
  return first === undefined ? null : { desde: Number(first), hasta: Math.min(Number(last || bytes), bytes - 1) }
}
