import fc from 'fast-check'
import { readPdf } from '../../../../../../tests/support/pdf.ts'
import { renderPdf } from './pdf.ts'
import type { PdfBlock, PdfDocument } from './model.ts'
import { toPrintable } from './text.ts'

const BASE: PdfDocument = {
  title: 'Listado de candidaturas aprobadas',
  institute: 'Instituto Electoral de Ficción',
  proceso: 'Proceso Ficticio 2029-2030',
  foot: 'Corte: sábado 20 de abril de 2030, 10:00 horas',
  notice: 'Simulacro con personas ficticias.',
  createdAt: '2030-04-20T16:00:00Z',
  orientation: 'landscape',
  blocks: [],
}

function pdf(blocks: PdfBlock[], extra: Partial<PdfDocument> = {}): Buffer {
  return renderPdf({ ...BASE, ...extra, blocks })
}

function table(rows: string[][]): PdfBlock {
  const columns = (rows[0] ?? []).map((_, n) => ({ title: `Columna ${n + 1}`, width: 1 }))
  return { type: 'table', columns, rows }
}

const paragraph = (text: string): PdfBlock => ({ type: 'paragraph', text })

describe('texts that people typed', () => {
  const TYPED = [
    '#read("/etc/passwd")',
    '#panic("x")',
    '*x* _y_ `z`',
    '$x^2$',
    '@alguien',
    '\\',
    '<etiqueta>',
    '= Título',
    '- lista',
    '/ término: x',
    '"comillas" \'otras\'',
    '#{',
    ']',
    '// comentario',
    'https://x.example/#a',
    '--- ~ ...',
    '${x}',
    "O'Higgins",
  ]

  it('is text and never markup, wherever it stands', () => {
    for (const typed of TYPED) {
      const facts: PdfBlock = { type: 'facts', facts: [{ label: typed, text: typed }] }
      const blocks: PdfBlock[] = [paragraph(typed), { type: 'heading', level: 2, text: typed }, facts, table([[typed]]), { type: 'blanks', labels: [typed] }] // prettier-ignore
      const bytes = pdf(blocks, { title: typed, institute: typed, proceso: typed, foot: typed, notice: typed })
      expect(readPdf.text(bytes).split(typed).length - 1).toBe(11)
      expect(readPdf.properties(bytes)).toMatchObject({ Title: typed })
    }
  })

  it('breaks a hash in its column without a sign that is copied along', () => {
    const hash = '0123456789abcdef'.repeat(4)
    const text = readPdf.text(pdf([table([[hash, 'a'.repeat(200), 'b'.repeat(200)]]), paragraph(hash)], { orientation: 'portrait' }))
    expect(text).not.toMatch(/\p{Cf}/u)
    expect(text.replaceAll(/\s/g, '').split(hash)).toHaveLength(3)
    // In a paragraph it has room, and is copied whole.
    expect(text).toContain(hash)
  })

  it('keeps a hash inside the page: in half of it the hash takes two lines', () => {
    const hash = '0123456789abcdef'.repeat(4)
    const text = readPdf.text(pdf([table([['documento.pdf', hash]])], { orientation: 'portrait' }))
    expect(text).not.toContain(hash)
    expect(text.replaceAll(/\s/g, '')).toContain(hash)
  })

  it('reads no file of the machine', () => {
    const text = readPdf.text(pdf([paragraph('#read("/etc/passwd") #include "/etc/hosts" #image("/x.png")')]))
    expect(text).toContain('#read("/etc/passwd")')
    expect(text).not.toContain('root:')
  })

  it('may be anything: no text makes a document fail', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
    fc.assert(
      fc.property(any, (text) => pdf([paragraph(text), table([[text]])], { title: text || 'x', foot: text }).length > 0),
      { numRuns: 100 },
    )
  })

  it('keeps every diacritic of a name, and says how many signs it could not draw', () => {
    const name = 'Ñandú Çelâ Łukasz Żółć Ğüş Ǌ Nguyễn Κώστας Владимир Kʼeexʼ Mehꞌik Ꞌa'
    expect(readPdf.text(pdf([paragraph(name)]))).toContain(name)
    expect(readPdf.text(pdf([paragraph(name)]))).not.toContain('tipografía')
    expect(readPdf.text(pdf([paragraph('中文 😀')]))).toContain('3 signos no tienen forma en la tipografía de este documento')
  })

  it.each([
    { does: 'composes accents', given: 'n\u0303e\u0301', text: 'ñé', lost: 0 },
    { does: 'drops what is invisible', given: 'a\u202eb\u200bc\u00ad\ufeff', text: 'abc', lost: 0 },
    { does: 'joins line ends', given: 'a\r\nb\u2028c', text: 'a\nb\nc', lost: 0 },
    { does: 'marks control characters', given: 'a\u0001b\u007f', text: 'a�b�', lost: 2 },
    { does: 'marks an accent without letter', given: '\u0301a', text: '�a', lost: 1 },
    { does: 'lets a long word break', given: 'x'.repeat(40), text: `${'x'.repeat(32)}\u200b${'x'.repeat(8)}`, lost: 0 },
  ])('$does', ({ given, text, lost }) => {
    expect(toPrintable(given)).toEqual({ text, lost })
  })
})

