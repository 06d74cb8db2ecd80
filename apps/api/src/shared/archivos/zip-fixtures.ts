import { deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: Buffer
  /** Size that the archive declares. */
  declared?: number
}

export function zip(entries: ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length } of entries) {
    const data = deflateRawSync(content)
    const sizes = Buffer.alloc(22)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(8, 4)
    sizes.writeUInt32LE(data.length, 14)
    sizes.writeUInt32LE(declared, 18)
    const nameLength = Buffer.from([name.length, 0, 0, 0])
    const at = Buffer.alloc(4)
    at.writeUInt32LE(offset)
    files.push(Buffer.from('PK\x03\x04'), sizes, nameLength, Buffer.from(name), data)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), sizes, nameLength, Buffer.alloc(10), at, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}
