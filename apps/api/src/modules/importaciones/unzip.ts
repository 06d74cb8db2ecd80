import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: Buffer
}

/**
 * Entries of a ZIP whose name `keep` admits. Sizes that the archive declares are not believed: inflating stops at the limit.
 * 'excess' when all entries declare, or the kept ones turn out to have, more than `maxBytes`; 'damaged' when it cannot be read.
 */
export function unzip(archive: Buffer, { maxBytes, keep }: { maxBytes: number; keep: RegExp }): ZipEntry[] | 'excess' | 'damaged' {
  try {
    const directory = readDirectory(archive)
    const declared = directory.reduce((sum, { inflatedSize }) => sum + inflatedSize, 0)
    if (declared > maxBytes) return 'excess'
    let left = maxBytes
    return directory
      .filter(({ name }) => keep.test(name))
      .map((entry) => {
        const content = inflate(archive, entry, left)
        left -= content.length
        return { name: entry.name, content }
      })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'excess' : 'damaged'
  }
}

interface DirectoryEntry {
  name: string
  method: number
  size: number
  inflatedSize: number
  offset: number
}

const MAX_ENTRIES = 1_000
const END_LENGTH = 22
const HEADER_LENGTH = 46
const LOCAL_LENGTH = 30

function readDirectory(archive: Buffer): DirectoryEntry[] {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + END_LENGTH > archive.length) throw new Error('no end of central directory')
  const count = archive.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new Error('too many entries')
  const entries: DirectoryEntry[] = []
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
    })
    at += HEADER_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function inflate(archive: Buffer, { method, size, offset }: DirectoryEntry, maxOutputLength: number): Buffer {
  const start = offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + size > archive.length) throw new Error('entry past the end')
  const data = archive.subarray(start, start + size)
  if (method === 8) return inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutputLength) })
  if (method === 0) return data
  throw new Error('unknown compression')
}
