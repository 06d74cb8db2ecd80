import type { MarkdownBlock, MarkdownInline } from '@conoceles/domain'
import { measureColumns } from './pdf/columns.ts'
import type { PdfBlock, PdfRun } from './pdf/model.ts'

/** Turns Markdown that somebody wrote into blocks of a document. `under`: the level below which its own titles stand. */
export function markdownBlocks(all: readonly MarkdownBlock[], under: 1 | 2 = 1): PdfBlock[] {
  return all.flatMap((block) => toPdf(block, under))
}

function toPdf(block: MarkdownBlock, under: 1 | 2): PdfBlock[] {
  if (block.type === 'heading') return [{ type: 'heading', level: under === 1 && block.level <= 2 ? 2 : 3, text: textOf(block.children) }]
  if (block.type === 'paragraph') return [toParagraph(block.children)]
  if (block.type === 'list') return [toList(block)]
  return block.type === 'quote' ? markdownBlocks(block.children, under) : [toTable(block)]
}

function toParagraph(inlines: readonly MarkdownInline[]): PdfBlock {
  const runs = runsOf(inlines)
  return { type: 'paragraph', text: textOf(inlines), ...(runs && { runs }) }
}

function toList({ ordered, items }: Extract<MarkdownBlock, { type: 'list' }>): PdfBlock {
  const runs = items.map((item) => runsOf(item))
  return { type: 'list', ordered, items: items.map(textOf), ...(runs.some((each) => each !== null) && { runs }) }
}

function toTable({ header, rows }: Extract<MarkdownBlock, { type: 'table' }>): PdfBlock {
  const titles = header.map(textOf)
  const cells = rows.map((row) => titles.map((_, at) => textOf(row[at] ?? [])))
  return { type: 'table', columns: measureColumns(titles, cells, 'portrait'), rows: cells }
}

export function textOf(inlines: readonly MarkdownInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      const text = textOf(inline.children)
      return inline.type === 'link' ? `${text} (${inline.href})` : text
    })
    .join('')
}

type Look = Omit<PdfRun, 'text'>

/** Stretches of a text that is not all of one look; null: it is. */
function runsOf(inlines: readonly MarkdownInline[]): PdfRun[] | null {
  const runs = inlines.flatMap((inline) => stretches(inline, {}))
  return runs.some(({ strong, em }) => strong ?? em) ? runs : null
}

function stretches(inline: MarkdownInline, look: Look): PdfRun[] {
  if (inline.type === 'text') return [{ text: inline.text, ...look }]
  if (inline.type === 'link') return [{ text: textOf([inline]), ...look }]
  return inline.children.flatMap((child) => stretches(child, { ...look, [inline.type]: true }))
}
