import { createInflateRaw } from 'node:zlib'
import { codeOf } from '@conoceles/domain/typed'

/** Reason why an archive is not read: it is damaged, or its content is too large. */
export class ZipError extends Error {
  constructor(readonly fault: 'ilegible' | 'excesivo') {
    super(fault)
  }
}

export interface ZipEntry {
  name: string
  method: number
  size: number
  offset: number
  /** Under a password. */
  encrypted: boolean
}

/** Entries of a ZIP. Sizes that it declares are not believed when they are small, and are when they are too large. */
export function readZip(archive: Buffer, maxBytes: number): Map<string, ZipEntry> {
  try {
    const entries = readDirectory(archive)
    if (entries.reduce((sum, { inflatedSize }) => sum + inflatedSize, 0) > maxBytes) throw new ZipError('excesivo')
    const named = new Map(entries.map((entry) => [entry.name, entry]))
    // When two parts have one name, programs differ in which one they take.
    if (named.size < entries.length) throw new ZipError('ilegible')
    return named
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('ilegible')
  }
}

/** Bytes that may still be inflated of one archive, over all its parts. */
export interface Allowance {
  bytes: number
}

/** The content of an entry, piece by piece; stops at the limit. */
export async function* inflate(archive: Buffer, { method, size, offset }: ZipEntry, left: Allowance): AsyncGenerator<Buffer> {
  const data = dataOf(archive, { size, offset })
  if (method !== 0 && method !== 8) throw new ZipError('ilegible')
  for await (const piece of method === 0 ? slices(data) : inflated(data)) {
    left.bytes -= piece.length
    if (left.bytes < 0) throw new ZipError('excesivo')
    yield piece
  }
}

const PIECE = 128 * 1024

function* slices(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE)
}

async function* inflated(data: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE })
  stream.end(data)
  try {
    for await (const piece of stream) yield piece as Buffer
  } catch (error) {
    throw String(codeOf(error)).startsWith('Z_') ? new ZipError('ilegible') : error
  } finally {
    stream.destroy()
  }
}

const MAX_ENTRIES = 1_000
const END_LENGTH = 22
const HEADER_LENGTH = 46
const LOCAL_LENGTH = 30

function readDirectory(archive: Buffer): (ZipEntry & { inflatedSize: number })[] {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + END_LENGTH > archive.length) throw new Error('no end of central directory')
  const count = archive.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new Error('too many entries')
  const entries: (ZipEntry & { inflatedSize: number })[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let n = 0; n < count; n += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('no header of the central directory')
    const nameLength = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + HEADER_LENGTH, at + HEADER_LENGTH + nameLength),
      method: archive.readUInt16LE(at + 10),
      size: archive.readUInt32LE(at + 20),
      inflatedSize: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
      encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    })
    at += HEADER_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function dataOf(archive: Buffer, { size, offset }: { size: number; offset: number }): Buffer {
  if (offset + LOCAL_LENGTH > archive.length) throw new ZipError('ilegible')
  const start = offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + size > archive.length) throw new ZipError('ilegible')
  return archive.subarray(start, start + size)
}
