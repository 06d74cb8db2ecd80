import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IStylesOptions,
} from 'docx'
import type { PdfBlock, PdfMembrete } from '../pdf/model.ts'
import { fieldOr } from './runs.ts'

type Of<T extends PdfBlock['type']> = Extract<PdfBlock, { type: T }>

/** Agenda, numbered, each point with its notes in smaller type. */
export function pointsOf({ items }: Of<'points'>): Paragraph[] {
  return items.flatMap(({ text, notes }, at) => [
    new Paragraph({ style: 'Punto', keepLines: true, keepNext: notes.length > 0, children: [new TextRun(`${at + 1}.\t${text}`)] }),
    ...notes.map((note) => new Paragraph({ style: 'NotaPunto', text: note })),
  ])
}

/** Room for everybody to sign, two beside each other, in a table that shows no lines. */
export function signaturesOf({ signers, closing }: Of<'signatures'>, width: number): FileChild[] {
  const across = signers.length === 1 ? 1 : 2
  const rows = Array.from({ length: Math.ceil(signers.length / across) }, (_, row) => signers.slice(row * across, (row + 1) * across))
  const last = closing === undefined ? rows.length - 1 : rows.length
  // Few signatures stay together; of many, the last ones go with the closing.
  const kept = (at: number) => at < last && (signers.length <= TOGETHER || at >= rows.length - 1)
  const cells = (row: string[][]) => Array.from({ length: across }, (_, at) => row[at])
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: Array.from({ length: across }, () => Math.floor(width / across)),
      borders: NO_LINES,
      rows: rows.map((row, at) => new TableRow({ cantSplit: true, children: cells(row).map((lines) => signerCell(lines, { keepNext: kept(at), indent: across === 1 ? 2_300 : 300 })) })), // prettier-ignore
    }),
    ...(closing === undefined ? [] : [new Paragraph({ style: 'CierreFirmas', text: closing })]),
  ]
}

const TOGETHER = 10

function signerCell(lines: string[] | undefined, { keepNext, indent }: { keepNext: boolean; indent: number }): TableCell {
  if (!lines) return new TableCell({ children: [new Paragraph({ keepNext })] })
  const [name = '', ...rest] = lines
  const runs = [new TextRun({ text: name, bold: true }), ...rest.map((text) => new TextRun({ text, break: 1, size: 19 }))]
  const look = { style: 'Firmante', keepNext, keepLines: true, indent: { left: indent, right: indent } }
  return new TableCell({ children: [new Paragraph({ ...look, children: runs })] })
}

/** The letterhead heads the first page; the others have the number or short title. */
export function headersOf(membrete: PdfMembrete, width: number): { first: Header; default: Header } {
  const { encabezado, marcas } = membrete
  const right = [{ type: TabStopType.RIGHT, position: width }]
  const stamp = new TextRun({ text: `\t${marcas.join(' · ')}`, bold: true, color: INK })
  return {
    first: new Header({
      children: [new Paragraph({ style: 'Sello', tabStops: right, children: [stamp] }), ...letterhead(membrete, width)],
    }),
    default: new Header({
      children: [new Paragraph({ style: 'Sello', tabStops: right, border: { bottom: RULE }, children: [new TextRun(encabezado), stamp] })],
    }),
  }
}

function letterhead({ emblema, nombre, area, lema }: PdfMembrete, width: number): (Paragraph | Table)[] {
  const words: IParagraphOptions = {
    style: 'Membrete',
    children: [new TextRun({ text: nombre, bold: true }), ...(area === null ? [] : [new TextRun({ text: area, break: 1, size: 20 })])],
  }
  const motto = lema === null ? [] : [new Paragraph({ style: 'Lema', text: `"${lema}"` })]
  if (emblema === null) return [new Paragraph({ ...words, border: { bottom: RULE } }), ...motto]
  const cells = [new Paragraph({ children: [pictureOf(emblema, nombre)] }), new Paragraph(words)]
  const widths = [Math.floor(width / 4), width - Math.floor(width / 4)]
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      borders: { ...NO_LINES, bottom: RULE },
      rows: [
        new TableRow({ children: cells.map((each) => new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [each] })) }),
      ],
    }),
    ...motto,
  ]
}

