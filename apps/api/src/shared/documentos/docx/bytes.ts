import { inflate, readZip } from '../../archivos/unzip.ts'
import { packZip, type ZipEntry } from '../../archivos/zip.ts'

const MAX_BYTES = 256 * 1024 * 1024

/**
 * The same document as the library wrote it, without traces of time and machine. The dates of its properties are its own, and its parts are
 * stored without compression, which differs from machine to machine.
 */
export async function stable(archive: Buffer, createdAt: string): Promise<Buffer> {
  const left = { bytes: MAX_BYTES }
  const entries: ZipEntry[] = []
  for (const [ruta, entry] of readZip(archive, MAX_BYTES)) {
    const pieces: Buffer[] = []
    for await (const piece of inflate(archive, entry, left)) pieces.push(piece)
    const contenido = Buffer.concat(pieces)
    entries.push({ ruta, contenido: ruta === 'docProps/core.xml' ? dated(contenido, createdAt) : contenido })
  }
  return packZip(entries, { stored: true })
}

const DATES = /(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g

function dated(core: Buffer, createdAt: string): Buffer {
  return Buffer.from(core.toString('utf8').replaceAll(DATES, `$1${createdAt}`))
}
