import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
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
import { drawCharts, type DrawnChart } from './charts.ts'
import { fieldsOf } from './fields.ts'
import { footersOf, headersOf, OFICIAL_MARGIN, oficialStyles, pointsOf, signaturesOf } from './oficial.ts'
import { fieldOr, NUMBERING, toRun } from './runs.ts'
import { staysWhole, type PdfBlock, type PdfChart, type PdfDocument, type PdfFact, type PdfTable } from '../pdf/model.ts'

/** Writes the same document as its PDF, with styles of its own, to be edited before it is signed. */
export async function writeDocx(document: PdfDocument): Promise<Buffer> {
  const { title, institute, blocks, orientation, membrete } = document
  const margin = membrete && orientation === 'portrait' ? OFICIAL_MARGIN : MARGIN
  const width = WIDTHS[orientation] + MARGIN.left + MARGIN.right - margin.left - margin.right
  const charts = await drawCharts(blocks, width / 20)
  let listed = 0
  const lists = { next: () => (listed += 1) }
  const file = new Document({
    title,
    creator: institute,
    lastModifiedBy: institute,
    description: '',
    styles: stylesOf(document),
    numbering: NUMBERING,
    features: { updateFields: false },
    customProperties: [...(document.properties ?? []), ...fieldsOf(document)],
    sections: [
      {
        properties: { titlePage: membrete !== undefined, page: { size: SIZES[orientation], margin } },
        ...(membrete
          ? { headers: headersOf(membrete, width), footers: footersOf(membrete, document.footField) }
          : plainEdges(document, width)),
        children: [
          ...headOf(document),
          ...blocks.flatMap((block) => toChildren(block, { width, charts, oficial: membrete !== undefined, lists })),
        ],
      },
    ],
  })
  return stable(await Packer.toBuffer(file), document.createdAt)
}

function plainEdges(document: PdfDocument, width: number): { headers: { default: Header }; footers: { default: Footer } } {
  const head = new Paragraph({ style: 'Encabezado', children: broken([document.institute, document.proceso]) })
  const foot = new Paragraph({ style: 'Pie', tabStops: [{ type: TabStopType.RIGHT, position: width }], children: footOf(document) })
  return { headers: { default: new Header({ children: [head] }) }, footers: { default: new Footer({ children: [foot] }) } }
}

/** Title, warning and cover. */
function headOf(document: PdfDocument): Paragraph[] {
  const { notice, cover } = document
  return [
    ...titleOf(document),
    ...(cover ? [new Paragraph({ style: 'Subtitulo', text: cover.subtitle })] : []),
    ...(notice === null ? [] : [new Paragraph({ style: 'Advertencia', text: notice })]),
    ...(cover ? coverOf(cover) : []),
    // Papers of the institute go on below their heads.
    ...(cover && !document.membrete ? [newPage()] : []),
  ]
}

function coverOf({ facts, paragraphs, paragraphFields }: NonNullable<PdfDocument['cover']>): Paragraph[] {
  return [...facts.map(toFact), ...paragraphs.map((text, at) => toParagraph(text, paragraphFields?.[at]))]
}

/** The title of a letter names the file and is not printed. */
function titleOf({ letter, title }: PdfDocument): Paragraph[] {
  return letter ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: title })]
}

/** Twentieths of a point: letter and legal size, and the margins of the PDF. */
const PAGE = { width: 12_240, height: 15_840 }
const MARGIN = { top: 1_304, bottom: 1_134, left: 1_247, right: 1_247 }
const LEGAL = 20_160
/** The library turns the page by itself. */
const SIZES = {
  portrait: { ...PAGE, orientation: PageOrientation.PORTRAIT },
  landscape: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
  legal: { width: PAGE.width, height: LEGAL, orientation: PageOrientation.LANDSCAPE },
}
/** Room for a table. */
const WIDTHS = {
  portrait: PAGE.width - MARGIN.left - MARGIN.right,
  landscape: PAGE.height - MARGIN.left - MARGIN.right,
  legal: LEGAL - MARGIN.left - MARGIN.right,
}

const ALIGNED = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END }

