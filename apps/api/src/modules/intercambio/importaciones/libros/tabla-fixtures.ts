import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { zip } from '../../../../shared/archivos/zip-fixtures.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** One inline text. */
export function cellXml(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
}

export function sheetXml(rows: string, rest = ''): string {
  return `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${rest}</worksheet>`
}

/** A workbook of one sheet, as nobody's program would write it. `declared`: the size that the archive declares. */
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

/** A document of Word: each text a paragraph, each list of texts a row of one table. */
export function documento(...parts: (string | readonly string[][])[]): Promise<Buffer> {
  const paragraphs = (text: string) => text.split('\n').map((line) => new Paragraph(line))
  const children = parts.map((part) =>
    typeof part === 'string'
      ? new Paragraph(part)
      : new Table({
          rows: part.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: paragraphs(text) })) })),
        }),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
