import { deflateSync } from 'node:zlib'

/** Objects of one compressed stream: a reader opens the whole of it for one of them. */
const TOGETHER = 400
const TAG = '/Type /StructElem'

interface Part {
  id: number
  /** From "12 0 obj" to "endobj". */
  bytes: Buffer
}

/**
 * The same document with its tags compressed: thousands of cells are told one by one to readers who cannot see them, and that is nine tenths
 * of a long list. Everything else stays as it was written.
 */
export function packTags(pdf: Buffer): Buffer {
  const { head, parts, trailer, size } = split(pdf)
  const [tags, rest] = [parts.filter(isTag), parts.filter((part) => !isTag(part))]
  if (tags.length < TOGETHER) return pdf
  const streams = chunks(tags).map((own, at) => ({ id: size + at, own, bytes: streamOf(size + at, own) }))
  const places: (readonly [number, number, number])[] = Array.from({ length: size + streams.length + 1 }, () => [0, 0, 65_535])
  const pieces = [head]
  let length = head.length
  const put = (id: number, bytes: Buffer) => {
    places[id] = [1, length, 0]
    pieces.push(bytes)
    length += bytes.length
  }
  for (const { id, bytes } of rest) put(id, bytes)
  for (const { id, own, bytes } of streams) {
    put(id, bytes)
    own.forEach((tag, at) => (places[tag.id] = [2, id, at]))
  }
  const start = length
  put(size + streams.length, tableOf(places, { id: size + streams.length, trailer, start }))
  return Buffer.concat([...pieces, Buffer.from(`startxref\n${start}\n%%EOF\n`)])
}

function isTag({ bytes }: Part): boolean {
  return bytes.subarray(0, 64).includes(TAG)
}

/** Objects in the order in which they stand, by the table at the end of the file. */
function split(pdf: Buffer): { head: Buffer; parts: Part[]; trailer: string; size: number } {
  const end = pdf.subarray(pdf.lastIndexOf('startxref')).toString('latin1')
  const table = Number(/startxref\s+(\d+)/.exec(end)?.[1])
  const text = pdf.subarray(table).toString('latin1')
  const size = Number(/^xref\s+0 (\d+)/.exec(text)?.[1])
  const first = text.indexOf('\n', text.indexOf('0 ')) + 1
  const entries = Array.from({ length: size }, (_, id) => ({ id, entry: text.slice(first + id * 20, first + id * 20 + 20) }))
  const used = entries.filter(({ entry }) => entry[17] === 'n').map(({ id, entry }) => ({ id, at: Number(entry.slice(0, 10)) }))
  const sorted = used.sort((a, b) => a.at - b.at)
  const parts = sorted.map(({ id, at }, n) => ({ id, bytes: pdf.subarray(at, sorted[n + 1]?.at ?? table) }))
  const trailer = text.slice(text.indexOf('<<', text.indexOf('trailer')) + 2, text.lastIndexOf('>>'))
  return { head: pdf.subarray(0, sorted[0]?.at), parts, trailer: trailer.replace(/\/Size \d+/, ''), size }
}

function chunks(parts: readonly Part[]): Part[][] {
  return Array.from({ length: Math.ceil(parts.length / TOGETHER) }, (_, at) => parts.slice(at * TOGETHER, (at + 1) * TOGETHER))
}

function streamOf(id: number, own: readonly Part[]): Buffer {
  const bodies = own.map(({ bytes }) => `${bodyOf(bytes)}\n`)
  let offset = 0
  const heads = own.map((part, at) => {
    const head = `${part.id} ${offset}`
    offset += bodies[at]?.length ?? 0
    return head
  })
  const head = `${heads.join(' ')}\n`
  return object(id, `/Type /ObjStm /N ${own.length} /First ${head.length}`, Buffer.from(head + bodies.join(''), 'latin1'))
}

function bodyOf(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return text.slice(text.indexOf('obj') + 3, text.lastIndexOf('endobj')).trim()
}

function tableOf(
  places: readonly (readonly [number, number, number])[],
  { id, trailer, start }: { id: number; trailer: string; start: number },
): Buffer {
  const rows = Buffer.alloc(places.length * 7)
  const own = places.map((place, at) => (at === id ? [1, start, 0] : place))
  own.forEach(([kind = 0, where = 0, which = 0], at) => {
    rows.writeUInt8(kind, at * 7)
    rows.writeUInt32BE(where, at * 7 + 1)
    rows.writeUInt16BE(which, at * 7 + 5)
  })
  return object(id, `/Type /XRef /W [1 4 2] /Size ${places.length} ${trailer}`, rows)
}

function object(id: number, entries: string, body: Buffer): Buffer {
  const packed = deflateSync(body, { level: 6 })
  const head = `${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n', 'latin1')])
}
