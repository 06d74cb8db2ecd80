import { outcome, type Outcome } from '@conoceles/api-client'

interface StreamAnswer {
  data?: ReadableStream<Uint8Array> | null
  error?: unknown
  response: Response
}

export interface Received {
  bytes: number
  /** Null when the server does not say how long it is. */
  total: number | null
}

export interface Downloaded {
  blob: Blob
  /** As the server calls it. */
  name: string
}

/** The body of an answer read as it comes, saying how much of it is here; with the name that the server gave it. */
export async function download(call: Promise<StreamAnswer>, onProgress: (received: Received) => void): Promise<Outcome<Downloaded>> {
  const answered = await outcome<StreamAnswer>(call.then(({ data, error, response }) => ({ data: { data, response }, error, response })))
  if (!answered.ok) return answered
  const { data, response } = answered.data
  try {
    const parts = await readAll(data ?? null, { total: lengthOf(response), onProgress })
    return { ok: true, data: { blob: new Blob(parts, { type: response.headers.get('content-type') ?? '' }), name: nameOf(response) } }
  } catch (fault) {
    return outcome<Downloaded>(Promise.reject(fault))
  }
}

interface Reading {
  total: number | null
  onProgress: (received: Received) => void
}

async function readAll(stream: ReadableStream<Uint8Array> | null, { total, onProgress }: Reading): Promise<BlobPart[]> {
  const parts: BlobPart[] = []
  const reader = stream?.getReader()
  let bytes = 0
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    parts.push(new Uint8Array(part.value))
    bytes += part.value.byteLength
    onProgress({ bytes, total })
  }
  return parts
}

function lengthOf(response: Response): number | null {
  const length = Number(response.headers.get('content-length'))
  return Number.isFinite(length) && length > 0 && response.headers.get('content-encoding') === null ? length : null
}

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'descarga'
}
