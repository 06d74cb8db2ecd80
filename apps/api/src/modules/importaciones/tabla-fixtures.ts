import { deflateRawSync } from 'node:zlib'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** One inline text. */
export function cellXml(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
}

export function sheetXml(rows: string, rest = ''): string {
  return `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${rest}</worksheet>`
}

/** A workbook of one sheet, as nobody's program would write it. `declared`: what the archive says of its size. */
export function xlsx(sheet: string | Buffer, options: { declared?: number } = {}): Buffer {
  const part = (name: string, text: string) => ({ name, content: Buffer.from(text) })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip([
    part('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`), // prettier-ignore
    part(
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${relation}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`), // prettier-ignore
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet), ...options },
  ])
}

export function zip(entries: { name: string; content: Buffer; declared?: number }[]): Buffer {
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
