import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createGzip } from 'node:zlib'

/** A file to be handed out. Of a text only the compressed form is kept. */
export interface Descarga {
  archivo: string
  medio: string
  bytes: number
  sha256: string
  contenido: { gzip: Buffer } | { plano: Buffer }
}

/** Takes a text piece by piece and keeps it compressed; what was given is not held. */
export class TextoComprimido {
  private readonly hash = createHash('sha256')
  private readonly gzip = createGzip()
  private readonly chunks: Buffer[] = []
  private bytes = 0

  constructor(private readonly about: Pick<Descarga, 'archivo' | 'medio'>) {
    this.gzip.on('data', (chunk: Buffer) => this.chunks.push(chunk))
  }

  /** Lets the event loop turn whenever the compressor is behind. */
  async write(piece: Buffer | string): Promise<void> {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    this.hash.update(bytes)
    this.bytes += bytes.length
    if (!this.gzip.write(bytes)) await once(this.gzip, 'drain')
  }

  async end(): Promise<Descarga> {
    this.gzip.end()
    await once(this.gzip, 'end')
    return { ...this.about, bytes: this.bytes, sha256: this.hash.digest('hex'), contenido: { gzip: Buffer.concat(this.chunks) } }
  }
}
