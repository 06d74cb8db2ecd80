import type { PdfColumn, PdfDocument } from './model.ts'

/** Width of a page for its tables, in sizes of their letters. */
const LINES = { portrait: 51.3, landscape: 87.6, legal: 114.7 } as const
/** Room at both sides of a cell. */
const GAP = 0.9
/** More than this a column does not ask for. */
const WIDEST = 18
const BOLD = 1.1
/** Texts longer than this get as much where words do not fit. */
const NAME = 10
/** A heading asks for one line up to this. */
const HEAD = 8
/** Longest piece of a heading that is divided: where the words do not fit whole, those of the headings give way and the figures do not. */
const PIECE = 6.5

/**
 * Columns as wide as their texts: no word is cut while there is room, and the rest of the room goes to the longest texts. Measured over the
 * whole document, so that all its tables stand alike.
 */
export function measureColumns(titles: readonly string[], rows: readonly string[][], orientation: PdfDocument['orientation']): PdfColumn[] {
  const whole = titles.map((title, at) => measure(title, rows.map((row) => row[at] ?? ''), Infinity)) // prettier-ignore
  const fits = sum(whole.map(({ word }) => word)) <= LINES[orientation]
  const measures = fits ? whole : titles.map((title, at) => roomy(measure(title, rows.map((row) => row[at] ?? ''), PIECE))) // prettier-ignore
  const widths = share(measures, LINES[orientation])
  return titles.map((title, at) => ({ title, width: rounded(widths[at] ?? 1), ...(fits ? {} : { divided: true as const }) }))
}

interface Measure {
  /** Its longest word. */
  word: number
  /** Length that nine of ten texts do not pass. */
  text: number
  /** The same, and its heading in one line. */
  head: number
}

/** Letters are smaller if not even the words fit; names still take few lines. */
function roomy({ word, text, head }: Measure): Measure {
  return { word: Math.max(word, Math.min(text, NAME)), text, head }
}

/** The room goes to words first, then to texts, then to headings that would stand in one line: names are not broken for them. */
function share(measures: readonly Measure[], room: number): number[] {
  const steps = [measures.map(({ word }) => word), measures.map(({ text }) => text), measures.map(({ head }) => head)]
  let widths = steps[0] ?? []
  for (const wished of steps.slice(1)) {
    const left = room - sum(widths)
    const asked = sum(wished) - sum(widths)
    const given = asked <= left ? 1 : Math.max(0, left / asked)
    widths = widths.map((width, at) => width + ((wished[at] ?? width) - width) * given)
  }
  return widths
}

function measure(title: string, texts: string[], piece: number): Measure {
  const widths = texts.map(widthOf).sort((a, b) => a - b)
  const usual = widths[Math.ceil((widths.length - 1) * 0.9)] ?? 0
  const word = Math.min(WIDEST, Math.max(Math.min(piece, widestWord([title])) * BOLD, widestWord(texts))) + GAP
  const text = Math.max(word, Math.min(WIDEST, usual) + GAP)
  return { word, text, head: Math.max(text, Math.min(HEAD, widthOf(title) * BOLD) + GAP) }
}

function widestWord(texts: readonly string[]): number {
  let widest = 1
  // A line also ends after a slash or a hyphen, but not within a number.
  for (const text of texts) for (const word of text.split(/\s|(?<=[/-])(?=\D)/)) widest = Math.max(widest, widthOf(word))
  return widest
}

function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += KNOWN.get(sign) ?? learn(sign)
  return width
}

/** Thousands of rows are measured while others wait. */
const KNOWN = new Map<string, number>()

/** Near the width that Libertinus Serif takes, rather above. */
function learn(sign: string): number {
  const width = /[iljftrI.,;:'|!()[\]/ -]/.test(sign) ? 0.33 : /[mwMW@%—]/.test(sign) ? 0.82 : /\p{Lu}/u.test(sign) ? 0.68 : 0.48
  KNOWN.set(sign, width)
  return width
}

function rounded(width: number): number {
  return Math.round(width * 100) / 100
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
