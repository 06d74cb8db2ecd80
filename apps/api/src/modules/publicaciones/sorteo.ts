import type { EntityManager } from 'typeorm'
import { RUTA_INDICE } from './indice.queries.ts'

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

/** Day of the draw that is public; null where nothing is drawn, or nothing is public. */
async function readSorteo(tx: EntityManager): Promise<string | null> {
  const [row] = (await tx.query(
    `select convert_from(contenido, 'UTF8')::jsonb ->> 'sorteo' as sorteo from publico.recurso where ruta = $1 and hasta_corte is null`,
    [RUTA_INDICE],
  )) as { sorteo: string | null }[]
  return row?.sorteo ?? null
}
