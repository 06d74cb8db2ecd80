import { resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Temporal } from 'temporal-polyfill'
import { pairOf } from '@conoceles/domain/typed'
import { staysWhole, type PdfBlock, type PdfDocument, type PdfFact } from './model.ts'
import { drawDiagram } from '../diagrama.ts'
import { packTags } from './pack.ts'
import { PDF_TEMPLATE } from './template.ts'
import { toPrintable, UNPRINTABLE } from './text.ts'
import { drawQr } from '../qr.ts'

/** Names under which the template finds the pictures: they are in memory, no such file is read. */
const PHOTO = 'fotografia.webp'
const EMBLEM = 'emblema.webp'
const LETTERHEAD = 'membrete.png'

/**
 * Accessible PDF (PDF/UA-1: tagged, titled, in its language) of a document; the same document is the same bytes on any machine.
 * A long table takes seconds and hundreds of megabytes of native memory: the server asks `createDocumentos` instead.
 */
export function renderPdf(document: PdfDocument): Buffer {
  const compiler = NodeCompiler.create()
  for (const [name, picture] of picturesOf(document)) compiler.mapShadow(resolve(name), Buffer.from(picture))
  const seconds = Math.floor(Temporal.Instant.from(document.createdAt).epochMilliseconds / 1000)
  const written = compiler.pdf(
    { mainFileContent: PDF_TEMPLATE, inputs: { document: JSON.stringify(drawn(printable(document))) } },
    { pdfStandard: 'ua-1', creationTimestamp: seconds },
  )
  return packTags(written)
}

function picturesOf({ blocks, membrete }: PdfDocument): [string, Uint8Array][] {
  const facts = blocks.flatMap((block) => ('facts' in block ? block.facts : []))
  return [
    ...(membrete?.emblema ? [pairOf(LETTERHEAD, membrete.emblema)] : []),
    ...blocks.flatMap((block): [string, Uint8Array][] => (block.type === 'portrait' ? [[PHOTO, block.photo]] : [])),
    ...facts.flatMap(({ emblem }): [string, Uint8Array][] => (emblem?.picture ? [[EMBLEM, emblem.picture]] : [])),
  ]
}

/** Replaces drawings by the pictures that the template places. */
function drawn(document: PdfDocument): object {
  const { membrete, blocks } = document
  const emblema = membrete?.emblema ? `/${LETTERHEAD}` : null
  return { ...document, ...(membrete && { membrete: { ...membrete, emblema } }), blocks: blocks.map(drawnBlock) }
}

function drawnBlock(block: PdfBlock): object {
  if (block.type === 'diagram') return { ...block, svg: drawDiagram(block) }
  if (block.type === 'qr') return { ...block, svg: drawQr(block.address) }
  if (block.type === 'table') return { ...block, whole: staysWhole(block) }
  if (!('facts' in block)) return block
  const facts = block.facts.map(drawnFact)
  return block.type === 'portrait' ? { ...block, facts, photo: null, path: `/${PHOTO}` } : { ...block, facts }
}

function drawnFact({ emblem, ...fact }: PdfFact): object {
  return emblem ? { ...fact, emblem: { siglas: emblem.siglas, path: emblem.picture && `/${EMBLEM}` } } : fact
}

/** Every text of the document made printable; lost signs are told at its end. */
function printable(document: PdfDocument): PdfDocument {
  let lost = 0
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const result = toPrintable(value)
      lost += result.lost
      return result.text
    }
    if (Array.isArray(value)) return value.map(clean)
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
    // An address stays whole: invisible signs cannot break a link. A text in stretches is printed by them.
    const printed = 'runs' in value && 'text' in value ? { ...value, text: '' } : value
    return Object.fromEntries(Object.entries(printed).map(([key, item]) => [key, key === 'address' ? item : clean(item)]))
  }
  const cleaned = clean(document) as PdfDocument
  if (lost === 0) return cleaned
  const text = `${lost === 1 ? 'Un signo no tiene' : `${lost} signos no tienen`} forma en la tipografía de este documento; en su lugar se lee «${UNPRINTABLE}».`
  return { ...cleaned, blocks: [...cleaned.blocks, { type: 'paragraph', text }] }
}
