import { AppError } from '../http/errors.ts'
import { startHijo } from '../archivos/hijo.ts'
import type { PdfDocument } from './pdf/model.ts'
import type { VistaPrevia } from './vista-previa-model.ts'
import type { Workbook, WorkbookFormat } from './xlsx/model.ts'

/** A document to be made, to be read or to be edited. */
export interface OrdenPapel {
  type: 'pdf' | 'docx'
  document: PdfDocument
}

export type DocumentOrder =
  | OrdenPapel
  | { type: 'workbook'; workbook: Workbook; format: WorkbookFormat }
  | { type: 'vista'; vista: VistaPrevia }
  | { type: 'varios'; orders: OrdenPapel[] }

export interface DocumentMaker {
  /** Built file of documento.worker.ts. */
  workerPath: string
  timeoutMs?: number
  /** Documents that may wait; beyond, clients are told to come back. */
  maxWaiting?: number
}

export interface Documentos {
  pdf(document: PdfDocument): Promise<Buffer>
  /** The same document, to be edited. */
  docx(document: PdfDocument): Promise<Buffer>
  workbook(workbook: Workbook, format: WorkbookFormat): Promise<Buffer>
  /** Many in one process, in their order: each of its own would begin anew. */
  varios(orders: OrdenPapel[]): Promise<Buffer[]>
  /** PNG of a page's preview in a message. */
  vista(vista: VistaPrevia): Promise<Buffer>
}

/**
 * Makes each document in a process of its own, one at a time. A list of a whole state takes seconds and 0.6 GB of native memory, which a
 * thread would leave with the server for good.
 */
export function createDocumentos({ workerPath, timeoutMs = 60_000, maxWaiting = 8 }: DocumentMaker): Documentos {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const makeAll = (order: DocumentOrder): Promise<Buffer[]> => {
    if (waiting >= maxWaiting) return Promise.reject(busy())
    waiting += 1
    const turn = last.then(() => run(workerPath, order, timeoutMs)).finally(() => (waiting -= 1))
    last = turn.catch(() => undefined)
    return turn
  }
  const make = async (order: DocumentOrder): Promise<Buffer> => (await makeAll(order))[0] ?? Buffer.alloc(0)
  return {
    varios: (orders) => makeAll({ type: 'varios', orders }),
    pdf: (document) => make({ type: 'pdf', document }),
    docx: (document) => make({ type: 'docx', document }),
    workbook: (workbook, format) => make({ type: 'workbook', workbook, format }),
    vista: (vista) => make({ type: 'vista', vista }),
  }
}

function run(workerPath: string, order: DocumentOrder, timeoutMs: number): Promise<Buffer[]> {
  const { child, complaint } = startHijo(workerPath)
  let overrun: NodeJS.Timeout | undefined
  return new Promise<Buffer[]>((resolve, reject) => {
    overrun = setTimeout(() => reject(busy()), timeoutMs)
    child.once('message', (made: Uint8Array[]) => resolve(made.map((bytes) => Buffer.from(bytes))))
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`the document process ended with ${code} and no answer: ${complaint()}`)))
    child.send(order, (error) => error && reject(error))
  }).finally(() => {
    clearTimeout(overrun)
    child.kill('SIGKILL')
  })
}

function busy(): AppError {
  return new AppError('servicio.ocupado', { retryAfter: 10 })
}
