import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Descarga } from './archivo-hecho.ts'

/**
 * A download that was made, as an open file without a name: whatever ends the process, nothing of it is left on the disk. Whoever is
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

  /** Writes its bytes, compressed with gzip or not. Who hangs up in the middle is nobody's fault. */
  async send(target: NodeJS.WritableStream & { destroy(): unknown }, { zipped }: { zipped: boolean }): Promise<void> {
    this.readers += 1
    try {
      const unpack = this.descarga.comprimida && !zipped ? [createGunzip()] : []
      await pipeline([this.open(), ...unpack, target])
    } catch {
      target.destroy()
    } finally {
      this.readers -= 1
      await this.closeIfDone()
    }
  }

  async release(): Promise<void> {
    this.released = true
    await this.closeIfDone()
  }

  private open(): Readable {
    return this.file.createReadStream({ start: 0, end: Math.max(0, this.descarga.ocupa - 1), autoClose: false })
  }

  private async closeIfDone(): Promise<void> {
    if (this.released && this.readers === 0) await this.file.close()
  }
}
