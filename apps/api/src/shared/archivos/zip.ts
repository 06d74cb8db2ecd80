import { createWriteStream } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  ruta: string
  contenido: Buffer
}

/** The same entries are the same bytes, whenever and wherever they are written. */
export const ZIP_OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }

/** Writes one entry after the other: no more than one is in memory at a time. */
export async function writeZip(file: string, entries: AsyncIterable<ZipEntry>): Promise<void> {
  const zip = new ZipFile()
  await addAll(zip, entries, pipeline(zip.outputStream, createWriteStream(file, { flags: 'wx', mode: 0o600 })))
}

/** The same on its way to the client. A failure destroys the stream: nobody takes half of a file for the whole. */
export function streamZip(entries: AsyncIterable<ZipEntry>): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  addAll(zip, entries, pipeline(zip.outputStream, output)).catch((error: Error) => output.destroy(error))
  return output
}

async function addAll(zip: ZipFile, entries: AsyncIterable<ZipEntry>, taken: Promise<void>): Promise<void> {
  const written = Promise.race([taken, new Promise<never>((_, reject) => zip.once('error', reject))])
  // Heard of below; until then it must not end the process.
  written.catch(() => undefined)
  for await (const { ruta, contenido } of entries) {
    const source = Readable.from([contenido])
    zip.addReadStream(source, ruta, ZIP_OPTIONS)
    await Promise.race([finished(source), written])
  }
  zip.end()
  await written
}

/** The same of little, in memory. `stored`: without compression, which two machines may do in two ways. */
export function packZip(entries: readonly ZipEntry[], { stored = false }: { stored?: boolean } = {}): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { ruta, contenido } of entries) zip.addBuffer(contenido, ruta, { ...ZIP_OPTIONS, compress: !stored })
  zip.end()
  return buffer(zip.outputStream as Readable)
}