const PAGE_OF = ['Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES]

type Of<T extends PdfBlock['type']> = Extract<PdfBlock, { type: T }>

interface Page {
  width: number
  /** Pictures of the charts of the document. */
  charts: ReadonlyMap<PdfChart, DrawnChart>
  /** On the paper of the institute. */
  oficial: boolean
  /** Each list begins at one. */
  lists: { next: () => number }
}

const SHOWN: { [T in PdfBlock['type']]: (block: Of<T>, page: Page) => FileChild[] } = {
  heading: ({ level, text }) => [new Paragraph({ heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, text })],
  paragraph: ({ text, runs, keep, field, small }) => [
    new Paragraph({
      ...(small && { style: 'Chico' }),
      keepNext: keep,
      keepLines: keep,
      children: field === undefined ? (runs?.map(toRun) ?? broken(text.split('\n'))) : [fieldOr(text, field)],
    }),
  ],
  list: ({ ordered, items, runs, keep, fields }, { lists }) => {
    const instance = lists.next()
    return items.map((text, at) => {
      const children = runs?.[at]?.map(toRun) ?? [fieldOr(text, fields?.[at])]
      const keepNext = keep && at >= items.length - 2
      return new Paragraph({
        keepNext,
        keepLines: keep,
        numbering: { reference: ordered ? 'numeros' : 'vinetas', level: 0, instance },
        children,
      })
    })
  },
  facts: ({ facts }) => facts.map(toFact),
  table: (block, { width }) => [
    ...(block.caption === undefined ? [] : [new Paragraph({ style: 'Universo', children: [fieldOr(block.caption, block.captionField)] })]),
    toTable(block, width),
    ...((block.notes ?? []).length > 0 ? [] : [gap()]),
    ...(block.notes ?? []).map((text, at) => new Paragraph({ style: 'Nota', children: [fieldOr(text, block.noteFields?.[at])] })),
  ],
  // A diagram becomes words: its tables stand beside it.
  diagram: ({ caption, alt }) => [new Paragraph({ style: 'Nota', text: `${caption} ${alt}` })],
  chart: toChart,
  portrait: ({ alt, facts }) => [new Paragraph({ style: 'Nota', text: alt }), ...facts.map(toFact)],
  qr: ({ text, address }) => [new Paragraph({ text: `${text} ${address}` })],
  blanks: ({ labels }) => labels.map((text) => new Paragraph({ style: 'Espacio', text })),
  lines: ({ lines, align, strong: bold, keep, small }, { width, oficial }) => [
    new Paragraph({
      keepNext: keep,
      keepLines: true,
      style: small ? 'Chico' : 'Renglones',
      alignment: ALIGNED[align],
      ...(oficial && align === 'end' && { indent: { left: Math.floor(width / 3) } }),
      children: broken(lines, { bold }),
    }),
  ],
  signature: (block, { width }) => (block.beside ? [signedBeside(block, width)] : [signed(block.lines, block.keep)]),
  points: (block) => pointsOf(block),
  signatures: (block, { width }) => signaturesOf(block, width),
  // A line of no height that begins the page: a break of its own after a full page would leave one empty.
  page: () => [newPage()],
}

/** Room below a table, which has none of its own. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 140, lineRule: LineRuleType.EXACT } })
}

function newPage(): Paragraph {
  return new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } })
}

function toChildren(block: PdfBlock, page: Page): FileChild[] {
  return (SHOWN[block.type] as (block: PdfBlock, page: Page) => FileChild[])(block, page)
}

/** Its picture under its caption, as wide as the text; and the figures of its bars, where they are fields that another corte refreshes. */
function toChart(chart: PdfChart, { charts, width }: Page): FileChild[] {
  const { caption, alt, bars } = chart
  const drawn = charts.get(chart)
  const picture = drawn && [new ImageRun({ type: 'png', data: drawn.png, transformation: drawn, altText: { id: drawn.id, name: caption, title: caption, description: alt } })]
  return [
    new Paragraph({ style: 'TituloTabla', text: caption }),
    ...(picture ? [new Paragraph({ children: picture })] : []),
    ...(bars.some(({ field }) => field !== undefined) ? [new Paragraph({ style: 'Universo', text: 'Cifras de la gráfica' }), toTable(figuresOf(chart), width), gap()] : []),
  ]
} // prettier-ignore

function figuresOf({ bars }: PdfChart): PdfTable {
  return {
    type: 'table',
    columns: [
      { title: 'Renglón', width: 60 },
      { title: 'Cifra', width: 25, align: 'end' },
    ],
    rows: bars.map(({ label, text }) => [label, text]),
    fields: bars.map(({ field }) => [null, field ?? null]),
  }
}

function signed(lines: string[], keepNext: boolean | undefined, style = 'Firma'): Paragraph {
  return new Paragraph({ style, keepNext, children: broken(lines, { bold: true }) })
}

/** Two signers on one line. */
function signedBeside({ lines, beside = [], keep }: Of<'signature'>, width: number): Table {
  const side = (each: string[]) => new TableCell({ borders: NO_BORDERS, children: [signed(each, keep, 'FirmaJunto')] })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [Math.floor(width / 2), Math.floor(width / 2)],
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children: [side(lines), side(beside)] })],
  })
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

