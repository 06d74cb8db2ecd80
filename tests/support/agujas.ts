import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** A value that must not be seen, in one of the forms in which it could be. */
export interface Aguja {
  valor: string
  bytes: Buffer
}

const SHORTEST = 8

/** The value as UTF-8, as JSON escapes it, as an address carries it, in hexadecimal, and in the three alignments of base64. */
export function agujasDe(valor: string): Aguja[] {
  const plain = Buffer.from(valor)
  // What follows from the letters before and after is cut off: only what the value itself decides is looked for.
  const base64 = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), plain])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(pad === 0 ? 0 : pad + 1, -1),
  )
  const texts = [valor, JSON.stringify(valor).slice(1, -1), encodeURIComponent(valor), plain.toString('hex'), ...base64]
  return [...new Set(texts)].filter((text) => text.length >= SHORTEST).map((text) => ({ valor, bytes: Buffer.from(text) }))
}

/** The values of which one form or another is in there. */
export function halladas(haystack: Buffer | string, agujas: Aguja[]): string[] {
  const bytes = typeof haystack === 'string' ? Buffer.from(haystack) : haystack
  return [...new Set(agujas.filter((aguja) => bytes.includes(aguja.bytes)).map(({ valor }) => valor))]
}

/** An answer as it travelled, what it unpacks to, and its headers. */
export function todoDe({ rawPayload, headers }: { rawPayload: Buffer; headers: object }): Buffer {
  const encoding = (headers as Record<string, unknown>)['content-encoding']
  const unpacked = encoding === 'br' ? brotliDecompressSync(rawPayload) : encoding === 'gzip' ? gunzipSync(rawPayload) : Buffer.alloc(0)
  return Buffer.concat([rawPayload, unpacked, Buffer.from(JSON.stringify(headers))])
}

/** Every cell of some rows, as it lies there. */
export function bytesOf(rows: Record<string, unknown>[]): Buffer {
  const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null)
  return Buffer.concat(
    cells.flatMap((cell) => [
      Buffer.isBuffer(cell) ? cell : Buffer.from(typeof cell === 'string' ? cell : JSON.stringify(cell)),
      Buffer.from('\n'),
    ]),
  )
}
