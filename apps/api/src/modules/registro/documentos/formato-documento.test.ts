import { zip, type ZipPart } from '../../../shared/archivos/zip-fixtures.ts'
import { judgeDocumento } from './formato-documento.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const WORD = `${OFFICE}.wordprocessingml.document.main+xml`
const EXCEL = `${OFFICE}.spreadsheetml.sheet.main+xml`

const part = (name: string, text = '<x/>'): ZipPart => ({ name, content: Buffer.from(text) })
const types = (...all: string[]) =>
  part('[Content_Types].xml', `<Types>${all.map((type) => `<Override PartName="/p" ContentType="${type}"/>`).join('')}</Types>`)
const docx = (...more: ZipPart[]) => zip([types(WORD), part('word/document.xml'), ...more])
const xlsx = (...more: ZipPart[]) => zip([types(EXCEL), part('xl/workbook.xml'), ...more])
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n')

const judged = async (content: Buffer, nombre = 'documento') => {
  const found = await judgeDocumento(nombre, content)
  return 'formato' in found ? found.formato : found.razon
}

describe('a document', () => {
  it.each([
    ['pdf', pdf],
    ['docx', docx(part('word/embeddings/Hoja.xlsx'))],
    ['xlsx', xlsx()],
  ])('is %s by its bytes, under its own name, another one or none', async (formato, content) => {
    for (const nombre of [`plan.${formato.toUpperCase()}`, 'plan', 'acta.firmada']) expect(await judged(content, nombre)).toBe(formato)
  })

  it.each([
    ['plan.pdf', docx(), /termina en \.pdf, pero el contenido es DOCX/],
    ['plan.docx', xlsx(), /termina en \.docx, pero el contenido es XLSX/],
    ['plan.docm', docx(), /termina en \.docm/],
    ['plan.xlsx', pdf, /contenido es PDF/],
  ])('that calls itself %s and is another thing is refused', async (nombre, content, razon) => {
    expect(await judged(content, nombre)).toMatch(razon)
  })

  it.each<[string, Buffer]>([
    ['a project of Visual Basic', docx(part('word/vbaProject.bin'))],
    ['one in another case and place', xlsx(part('XL/otra/VBAPROJECT.bin'))],
    [
      'one under a name of its own',
      zip([types(WORD, 'application/vnd.ms-office.vbaProject'), part('word/document.xml'), part('word/a.bin')]),
    ],
    [
      'the type of a document with macros',
      zip([types(WORD, 'application/vnd.ms-word.document.macroEnabled.main+xml'), part('word/document.xml')]),
    ],
    ['a sheet of macros of Excel 4', xlsx(part('xl/macrosheets/sheet1.xml'))],
    ['a control', docx(part('word/activeX/activeX1.xml'))],
    ['an embedded program', docx(part('word/embeddings/oleObject1.bin'))],
    ['a name that climbs out of its folder', docx(part('../../etc/cron.d/x'))],
  ])('with %s is refused', async (_title, content) => {
    expect(await judged(content)).toMatch(/macros/)
  })

  it.each<[string, Buffer, RegExp]>([
    ['an archive of something else', zip([part('notas.txt')]), /PDF, un DOCX o un XLSX/],
    ['a document without its main part', zip([types(WORD)]), /PDF, un DOCX o un XLSX/],
    ['two kinds at once', zip([types(WORD, EXCEL), part('word/document.xml'), part('xl/workbook.xml')]), /PDF, un DOCX o un XLSX/],
    [
      'a type written so that nobody finds it',
      zip([types(WORD, 'application/vnd.ms-office.vba&#80;roject'), part('word/document.xml')]),
      /PDF, un DOCX/,
    ],
    ['a workbook under a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /contraseña/],
    ['two parts with one name', docx(part('word/a.xml'), part('word/a.xml')), /dañado/],
    ['a cut file', docx().subarray(0, 90), /dañado/],
    ['a PDF whose end did not arrive', pdf.subarray(0, 12), /completo/],
    ['nothing', Buffer.alloc(0), /completo/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n%%EOF', 'latin1'), /completo/],
  ])('that is %s is refused', async (_title, content, razon) => {
    expect(await judged(content)).toMatch(razon)
  })

  it('that grows beyond all measure is refused, whatever size it says', async () => {
    const bomb = { name: 'word/media/a.xml', content: Buffer.alloc(130 * 1024 * 1024), declared: 10 }
    expect(await judged(docx(bomb))).toMatch(/demasiado grande/)
    expect(await judged(docx({ ...part('word/a.xml'), declared: 0x7fffffff }))).toMatch(/demasiado grande/)
  })

  it('with a part under a password is refused', async () => {
    const content = docx(part('word/a.xml'))
    const at = content.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    content.writeUInt16LE(1, at + 8)
    expect(await judged(content)).toMatch(/contraseña/)
  })
})