/** As high as in the PDF; a PNG says its own size in its first bytes. */
function pictureOf(png: Uint8Array, name: string): ImageRun {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const ratio = view.getUint32(16) / view.getUint32(20)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(HEIGHT * ratio), height: HEIGHT },
    altText: { id: '1', title: name, name, description: name }, // its own number: the library counts on through a process
  })
}

const HEIGHT = 60

export function footersOf({ pie }: PdfMembrete, field?: string): { first: Footer; default: Footer } {
  const page = new TextRun({ children: ['Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES], ...(pie.length > 0 ? { break: 1 } : {}) }) // prettier-ignore
  const foot = () => new Footer({ children: [new Paragraph({ style: 'Pie', alignment: AlignmentType.CENTER, children: [fieldOr(pie.join(' · '), field), page] })] }) // prettier-ignore
  return { first: foot(), default: foot() }
}

/** Twentieths of a point: the margins of the PDF. */
export const OFICIAL_MARGIN = { top: 1_304, bottom: 1_134, left: 1_587, right: 1_247 }

const INK = '1B1D21'
const SOFT = '565B63'
const RULE = { style: BorderStyle.SINGLE, size: 6, color: INK, space: 4 }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const based = (id: string, rest: object) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, ...rest })
const ragged = { alignment: AlignmentType.START }
const points = { indent: { left: 567, hanging: 425 }, tabStops: [{ type: TabStopType.LEFT, position: 567 }] }

/** The same look as the PDF: justified, in the typeface of the letterhead. */
export function oficialStyles({ tipografia }: PdfMembrete, plain: IStylesOptions, { covered }: { covered: boolean }): IStylesOptions {
  const paragraph = { alignment: AlignmentType.BOTH, spacing: { after: 160, line: 264, lineRule: LineRuleType.AUTO } }
  const run = { ...plain.default?.document?.run, font: tipografia, size: 23 }
  return {
    default: {
      ...plain.default,
      document: { run, paragraph },
      heading1: covered ? COVER : TITLE,
    },
    paragraphStyles: [...(plain.paragraphStyles ?? []).map((each) => ({ ...each, paragraph: { ...ragged, ...each.paragraph } })), ...OWN],
  }
}

const TITLE = { run: { size: 24, bold: true, color: INK }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } } }
const COVER = { run: { size: 34, bold: true, color: INK }, paragraph: { ...ragged, spacing: { before: 240, after: 240 } } }

const OWN = [
  based('Sello', { run: { size: 17, color: SOFT }, paragraph: { ...ragged, spacing: { after: 120, line: 240 } } }),
  based('Membrete', { run: { size: 23, color: INK }, paragraph: { alignment: AlignmentType.END, spacing: { after: 60, line: 252 } } }),
  based('Lema', { run: { size: 18, italics: true }, paragraph: { alignment: AlignmentType.END, spacing: { after: 120 } } }),
  based('Punto', { paragraph: { ...points, alignment: AlignmentType.BOTH, spacing: { before: 100, after: 60 } } }),
  based('NotaPunto', { run: { size: 19, color: SOFT }, paragraph: { ...ragged, indent: { left: 567 }, spacing: { after: 60 } } }),
  based('Chico', { run: { size: 18 }, paragraph: { ...ragged, spacing: { after: 80, line: 240 } } }),
  based('Firmante', {
    paragraph: {
      ...{ alignment: AlignmentType.CENTER, spacing: { before: 1_000, after: 240, line: 240 } },
      border: { top: { ...RULE, size: 4 } },
    },
  }),
  based('CierreFirmas', { run: { size: 18, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 400 } } }),
]
