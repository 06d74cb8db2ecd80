import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { archivoDe, type NombreArchivo } from './archivos.ts'

/** A download that lies in a folder under its name. */
export interface Descarga {
  archivo: NombreArchivo
  medio: string
  bytes: number
  sha256: string
  /** Whether it lies there compressed with gzip: texts do. */
  comprimida: boolean
  /** Bytes that it takes as it lies there. */
  ocupa: number
}

/** Takes a text piece by piece; no more of it is in memory than the compressor holds. */
export class TextoEnArchivo {
  private readonly hash = createHash('sha256')
  private readonly gzip = createGzip()
  private readonly written: Promise<void>
  private readonly target
  private bytes = 0

  constructor(
    folder: string,
    private readonly archivo: NombreArchivo,
  ) {
    this.target = createWriteStream(join(folder, archivo), { flags: 'wx', mode: 0o600 })
    this.written = pipeline(this.gzip, this.target)
    // Heard of at the end; until then it must not end the process.
    this.written.catch(() => undefined)
  }

  async write(piece: Buffer | string): Promise<void> {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    this.hash.update(bytes)
    this.bytes += bytes.length
    if (!this.gzip.write(bytes)) await Promise.race([once(this.gzip, 'drain'), this.written])
  }

  async end(): Promise<Descarga> {
    this.gzip.end()
    await this.written
    const { archivo, bytes } = this
    return { ...about(archivo), bytes, sha256: this.hash.digest('hex'), comprimida: true, ocupa: this.target.bytesWritten }
  }
}

/** Bytes that nobody compresses once more. */
export async function writeBinario(folder: string, { archivo, source }: { archivo: NombreArchivo; source: Readable }): Promise<Descarga> {
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(source, counting, createWriteStream(join(folder, archivo), { flags: 'wx', mode: 0o600 }))
  return { ...about(archivo), bytes, sha256: hash.digest('hex'), comprimida: false, ocupa: bytes }
}

/** Content of a file as its downloader reads it. */
export function openHecho(folder: string, { archivo, comprimida }: Descarga): Readable {
  const file = createReadStream(join(folder, archivo))
  return comprimida ? file.pipe(createGunzip()) : file
}

function about(archivo: NombreArchivo): Pick<Descarga, 'archivo' | 'medio'> {
  return { archivo, medio: archivoDe(archivo).medio }
}
