import type { PdfBlock, PdfDocument } from '../pdf/model.ts'

export interface Field {
  name: string
  value: string
}

/** Longer than this a program may cut the property of a document. */
const LONGEST = 255

/** Every field of a document and its text, each name once. */
export function fieldsOf(document: PdfDocument): Field[] {
  const found = new Map<string, string>()
  const add = (name: string | null | undefined, value: string) => name != null && fits(value) && found.set(name, value)
  add(document.footField, document.foot)
  for (const { field, text } of document.cover?.facts ?? []) add(field, text)
  document.cover?.paragraphs.forEach((text, at) => add(document.cover?.paragraphFields?.[at], text))
  for (const block of document.blocks) for (const [name, value] of fieldsOfBlock(block)) add(name, value)
  return [...found].map(([name, value]) => ({ name, value }))
}

type Named = [string | null | undefined, string]

function fieldsOfBlock(block: PdfBlock): Named[] {
  if (block.type === 'paragraph') return [[block.field, block.text]]
  if (block.type === 'facts') return block.facts.map(({ field, text }) => [field, text])
  if (block.type === 'list') return block.items.map((text, at) => [block.fields?.[at], text])
  if (block.type === 'chart') return block.bars.map(({ field, text }) => [field, text])
  if (block.type !== 'table') return []
  return [
    [block.captionField, block.caption ?? ''],
    ...block.rows.flatMap((row, line) => row.map((text, at): Named => [block.fields?.[line]?.[at], text])),
    ...(block.notes ?? []).map((text, at): Named => [block.noteFields?.[at], text]),
  ]
}

/** Whether a text may be the property of a document. */
export function fits(text: string): boolean {
  return text.length <= LONGEST
}