function toTable(table: PdfTable, available: number): Table {
  const { columns, rows, fields, total, firma } = table
  const sum = columns.reduce((all, { width }) => all + width, 0)
  const columnWidths = columns.map(({ width }) => Math.floor(((available - columns.length * 2 * GAP) * width) / sum) + 2 * GAP)
  const size = sizeOf(columns, available)
  const cell = (children: ParagraphChild[], style: string, { at, keepNext }: { at: number; keepNext: boolean }) =>
    new TableCell({
      children: [new Paragraph({ style: `${style}${size}`, keepNext, alignment: columns[at]?.align && AlignmentType.END, children })],
    })
  const whole = staysWhole(table)
  const body = rows.map((row, line) => {
    const style = total === true && line === rows.length - 1 ? 'CeldaTitulo' : 'Celda'
    const children = row.map((text, at) =>
      cell([fieldOr(text, fields?.[line]?.[at])], style, { at, keepNext: whole && line < rows.length - 1 }),
    )
    return new TableRow({ cantSplit: true, children, ...(firma && { height: { value: TALL, rule: HeightRule.ATLEAST } }) })
  })
  return new Table({
    width: { size: available, type: WidthType.DXA },
    columnWidths,
    margins: { left: GAP, right: GAP, top: 30, bottom: 30 },
    borders: BORDERS,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) => cell([new TextRun(title)], 'CeldaTitulo', { at, keepNext: true })),
      }),
      ...body,
    ],
  })
}

/** Half points of the letters of tables, from the usual ones: one that does not fit its page has smaller ones, to a limit. */
const CELLS = [19, 18, 17, 16, 15, 14, 13, 12]
/** Letters of office programs are wider than those by which columns are measured. */
const WIDER = 1.1
/** Height of a row to sign in. */
const TALL = 460
/** At both sides of a cell. */
const GAP = 55

function sizeOf(columns: PdfTable['columns'], available: number): number {
  const letters = columns.reduce((sum, { width }) => sum + width, 0) * WIDER
  const room = available - columns.length * 2 * GAP
  return CELLS.find((size) => letters * size * 10 <= room) ?? 12
}

/** As wide as the letters of the PDF, and every office program has it or one of its measures. */
const FONT = 'Times New Roman'
const INK = '1B1D21'
const SOFT = '565B63'
const line = (color: string) => ({ style: 'single' as const, size: 4, color, space: 4 })
const NONE = { style: 'none' as const, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
/** Rules between rows, as in the PDF. */
const BORDERS = {
  ...NO_BORDERS,
  top: { style: 'single' as const, size: 8, color: INK },
  bottom: { style: 'single' as const, size: 6, color: INK },
  insideHorizontal: { style: 'single' as const, size: 4, color: 'D9D6CF' },
  insideVertical: NONE,
}
const based = (id: string, rest: object) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, ...rest })
const small = { size: 17, color: SOFT }
const heading = (size: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before: 280, after: 140 }, keepNext: true },
})

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'es-MX' } },
      paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: { run: { size: 32, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
    heading2: heading(25),
    heading3: heading(21),
  },
  paragraphStyles: [
    based('Encabezado', { run: small, paragraph: { border: { bottom: line(INK) } } }),
    based('Pie', { run: small }),
    based('Advertencia', { run: { bold: true }, paragraph: { border: { left: { ...line(INK), size: 24 } } } }),
    based('Subtitulo', { run: { size: 25, color: SOFT }, paragraph: { spacing: { after: 360 } } }),
    based('TituloTabla', { run: { size: 20, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } }),
    based('Universo', { run: { size: 19, color: SOFT }, paragraph: { spacing: { before: 60, after: 80 }, keepNext: true } }),
    based('Nota', { run: small, paragraph: { spacing: { before: 60, after: 60 } } }),
    based('Dato', { paragraph: { spacing: { after: 60 } } }),
    based('Renglones', { paragraph: { spacing: { before: 160, after: 280 } } }),
    based('Firma', {
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, spacing: { before: 1_100 }, keepLines: true },
        ...{ border: { top: line(INK) }, indent: { left: 2_600, right: 2_600 } },
      },
    }),
    based('FirmaJunto', {
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, spacing: { before: 1_100 }, keepLines: true },
        ...{ border: { top: line(INK) }, indent: { left: 300, right: 300 } },
      },
    }),
    based('Espacio', { run: small, paragraph: { spacing: { before: 700 }, border: { top: line(INK), between: line(INK) } } }),
    ...CELLS.flatMap((size) => [
      based(`Celda${size}`, { run: { size }, paragraph: { spacing: { after: 0 } } }),
      based(`CeldaTitulo${size}`, { run: { size, bold: true }, paragraph: { spacing: { after: 0 } } }),
    ]),
  ],
}

function stylesOf({ letter, membrete, cover }: PdfDocument): IStylesOptions {
  const styles = letter ? LETTER : STYLES
  return membrete ? oficialStyles(membrete, styles, { covered: cover !== undefined }) : styles
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
