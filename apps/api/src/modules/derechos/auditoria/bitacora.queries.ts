import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

export interface ActoRow {
  n: number
  contenido: string
  hash: string
}

/** Filters that the database applies; the words of an act are made of the rows that it finds. */
export interface Recorte {
  despues: number | null
  actos: readonly string[] | null
  /** Instants between which the legal hour of the act lies. */
  desde: string | null
  hasta: string | null
  cuenta: string | null
  /** An identifier that the act names anywhere. */
  objeto: string | null
}

/** Newest first. The legal hour is kept as ISO text of one length, so text compares as time does. */
export async function listActos(tx: EntityManager, recorte: Recorte, limite: number): Promise<ActoRow[]> {
  const { despues, actos, desde, hasta, cuenta, objeto } = recorte
  return readRows<ActoRow>(
    tx,
    `select n::int as n, contenido, encode(hash, 'hex') as hash from bitacora.acto
     where ($1::bigint is null or n < $1) and ($2::text[] is null or acto = any($2))
       and ($3::text is null or contenido::jsonb ->> 'en' >= $3) and ($4::text is null or contenido::jsonb ->> 'en' < $4)
       and ($5::text is null or contenido::jsonb ->> 'cuenta' = $5) and ($6::text is null or strpos(contenido, $6) > 0)
     order by n desc limit $7`,
    [despues, actos, desde, hasta, cuenta, objeto, limite],
  )
}
