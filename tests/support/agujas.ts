import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unzip } from './actos/expedientes.ts'
import { readPdf } from './pdf.ts'

/** A value that must not be seen, in one of the forms in which it could be. */
export interface Aguja {
  valor: string
  bytes: Buffer
}

const SHORTEST = 8

/** The value as UTF-8, as JSON escapes it, as an address carries it, in hexadecimal, and in the three alignments of base64. */
export function agujasDe(valor: string): Aguja[] {
  const plain = Buffer.from(valor)
  // Cuts off the ends, which depend on the letters before and after: the rest depends on the value alone.
  const base64 = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), plain])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(pad === 0 ? 0 : pad + 1, -1),
  )
  const texts = [valor, JSON.stringify(valor).slice(1, -1), encodeURIComponent(valor), plain.toString('hex'), ...base64]
  return [...new Set(texts)].filter((text) => text.length >= SHORTEST).map((text) => ({ valor, bytes: Buffer.from(text) }))
}

/** The values of which one form or another is in there. All are looked for in one walk over the bytes: there are thousands of them, and megabytes. */
export function halladas(haystack: Buffer | string, agujas: readonly Aguja[]): string[] {
  const bytes = typeof haystack === 'string' ? Buffer.from(haystack) : haystack
  const { slots, byStart } = indexOf(agujas)
  const found = new Set<Aguja>()
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    // The last four bytes as one number.
    start = (start << 8) | (bytes[at] ?? 0)
    if (slots[slotOf(start)] === 0) continue
    const from = at - START + 1
    for (const aguja of byStart.get(start) ?? []) {
      if (from >= 0 && bytes.subarray(from, from + aguja.bytes.length).equals(aguja.bytes)) found.add(aguja)
    }
  }
  return [...new Set(agujas.filter((aguja) => found.has(aguja)).map(({ valor }) => valor))]
}

/** By how many of its first bytes a value is told from nearly all that is not one. */
const START = 4

interface Index {
  /** One where some start falls: it says no quickly. */
  slots: Uint8Array
  byStart: Map<number, Aguja[]>
}

const indexes = new WeakMap<readonly Aguja[], Index & { length: number }>()

function indexOf(agujas: readonly Aguja[]): Index {
  const known = indexes.get(agujas)
  if (known?.length === agujas.length) return known
  const made = { slots: new Uint8Array(1 << 16), byStart: new Map<number, Aguja[]>(), length: agujas.length }
  for (const aguja of agujas) {
    const start = aguja.bytes.readInt32BE(0)
    made.slots[slotOf(start)] = 1
    made.byStart.set(start, [...(made.byStart.get(start) ?? []), aguja])
  }
  indexes.set(agujas, made)
  return made
}

/** Without `Math`: inside a test, each look at a global is a slow one, and this is done for each byte. */
function slotOf(start: number): number {
  return (start ^ (start >>> 16) ^ (start >>> 7)) & 0xffff
}

/** An answer as it travelled, unpacked (a ZIP or a workbook file by file, a PDF as text), and its headers. */
export async function todoDe({ rawPayload, headers }: { rawPayload: Buffer; headers: object }): Promise<Buffer> {
  const encoding = (headers as Record<string, unknown>)['content-encoding']
  const decoded = encoding === 'br' ? brotliDecompressSync(rawPayload) : encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload
  return Buffer.concat([rawPayload, decoded, ...(await insideOf(decoded)), Buffer.from(JSON.stringify(headers))])
}

const ZIP = Buffer.from('PK\u0003\u0004')

/** Contents packed in a file, and in the files packed in it. */
async function insideOf(bytes: Buffer): Promise<Buffer[]> {
  if (bytes.subarray(0, 5).toString() === '%PDF-') return [Buffer.from(readPdf.text(bytes))]
  if (!bytes.subarray(0, 4).equals(ZIP)) return []
  const files = [...(await unzip(bytes))]
  const deeper = await Promise.all(files.map(([, contenido]) => insideOf(contenido)))
  return [...files.flatMap(([name, contenido]) => [Buffer.from(name), contenido]), ...deeper.flat()]
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
