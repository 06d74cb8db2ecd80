import type { Asked } from '../../database/reader.ts'
import { readRows } from '../../database/rows.ts'
import type { OrdenPresentacion } from '@conoceles/domain'

/** How the lists of a day are drawn, as the index says it. */
export interface OrdenDelDia {
  proceso: string
  orden: OrdenPresentacion
  sorteo: string | null
}

/** The newest corte, and in which order its lists are shown. */
export interface UltimoCorte extends OrdenDelDia {
  numero: number
  /** Null before the first. */
  en: Date | null
  /** Whether the signed header tells search engines not to offer the candidaturas. */
  desindexada: boolean
}

const BEFORE_THE_FIRST: UltimoCorte = { numero: 0, en: null, desindexada: false, proceso: '', orden: 'boleta', sorteo: null }

export async function readUltimoCorte(lector: Asked): Promise<UltimoCorte> {
  const sql = `select numero, en, cabecera::jsonb #>> '{conclusion,desindexacion,realizada}' is not null as desindexada,
      cabecera::jsonb ->> 'proceso' as proceso, orden, sorteo::text
    from publico.corte order by numero desc limit 1`
  return (await readRows<UltimoCorte>(lector, sql, []))[0] ?? BEFORE_THE_FIRST
}
