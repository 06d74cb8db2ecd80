import type { EntityManager } from 'typeorm'
import { readSorteo } from './indice.queries.ts'

/** The order of each day is drawn in a corte of that day: what is public says which draw it shows. */
export class SorteoDelDia {
  /** Day of which this process has seen the draw published, so that the index is not read at every turn. */
  private visto: string | null = null

  /** Whether what is public still shows the draw of another day. */
  async toca(tx: EntityManager, hoy: string): Promise<boolean> {
    if (this.visto === hoy) return false
    const publicado = await readSorteo(tx)
    const toca = publicado !== null && publicado !== hoy
    this.visto = toca ? null : hoy
    return toca
  }
}
