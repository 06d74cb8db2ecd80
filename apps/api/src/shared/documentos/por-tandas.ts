import type { Piece } from '../pieces.ts'
import type { Documentos, OrdenPapel } from './documentos.ts'

/** A paper that the system writes, before it is made. */
export interface PorImprimir {
  piece: Omit<Piece, 'read'>
  orden: OrdenPapel
}

/** Papers that one process makes together: to begin one takes longer than a page, and a client waits for all of a batch. */
const JUNTOS = 20

/** Each batch is made when the first of its papers is read. */
export function porTandas({ varios }: Pick<Documentos, 'varios'>, papeles: readonly PorImprimir[]): Piece[] {
  const tandas = new Map<number, Promise<Buffer[]>>()
  return papeles.map(({ piece }, at) => ({
    ...piece,
    read: async () => {
      const first = at - (at % JUNTOS)
      const made = tandas.get(first) ?? varios(papeles.slice(first, first + JUNTOS).map(({ orden }) => orden))
      tandas.set(first, made)
      return (await made)[at - first] ?? Buffer.alloc(0)
    },
  }))
}
