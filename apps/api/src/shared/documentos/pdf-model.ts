/** What a document says, as data; how it looks is one template (pdf-template.ts). Every text may hold whatever people typed. */
export interface PdfDocument {
  title: string
  /** Head of every page: the institute's name, then the proceso. */
  institute: string
  proceso: string
  /** Foot of every page, beside its number. */
  foot: string
  /** A sentence set apart under the title; null when there is nothing to warn of. */
  notice: string | null
  /** Instant in ISO form; also the date of the file: two renderings of one document are the same bytes. */
  createdAt: string
  orientation: 'portrait' | 'landscape'
  blocks: PdfBlock[]
}

export type PdfBlock =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; ordered: boolean; items: string[] }
  | { type: 'facts'; facts: PdfFact[] }
  | PdfTable
  /** Labelled room to write by hand. */
  | { type: 'blanks'; labels: string[] }
  /** Of a letter: lines that stand together, as its place and date, or whom it goes to. */
  | { type: 'lines'; lines: string[]; align: 'start' | 'end'; strong: boolean }
  /** Of a letter: room to sign, and who signs below. */
  | { type: 'signature'; lines: string[] }

export interface PdfFact {
  label: string
  text: string
}

export interface PdfTable {
  type: 'table'
  columns: PdfColumn[]
  /** As many texts in each row as columns. */
  rows: string[][]
}

export interface PdfColumn {
  title: string
  /** Share of the width, relative to the other columns. */
  width: number
}
