import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

/**
 * Names every text of the document that the system wrote and that may differ at a later cut. Figures have their names by table, row and
 * column; the others by their place. Texts of people have none.
 */
export function withFields(document: PdfDocument): PdfDocument {
  const { cover, blocks } = document
  return { ...document, footField: 'pie', ...(cover ? { cover: fieldsOnCover(cover) } : {}), blocks: blocks.map(fieldsIn) }
}

function fieldsOnCover(cover: NonNullable<PdfDocument['cover']>): PdfDocument['cover'] {
  return { ...cover, facts: cover.facts.map((fact) => ({ ...fact, field: `portada.${fact.label}` })) }
}

function fieldsIn(block: PdfBlock): PdfBlock {
  if (block.type === 'chart') {
    return { ...block, bars: block.bars.map((bar) => ({ ...bar, field: named(`grafica.${block.caption}.${bar.label}`) })) }
  }
  const name = block.type === 'table' ? tableOf(block.fields) : null
  if (block.type !== 'table' || name === null) return block
  return {
    ...block,
    captionField: `${name}.denominador`,
    ...(block.notes ? { noteFields: block.notes.map((_, at) => `${name}.nota.${at + 1}`) } : {}),
  }
}

/** A name stands between quotes in the field that asks for it. */
function named(name: string): string {
  return name.replaceAll(/["\\]/g, "'")
}

/** The table that the figures are of; null of a table that somebody wrote, or that has no figures. */
function tableOf(fields: readonly (readonly (string | null)[])[] | undefined): string | null {
  const first = fields?.flat().find((name) => name !== null)
  return first?.split('.')[0] ?? null
}
