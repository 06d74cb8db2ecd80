import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
  type IStylesOptions,
  type ParagraphChild,
} from 'docx'
import { stable } from './bytes.ts'
import { fieldsOf, fits } from './fields.ts'
import type { PdfBlock, PdfDocument, PdfFact, PdfTable } from '../pdf/model.ts'

/** Writes the same document as its PDF, with styles of its own, to be edited before it is signed. */
export async function writeDocx(document: PdfDocument): Promise<Buffer> {
  const { title, institute, notice, blocks, orientation } = document
  const width = WIDTHS[orientation]
  const file = new Document({
    title,
    creator: institute,
    lastModifiedBy: institute,
    description: '',
    styles: stylesOf(document),
    features: { updateFields: false },
    customProperties: [...(document.properties ?? []), ...fieldsOf(document)],
    sections: [
      {
        properties: { page: { size: { ...PAGE, orientation: ORIENTATIONS[orientation] }, margin: MARGIN } },
        headers: {
          default: new Header({ children: [new Paragraph({ style: 'Encabezado', children: broken([institute, document.proceso]) })] }),
        },
        footers: {
          default: new Footer({ children: [new Paragraph({ style: 'Pie', children: footOf(document) })] }),
        },
        children: [
          ...titleOf(document),
          ...(document.cover ? [new Paragraph({ style: 'Subtitulo', text: document.cover.subtitle })] : []),
          ...(notice === null ? [] : [new Paragraph({ style: 'Advertencia', text: notice })]),
          ...(document.cover?.facts ?? []).map(toFact),
          ...(document.cover?.paragraphs ?? []).map((text, at) => toParagraph(text, document.cover?.paragraphFields?.[at])),
          ...blocks.flatMap((block) => toChildren(block, width)),
        ],
      },
    ],
  })
  return stable(await Packer.toBuffer(file), document.createdAt)
}

/** The title of a letter names the file and is not printed. */
function titleOf({ letter, title }: PdfDocument): Paragraph[] {
  return letter ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: title })]
}

/** Twentieths of a point: letter size, and the margins of the PDF. */
const PAGE = { width: 12_240, height: 15_840 }
const MARGIN = { top: 1_304, bottom: 1_134, left: 1_247, right: 1_247 }
/** Room for a table: the library turns the page by itself. */
const WIDTHS = { portrait: PAGE.width - MARGIN.left - MARGIN.right, landscape: PAGE.height - MARGIN.left - MARGIN.right }
const ORIENTATIONS = { portrait: PageOrientation.PORTRAIT, landscape: PageOrientation.LANDSCAPE }

const PAGE_OF = ['Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES]

type Of<T extends PdfBlock['type']> = Extract<PdfBlock, { type: T }>

const SHOWN: { [T in PdfBlock['type']]: (block: Of<T>, width: number) => FileChild[] } = {
  heading: ({ level, text }) => [new Paragraph({ heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, text })],
  paragraph: ({ text, keep }) => [new Paragraph({ keepNext: keep, keepLines: keep, children: broken(text.split('\n')) })],
  list: ({ ordered, items, fields }) =>
    items.map((text, at) => {
      const mark = ordered ? `${at + 1}.` : '•'
      return fields
        ? new Paragraph({ children: [new TextRun(`${mark} `), fieldOr(text, fields[at])] })
        : new Paragraph({ text: `${mark} ${text}` })
    }),
  facts: ({ facts }) => facts.map(toFact),
  table: (block, width) => [
    ...(block.caption === undefined
      ? []
      : [new Paragraph({ style: 'TituloTabla', children: [fieldOr(block.caption, block.captionField)] })]),
    toTable(block, width),
    ...(block.notes ?? []).map((text, at) => new Paragraph({ style: 'Nota', children: [fieldOr(text, block.noteFields?.[at])] })),
  ],
  // Diagrams and charts become words: their tables stand beside them.
  diagram: ({ caption, alt }) => [new Paragraph({ style: 'Nota', text: `${caption} ${alt}` })],
  chart: ({ caption, alt, bars }) => {
    if (bars.every(({ field }) => field === undefined)) return [new Paragraph({ style: 'Nota', text: `${caption}. ${alt}` })]
    const said = bars.flatMap(({ label, text, field }) => [new TextRun(` ${label}: `), fieldOr(text, field), new TextRun(';')])
    return [new Paragraph({ style: 'Nota', children: [new TextRun(`${caption}.`), ...said] })]
  },
  portrait: ({ alt, facts }) => [new Paragraph({ style: 'Nota', text: alt }), ...facts.map(toFact)],
  qr: ({ text, address }) => [new Paragraph({ text: `${text} ${address}` })],
  blanks: ({ labels }) => labels.map((text) => new Paragraph({ style: 'Espacio', text })),
  lines: ({ lines, align, strong: bold, keep }) => [
    new Paragraph({
      keepNext: keep,
      keepLines: true,
      style: 'Renglones',
      alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
      children: broken(lines, { bold }),
    }),
  ],
  signature: ({ lines, beside, keep }) =>
    [lines, ...(beside ? [beside] : [])].map(
      (each) => new Paragraph({ style: 'Firma', keepNext: keep, children: broken(each, { bold: true }) }),
    ),
  // A line of no height that begins the page: a break of its own after a full page would leave one empty.
  page: () => [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } })],
}

