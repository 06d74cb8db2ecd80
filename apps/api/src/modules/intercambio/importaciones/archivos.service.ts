import type { EntityManager } from 'typeorm'
import { createDataKey, unwrapDataKey } from '../../captura/index.ts'
import { decrypt, encrypt } from '../../../shared/criptografia/cifrado.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'
import { Archivo } from './archivo.entity.ts'

const PIECE = 1024 * 1024

/** Uploaded files, encrypted piece by piece for as long as an import needs them. */
export class ArchivosService {
  constructor(private readonly secretos: Pick<Secretos, 'llavero'>) {}

  async guardar(tx: EntityManager, importacionId: string, contenido: Buffer): Promise<void> {
    const ring = this.secretos.llavero
    for (let parte = 0; parte * PIECE < contenido.length; parte += 1) {
      const piece = contenido.subarray(parte * PIECE, (parte + 1) * PIECE)
      const { key, kid, envuelta } = createDataKey(ring, placeOf(importacionId, parte))
      const cifrada = encrypt(key, piece, placeOf(importacionId, parte))
      await tx.insert(Archivo, { importacionId, parte, kid, envuelta, cifrada })
    }
  }

  /** The bytes have a buffer of their own, which the caller may transfer. */
  async leer(tx: EntityManager, { id, bytes }: { id: string; bytes: number }): Promise<Uint8Array<ArrayBuffer>> {
    const content = new Uint8Array(new ArrayBuffer(bytes))
    for (let parte = 0; parte * PIECE < bytes; parte += 1) {
      const { cifrada, ...wrapped } = await tx.findOneByOrFail(Archivo, { importacionId: id, parte })
      const key = unwrapDataKey(this.secretos.llavero, placeOf(id, parte), wrapped)
      content.set(decrypt(key, cifrada, placeOf(id, parte)), parte * PIECE)
    }
    return content
  }

  async destruir(tx: EntityManager, importacionId: string): Promise<void> {
    await tx.delete(Archivo, { importacionId })
  }
}

export function placeOf(importacionId: string, parte: number): string {
  return `identidad.archivo|${importacionId}|${parte}`
}
