/** Content of a document, as data; its look is one template (pdf-template.ts). Every text may hold whatever people typed. */
export interface PdfDocument {
  title: string
  /** Head of every page: the institute's name, then the proceso. */
  institute: string
  proceso: string
  /** Foot of every page, beside its number. */
  foot: string
  footField?: string
  /** Properties of an editable document, for programs to read. */
  properties?: { name: string; value: string }[]
  /** A sentence set apart under the title; null when there is nothing to warn of. */
  notice: string | null
  /** Instant in ISO form; also the date of the file: two renderings of one document are the same bytes. */
  createdAt: string
  /** `legal`: across a sheet of legal size, for lists. */
  orientation: 'portrait' | 'landscape' | 'legal'
  /** A letter: its title names the file and is not printed. */
  letter?: true
  /** Letterhead of the institute: with it a document has the look of the papers that a council signs (`institucional/papel.ts`). */
  membrete?: PdfMembrete
  /** A first page of its own: under the title, facts and paragraphs. */
  cover?: { subtitle: string; facts: PdfFact[]; paragraphs: string[]; paragraphFields?: string[] }
  blocks: PdfBlock[]
}

export interface PdfMembrete {
  nombre: string
  area: string | null
  /** PNG. */
  emblema: Uint8Array | null
  lema: string | null
  /** Address, telephone and site, at the foot of every page. */
  pie: string[]
  /** Typeface of the editable document. */
  tipografia: string
  /** Head of the pages after the first: a number or a short title. */
  encabezado: string
  /** Stamped at the head of every page: PROYECTO, SIMULACRO. */
  marcas: string[]
}

export type PdfBlock =
  | { type: 'heading'; level: 2 | 3; text: string }
  /** `keep`: on the page of the block after it, so that a signature never stands alone. `small`: as copies and closing notes. */
  | { type: 'paragraph'; text: string; runs?: PdfRun[]; keep?: true; small?: true; field?: string }
  | { type: 'list'; ordered: boolean; items: string[]; runs?: (PdfRun[] | null)[]; keep?: true; fields?: string[] }
  | { type: 'facts'; facts: PdfFact[] }
  | PdfTable
  | PdfChart
  | PdfDiagram
  | PdfPortrait
  | PdfQr
  /** Labelled room to write by hand. */
  | { type: 'blanks'; labels: string[] }
  /** Lines of a letter that stand together, as its place and date, or its addressee. */
  | { type: 'lines'; lines: string[]; align: 'start' | 'end' | 'center'; strong: boolean; keep?: true; small?: true }
  /** Numbered points of an agenda, each with notes of its own in smaller type. */
  | { type: 'points'; items: { text: string; notes: string[] }[] }
  /** Room for everybody to sign, two beside each other: name first, then post. `closing` ties the signatures to their document. */
  | { type: 'signatures'; signers: string[][]; closing?: string }
  /** Room to sign, and the signer's name below; `beside`: a second signer; `keep`: on the page of the block after it. */
  | { type: 'signature'; lines: string[]; beside?: string[]; keep?: true }
  /** The next block begins a page: another letter of the same file. */
  | { type: 'page' }

/** Stretch of a text of one look; together they are the whole text. */
export interface PdfRun {
  text: string
  strong?: true
  em?: true
}

/** `field` here and below: name of a text that an editable document refreshes without touching people's texts around it. */
export interface PdfFact {
  label: string
  text: string
  field?: string
  emblem?: PdfEmblem
}

/** Before the text of a fact: the registered emblem (WebP), or its siglas in a box. At most one in a document. */
export interface PdfEmblem {
  siglas: string
  picture: Uint8Array | null
}

export interface PdfTable {
  type: 'table'
  columns: PdfColumn[]
  /** As many texts in each row as columns. */
  rows: string[][]
  /** Unit that the table counts, written above it. */
  caption?: string
  captionField?: string
  /** Notes below it: the people that it counts, and the figures that are not told. */
  notes?: string[]
  noteFields?: string[]
  /** Its last row is the sum of the others. */
  total?: boolean
  /** Each row has room for a signature. */
  firma?: true
  /** Names of the cells that are fields. */
  fields?: (string | null)[][]
}

/** Rows and letters of a table that stays whole on its page: a longer one would run out of it. */
const SHORT = { rows: 8, letters: 3_000 }

export function staysWhole({ rows }: PdfTable): boolean {
  return rows.length <= SHORT.rows && rows.flat().join('').length <= SHORT.letters
}

/**
 * Horizontal bars, each of parts of one whole. Told apart without colour; people who cannot see it have `alt`, and everybody the table
 * beside it.
 */
export interface PdfChart {
  type: 'chart'
  caption: string
  alt: string
  /** Names of the parts. */
  legend: string[]
  bars: PdfBar[]
}

export interface PdfBar {
  label: string
  /** As many as names; their sum is the whole bar, or it is empty. */
  parts: number[]
  /** Beside its end. */
  text: string
  field?: string
}

/** Boxes on a grid and how they refer to each other. People who cannot see it have `alt`. */
export interface PdfDiagram {
  type: 'diagram'
  caption: string
  alt: string
  boxes: DiagramBox[]
  links: DiagramLink[]
}

export interface DiagramBox {
  id: string
  title: string
  lines: string[]
  /** Place on the grid, from 0 at the top left. */
  column: number
  row: number
}

/** A photograph (WebP), and beside it facts. People who cannot see it have `alt`. At most one in a document. */
export interface PdfPortrait {
  type: 'portrait'
  photo: Uint8Array
  alt: string
  facts: PdfFact[]
}

/** An address for cameras, and beside it the same in writing, under a sentence that says where it leads. */
export interface PdfQr {
  type: 'qr'
  address: string
  text: string
}

/** From many to one, by the ids of the boxes. `solid`: false is a reference that nothing enforces. */
export interface DiagramLink {
  from: string
  to: string
  label: string
  solid: boolean
}

export interface PdfColumn {
  title: string
  /** Share of the width, relative to the other columns. */
  width: number
  /** `end`: figures, one under the other. */
  align?: 'end'
  /** The words of its heading may be divided: whole they do not fit. */
  divided?: true
}