describe('the file', () => {
  const bytes = pdf([paragraph('Texto')])

  it('is tagged, titled, in Spanish of Mexico, letter size and carries its letters', () => {
    expect(readPdf.properties(bytes)).toMatchObject({
      Title: BASE.title,
      Author: BASE.institute,
      Tagged: 'yes',
      'Page size': '792 x 612 pts (letter)',
      CreationDate: '2030-04-20T16:00:00Z',
    })
    expect(bytes.toString('latin1')).toContain('/Lang (es-MX)')
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(bytes.toString('latin1')).toContain('/DisplayDocTitle true')
    expect(readPdf.fontsOutside(bytes)).toEqual([])
  })

  it('is the same bytes each time, and others when anything changes', () => {
    expect(pdf([paragraph('Texto')]).equals(bytes)).toBe(true)
    expect(pdf([paragraph('Texto')], { createdAt: '2030-04-20T16:00:01Z' }).equals(bytes)).toBe(false)
  })

  it('says institute, proceso, cut and number on every page', () => {
    const long = pdf([table(Array.from({ length: 120 }, (_, n) => [`fila ${n}`]))], { orientation: 'portrait' })
    const pages = Number(readPdf.properties(long)['Pages'])
    expect(pages).toBeGreaterThan(2)
    const text = readPdf.text(long)
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Página ${page} de ${pages}`)
    for (const each of [BASE.institute, BASE.proceso, BASE.foot]) expect(text.split(each).length - 1).toBe(pages)
  })
})

describe('the structure that a screen reader hears', () => {
  const tree = readPdf.structure(
    pdf([
      { type: 'heading', level: 2, text: 'Sindicatura' },
      { type: 'heading', level: 3, text: 'Municipio Uno' },
      paragraph('Un párrafo.'),
      { type: 'facts', facts: [{ label: 'Acuerdo', text: 'VC/ACU/1' }] },
      table(Array.from({ length: 90 }, (_, n) => [`uno ${n}`, `dos ${n}`])),
    ]),
  )
  const tags = tree.match(/^\s*[A-Z][A-Za-z0-9]*(?=[ :\n])/gm)?.map((tag) => tag.trim()) ?? []
  const count = (tag: string) => tags.filter((each) => each === tag).length

  it('has a title, headings, paragraphs and lists', () => {
    expect([count('H1'), count('H2'), count('H3'), count('LI')]).toEqual([1, 1, 1, 1])
    expect(tree).toMatch(/H1 "Listado de candidaturas aprobadas"/)
    expect(tree).toMatch(/P \(block\)\s+"Un párrafo\."/)
  })

  it('has one table with one head, whatever the pages it runs over, and each cell knows its heading', () => {
    expect([count('Table'), count('THead'), count('TH'), count('TD')]).toEqual([1, 1, 2, 180])
    expect(tree.match(/\/Scope \/Column/g)).toHaveLength(2)
    expect(tree.match(/\/Headers \[\(U1x[01]y0\)\]/g)).toHaveLength(180)
  })

  it('leaves heads, feet and rules of the page out', () => {
    expect(tree).not.toContain(BASE.institute)
    expect(tree).not.toContain('Página')
  })
})
