import { parseMarkdown, type Block, type Inline } from './markdown.ts'
import { compareLists, wordDiff, type Segment } from './word-diff.ts'

/** A paragraph of a text against another text. */
export interface ParagraphDiff {
  kind: 'same' | 'added' | 'removed' | 'changed'
  /** Words of the paragraph; for a changed one, the removed and the added. */
  segments: Segment[]
}

/** How much of two paragraphs must be alike for one to be the other, changed: of their words, the share that stayed. */
const ALIKE = 0.4

/** Compares two texts paragraph by paragraph, and word by word inside those that changed. */
export function paragraphDiff(before: string, after: string): ParagraphDiff[] {
  const runs = compareLists(paragraphsOf(before), paragraphsOf(after))
  const result: ParagraphDiff[] = []
  for (let at = 0; at < runs.length; at += 1) {
    const { kind, item } = runs[at] as (typeof runs)[number]
    if (kind === 'same') {
      result.push({ kind, segments: [{ kind, text: item }] })
      continue
    }
    const rest = runs.slice(at).findIndex((run) => run.kind === 'same')
    const end = rest === -1 ? runs.length : at + rest
    result.push(...pair(runs.slice(at, end)))
    at = end - 1
  }
  return result
}

/** Pairs removed and added paragraphs between two kept ones, in order, where they are alike. */
function pair(runs: readonly { kind: string; item: string }[]): ParagraphDiff[] {
  const came = runs.filter(({ kind }) => kind === 'added').map(({ item }) => item)
  const result: ParagraphDiff[] = []
  for (const { item } of runs.filter(({ kind }) => kind === 'removed')) {
    const at = came.findIndex((now) => isAlike(item, now))
    if (at === -1) {
      result.push({ kind: 'removed', segments: [{ kind: 'removed', text: item }] })
      continue
    }
    result.push(...came.splice(0, at).map(added), { kind: 'changed', segments: wordDiff(item, came.shift() ?? '') })
  }
  return [...result, ...came.map(added)]
}

function added(text: string): ParagraphDiff {
  return { kind: 'added', segments: [{ kind: 'added', text }] }
}

function isAlike(before: string, after: string): boolean {
  const same = wordDiff(before, after).filter(({ kind }) => kind === 'same')
  const stayed = same.reduce((total, { text }) => total + text.trim().length, 0)
  return stayed >= ALIKE * Math.max(before.length, after.length)
}

/** Paragraphs as they are read, without their marks. Rows of a table and items of a list are paragraphs of their own. */
function paragraphsOf(text: string): string[] {
  return parseMarkdown(text)
    .flatMap(textsOf)
    .filter((each) => each !== '')
}

function textsOf(block: Block): string[] {
  if (block.type === 'quote') return block.children.flatMap(textsOf)
  if (block.type === 'list') return block.items.map(plain)
  if (block.type === 'table') return [block.header, ...block.rows].map((row) => row.map(plain).join(' · '))
  return [plain(block.children)]
}

function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'link' ? `${plain(inline.children)} (${inline.href})` : plain(inline.children)
    })
    .join('')
}
