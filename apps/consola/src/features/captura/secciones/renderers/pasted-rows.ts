import { cleanPastedText } from './pasted-text.ts'

const BULLET = /^[-–—*] ?/
const NUMBER = /^\d{1,2}[.)] /

/** Rows of a list as a word processor gives it: its lines without bullets, and without numbers where each has one. */
export function rowsOf(pasted: string): string[] {
  const lines = cleanPastedText(pasted)
    .split('\n')
    .map((line) => line.trim().replace(BULLET, '').trim())
    .filter((line) => line !== '')
  return lines.every((line) => NUMBER.test(line)) ? lines.map((line) => line.replace(NUMBER, '')) : lines
}

interface Place {
  lines: readonly string[]
  /** Row in which the list is pasted, and what of it stays around the paste. */
  index: number
  before: string
  after: string
  maximum: number
}

/** The rows with a list in the place of one of them. Rows for which there is no room are told apart: none that stood there goes. */
export function spreadRows(rows: readonly string[], { lines, index, before, after, maximum }: Place): { lines: string[]; left: string[] } {
  const others = { above: filled(lines.slice(0, index)), below: filled(lines.slice(index + 1)) }
  const room = Math.max(1, maximum - others.above.length - others.below.length)
  const own = rows.slice(0, room)
  own[0] = before + (own[0] ?? '')
  own[own.length - 1] += after
  return { lines: [...others.above, ...own, ...others.below], left: rows.slice(room) }
}

function filled(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '')
}
