import { CFB } from '@e965/xlsx'

const SST = 0x00fc
const CONTINUE = 0x003c
const BOUND_SHEET = 0x0085
const MAX_RECORD = 8224

interface BiffRecord {
  type: number
  start: number
  body: Buffer
}

/** Writes the shared strings of an .xls anew, each text as `toText` says. [MS-XLS] 2.4.265 and 2.5.293. */
export function replaceStrings(bytes: Buffer, toText: (text: string) => string): Buffer {
  const container = CFB.read(bytes, { type: 'buffer' })
  const stream = CFB.find(container, '/Workbook')
  if (stream === null) throw new Error('the library writes a workbook without its stream')
  const records = toRecords(Buffer.from(stream.content as Uint8Array))
  const at = records.findIndex(({ type }) => type === SST)
  let end = at + 1
  while (records[end]?.type === CONTINUE) end += 1
  const old = Buffer.concat(records.slice(at, end).map(({ body }) => body))
  const table = writeTable(readTexts(old).map(toText), old.readUInt32LE(0))
  const moved = table.length - records.slice(at, end).reduce((sum, { body }) => sum + 4 + body.length, 0)
  const before = records.slice(0, at).map((record) => encode(shiftSheet(record, moved)))
  stream.content = Buffer.concat([...before, table, ...records.slice(end).map(encode)])
  stream.size = stream.content.length
  return CFB.write(container, { type: 'buffer' }) as Buffer
}

function toRecords(stream: Buffer): BiffRecord[] {
  const records: BiffRecord[] = []
  for (let start = 0; start + 4 <= stream.length;) {
    const end = start + 4 + stream.readUInt16LE(start + 2)
    records.push({ type: stream.readUInt16LE(start), start, body: stream.subarray(start + 4, end) })
    start = end
  }
  return records
}

function encode({ type, body }: Pick<BiffRecord, 'type' | 'body'>): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(body.length, 2)
  return Buffer.concat([head, body])
}

/** Each sheet is found by its place in the stream, and every sheet comes after the strings. */
function shiftSheet(record: BiffRecord, moved: number): BiffRecord {
  if (record.type !== BOUND_SHEET) return record
  const body = Buffer.from(record.body)
  body.writeUInt32LE(body.readUInt32LE(0) + moved, 0)
  return { ...record, body }
}

/** As the library writes them: two bytes a character, none with formats of its own, none cut. */
function readTexts(body: Buffer): string[] {
  const texts: string[] = []
  for (let at = 8; at < body.length;) {
    const end = at + 3 + 2 * body.readUInt16LE(at)
    texts.push(body.toString('utf16le', at + 3, end))
    at = end
  }
  return texts
}

/** A record holds 8,224 bytes: a text that does not fit goes on in the next, which says again how its characters are written. */
function writeTable(texts: string[], uses: number): Buffer {
  const bodies: Buffer[][] = [[counts(uses, texts.length)]]
  let room = MAX_RECORD - 8
  const next = () => {
    bodies.push([])
    room = MAX_RECORD
  }
  const put = (part: Buffer) => {
    bodies.at(-1)?.push(part)
    room -= part.length
  }
  for (const text of texts) {
    if (room < 5) next()
    put(textHead(text.length))
    for (let at = 0; at < text.length;) {
      if (room < 3) {
        next()
        put(WIDE)
      }
      const part = text.slice(at, at + Math.floor(room / 2))
      put(Buffer.from(part, 'utf16le'))
      at += part.length
    }
  }
  return Buffer.concat(bodies.map((parts, index) => encode({ type: index === 0 ? SST : CONTINUE, body: Buffer.concat(parts) })))
}

const WIDE = Buffer.from([1])

function counts(uses: number, unique: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(uses, 0)
  bytes.writeUInt32LE(unique, 4)
  return bytes
}

function textHead(length: number): Buffer {
  const bytes = Buffer.from([0, 0, 1])
  bytes.writeUInt16LE(length, 0)
  return bytes
}
