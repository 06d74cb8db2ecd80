import type { EntityManager } from 'typeorm'
import type { ClaseVisita } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

export interface Visitas {
  veces: Partial<Record<ClaseVisita, number>>
  /** First hour of them. */
  desde: string
}

/** Visits by kind of page from the first public corte to an instant; null when none was counted. */
export async function readVisitas(tx: EntityManager, hasta: string): Promise<Visitas | null> {
  const rows = await readRows<{ clase: ClaseVisita; veces: number; desde: Date }>(
    tx,
    `select clase, sum(veces)::float8 as veces, min(hora) as desde from publico.visita
     where hora <= $1 and hora >= (select date_trunc('hour', min(en)) from publico.corte) group by clase`,
    [hasta],
  )
  if (rows.length === 0) return null
  return {
    veces: Object.fromEntries(rows.map(({ clase, veces }) => [clase, veces])),
    desde: new Date(Math.min(...rows.map(({ desde }) => desde.getTime()))).toISOString(),
  }
}
