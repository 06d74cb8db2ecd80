// Child process of documentos.ts: one order, one answer, the end. Built as a file of its own.
import type { DocumentOrder } from './documentos.ts'
import { writeDocx } from './docx/docx.ts'
import { renderPdf } from './pdf/pdf.ts'
import { renderVista } from './vista-previa.ts'
import { writeWorkbook } from './xlsx/xlsx.ts'

process.once('message', (order: DocumentOrder) => {
  // Once sent, nothing keeps the process: it ends and gives all its memory back.
  void make(order).then((bytes) => process.send?.(bytes, () => process.disconnect()))
})

async function make(order: DocumentOrder): Promise<Uint8Array[]> {
  if (order.type !== 'varios') return [await makeOne(order)]
  const all: Uint8Array[] = []
  for (const each of order.orders) all.push(await makeOne(each))
  return all
}

async function makeOne(order: Exclude<DocumentOrder, { type: 'varios' }>): Promise<Uint8Array> {
  if (order.type === 'workbook') return writeWorkbook(order.workbook, order.format)
  if (order.type === 'vista') return renderVista(order.vista)
  return order.type === 'pdf' ? renderPdf(order.document) : writeDocx(order.document)
}