function toChildren(block: PdfBlock, width: number): FileChild[] {
  return (SHOWN[block.type] as (block: PdfBlock, width: number) => FileChild[])(block, width)
}

function toFact({ label, text, field }: PdfFact): Paragraph {
  return new Paragraph({ style: 'Dato', children: [new TextRun({ text: `${label}: `, bold: true }), fieldOr(text, field)] })
}

function toParagraph(text: string, field: string | undefined): Paragraph {
  return field === undefined ? new Paragraph({ text }) : new Paragraph({ children: [fieldOr(text, field)] })
}

function footOf({ foot, footField }: PdfDocument): ParagraphChild[] {
  if (footField === undefined) return [new TextRun({ children: [foot, '\t', ...PAGE_OF] })]
  return [fieldOr(foot, footField), new TextRun({ children: ['\t', ...PAGE_OF] })]
}

/** Lines of one paragraph. */
function broken(lines: string[], look: { bold?: boolean } = {}): TextRun[] {
  return lines.map((text, at) => new TextRun({ text, ...look, ...(at > 0 ? { break: 1 } : {}) }))
}

function toTable({ columns, rows, fields, total }: PdfTable, available: number): Table {
  const sum = columns.reduce((all, { width }) => all + width, 0)
  const columnWidths = columns.map(({ width }) => Math.floor((available * width) / sum))
  const cell = (children: ParagraphChild[], style: string, at: number) =>
    new TableCell({ children: [new Paragraph({ style, alignment: columns[at]?.align && AlignmentType.END, children })] })
  const body = rows.map((row, line) => {
    const style = total === true && line === rows.length - 1 ? 'CeldaTitulo' : 'Celda'
    const children = row.map((text, at) => cell([fieldOr(text, fields?.[line]?.[at])], style, at))
    return new TableRow({ cantSplit: true, children })
  })
  return new Table({
    width: { size: available, type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, at) => cell([new TextRun(title)], 'CeldaTitulo', at)) }),
      ...body,
    ],
  })
}

const INK = '1B1D21'
const SOFT = '565B63'
const line = (color: string) => ({ style: 'single' as const, size: 4, color, space: 4 })
const based = (id: string, rest: object) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, ...rest })
const small = { size: 17, color: SOFT }
const tab = [{ type: TabStopType.RIGHT, position: WIDTHS.portrait }]
const heading = (size: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before: 280, after: 140 }, keepNext: true },
})

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Georgia', size: 21, color: INK, language: { value: 'es-MX' } },
      paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: { run: { size: 32, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
    heading2: heading(25),
    heading3: heading(21),
  },
  paragraphStyles: [
    based('Encabezado', { run: small, paragraph: { border: { bottom: line(INK) } } }),
    based('Pie', { run: small, paragraph: { tabStops: tab } }),
    based('Advertencia', { run: { bold: true }, paragraph: { border: { left: { ...line(INK), size: 24 } } } }),
    based('Subtitulo', { run: { size: 25, color: SOFT }, paragraph: { spacing: { after: 360 } } }),
    based('TituloTabla', { run: { size: 20, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } }),
    based('Nota', { run: small, paragraph: { spacing: { before: 60, after: 60 } } }),
    based('Dato', { paragraph: { spacing: { after: 60 } } }),
    based('Renglones', { paragraph: { spacing: { before: 160, after: 280 } } }),
    based('Firma', {
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, spacing: { before: 1_100 }, keepLines: true },
        ...{ border: { top: line(INK) }, indent: { left: 2_600, right: 2_600 } },
      },
    }),
    based('Espacio', { run: small, paragraph: { spacing: { before: 700 }, border: { top: line(INK), between: line(INK) } } }),
    based('Celda', { run: { size: 19 }, paragraph: { spacing: { after: 0 } } }),
    based('CeldaTitulo', { run: { size: 19, bold: true }, paragraph: { spacing: { after: 0 } } }),
  ],
}

function stylesOf({ letter }: PdfDocument): IStylesOptions {
  return letter ? LETTER : STYLES
}

/** A letter is closer, so that it stays on its page. */
const LETTER: IStylesOptions = {
  ...STYLES,
  default: {
    ...STYLES.default,
    document: { ...STYLES.default?.document, paragraph: { spacing: { after: 100, line: 252, lineRule: LineRuleType.AUTO } } },
  },
  paragraphStyles: STYLES.paragraphStyles?.map((each) => {
    if (each.id === 'Renglones') return { ...each, paragraph: { spacing: { before: 80, after: 140 } } }
    return each.id === 'Firma' ? { ...each, paragraph: { ...each.paragraph, spacing: { before: 760 } } } : each
  }),
}

/** A text as a field of the document: with another value in its properties it is refreshed, in any surroundings. */
function fieldOr(text: string, name: string | null | undefined): ParagraphChild {
  return name == null || !fits(text) ? new TextRun(text) : new SimpleField(`DOCPROPERTY "${name}"`, text)
}
