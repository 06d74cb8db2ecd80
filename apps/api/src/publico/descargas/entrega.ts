import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { codeOf } from '@conoceles/domain/typed'
import type { Descarga } from './archivo-hecho.ts'

const PIECE_BYTES = 64 * 1024

/**
 * A finished download, as an open file without a name: however the process ends, nothing of it is left on the disk. A client that is
 * reading when the next corte comes reads to the end.
 */
export class Entrega {
  private readers = 0
  private released = false

  constructor(
    readonly descarga: Descarga,
    /** Name under which it is kept: it says of which corte it is. */
    readonly nombre: string,
    private readonly file: FileHandle,
  ) {}

  /**
   * Writes its bytes, compressed with gzip or not. A client that hangs up in the middle is no fault; a file that cannot be read is, and is
   * cut off.
   */
  async send(target: NodeJS.WritableStream & { destroy(): unknown }, { zipped }: { zipped: boolean }): Promise<void> {
    this.readers += 1
    try {
      const unpack = this.descarga.comprimida && !zipped ? [createGunzip()] : []
      await pipeline([Readable.from(this.read(), { objectMode: false }), ...unpack, target])
    } catch (error) {
      target.destroy()
      if (!isHangUp(error)) throw error
    } finally {
      this.readers -= 1
      await this.closeIfDone()
    }
  }

  async release(): Promise<void> {
    this.released = true
    await this.closeIfDone()
  }

  /** Its bytes from the first. The handle is that of every reader: a stream over it would close it when one of them hangs up. */
  private async *read(): AsyncGenerator<Buffer> {
    let at = 0
    while (at < this.descarga.ocupa) {
      const { buffer, bytesRead } = await this.file.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, at)
      if (bytesRead === 0) throw new Error(`${this.nombre} ends before its size.`)
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  private async closeIfDone(): Promise<void> {
    if (this.released && this.readers === 0) await this.file.close()
  }
}

const isHangUp = (error: unknown): boolean => codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE'
