import { buildSync } from 'esbuild'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createDocumentos } from './documentos.ts'
import { renderPdf } from './pdf/pdf.ts'
import type { PdfDocument } from './pdf/model.ts'
import { writeWorkbook } from './xlsx/xlsx.ts'
import type { Workbook } from './xlsx/model.ts'

const cache = resolve(__dirname, '../../../node_modules/.cache/conoceles')
const workerPath = resolve(cache, 'documento.worker.mjs')

// Processes are started: on a busy machine that takes its time.
jest.setTimeout(60_000)

const DOCUMENT: PdfDocument = {
  title: 'Título',
  institute: 'Instituto',
  proceso: 'Proceso',
  foot: 'Corte',
  notice: null,
  createdAt: '2030-04-20T16:00:00Z',
  orientation: 'portrait',
  blocks: [{ type: 'paragraph', text: 'Ñandú' }],
}
const WORKBOOK: Workbook = {
  title: 'Título',
  author: 'Instituto',
  createdAt: '2030-04-20T16:00:00Z',
  sheets: [{ name: 'Hoja', widths: [10], headerRows: 0, rows: [['Ñandú', 1, null, { day: '2030-04-20' }]] }],
}

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  buildSync({
    entryPoints: [resolve(__dirname, 'documento.worker.ts')],
    outfile: workerPath,
    bundle: true,
    packages: 'external',
    alias: { '@conoceles/domain/typed': resolve(__dirname, '../../../../../packages/domain/src/base/typed.ts') },
    platform: 'node',
    format: 'esm',
  })
})

const script = (name: string, body: string) => {
  const path = resolve(cache, `${name}.mjs`)
  writeFileSync(path, body)
  return path
}

it('makes the bytes that the pure functions make, in processes that end', async () => {
  const documentos = createDocumentos({ workerPath })
  const made = await Promise.all([
    documentos.pdf(DOCUMENT),
    documentos.workbook(WORKBOOK, 'xlsx'),
    documentos.workbook(WORKBOOK, 'xls'),
    documentos.pdf(DOCUMENT),
  ])
  const expected = [renderPdf(DOCUMENT), writeWorkbook(WORKBOOK, 'xlsx'), writeWorkbook(WORKBOOK, 'xls'), renderPdf(DOCUMENT)]
  expect(made.map((bytes, at) => expected[at]?.equals(bytes))).toEqual([true, true, true, true])
  const [pdf, docx] = await documentos.varios([
    { type: 'pdf', document: DOCUMENT },
    { type: 'docx', document: DOCUMENT },
  ])
  expect([pdf?.equals(renderPdf(DOCUMENT)), docx?.subarray(0, 2).toString()]).toEqual([true, 'PK'])
})

it('one that hangs is ended at the limit, and the next is made', async () => {
  const hangs = createDocumentos({ workerPath: script('documento-hangs', 'process.on("message", () => { for (;;); })'), timeoutMs: 500 })
  await expect(hangs.pdf(DOCUMENT)).rejects.toMatchObject({ code: 'servicio.ocupado' })
  await expect(hangs.pdf(DOCUMENT)).rejects.toMatchObject({ code: 'servicio.ocupado' })
})

it('one that fails says why, to the log only', async () => {
  const fails = createDocumentos({ workerPath: script('documento-fails', 'process.on("message", () => { throw new Error("roto") })') })
  await expect(fails.pdf(DOCUMENT)).rejects.toThrow(/no answer: [\s\S]*roto/)
})

it('no more than a few wait', async () => {
  const queue = createDocumentos({ workerPath, maxWaiting: 2 })
  const results = await Promise.allSettled([queue.pdf(DOCUMENT), queue.pdf(DOCUMENT), queue.pdf(DOCUMENT)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  await expect(queue.pdf(DOCUMENT)).resolves.toBeInstanceOf(Buffer)
})
