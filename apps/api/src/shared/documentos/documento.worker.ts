// Child process of documentos.ts: one document, one answer, the end. Built as a file of its own.
import type { DocumentOrder } from './documentos.ts'
import { renderPdf } from './pdf.ts'
import { writeWorkbook } from './xlsx.ts'

process.once('message', (order: DocumentOrder) => {
  const bytes = order.type === 'pdf' ? renderPdf(order.document) : writeWorkbook(order.workbook, order.format)
  // Once sent, nothing keeps the process: it ends and gives all its memory back.
  process.send?.(bytes, () => process.disconnect())
})
