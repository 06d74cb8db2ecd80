import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'

/** Bytes of a video that are in memory at a time. */
const SLICE = 512 * 1024

export interface Video {
  sha256: string
  medio: string
  bytes: number
}

/** First and last byte, both included. */
export interface Rango {
  desde: number
  hasta: number
}

/** The public video at a path; null where there is none. */
export async function findVideo(lector: Asked, ruta: string): Promise<Video | null> {
  const sql = 'select sha256, medio, bytes from publico.recurso where ruta = $1 and hasta_corte is null'
  const rows = await readRows<Video>(lector, sql, [ruta])
  return rows[0] ?? null
}

/** The bytes of a range, in slices that are read as they are taken. */
export async function* slices(lector: Asked, ruta: string, { desde, hasta }: Rango): AsyncGenerator<Buffer> {
  const sql = 'select substring(contenido from $2 for $3) as parte from publico.recurso where ruta = $1 and hasta_corte is null'
  for (let at = desde; at <= hasta; at += SLICE) {
    // SQL counts bytes from one.
    const [row] = await readRows<{ parte: Buffer }>(lector, sql, [ruta, at + 1, Math.min(SLICE, hasta - at + 1)])
    if (!row) throw new Error(`${ruta} was withdrawn while it was read`)
    yield row.parte
  }
}
