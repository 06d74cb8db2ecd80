import { In, type EntityManager } from 'typeorm'
import type { EstatusRemision } from '@conoceles/domain'
import { Remision } from './remision.entity.ts'
import { readRows } from '../../../database/rows.ts'

/** Newest first: the date takes always seven digits. */
const POSITION = `to_char(date '9999-12-31' - r.fecha, 'FM0000000') || r.id::text`
const ESTATUS = `case when r.anulada_en is not null then 'anulada' when r.acuse_en is not null then 'acusada'
  when r.enviada_en is not null then 'enviada' else 'preparada' end`
const FOUND = `where r.proceso_id = $1 and ($2::text is null or ${ESTATUS} = $2) and ($3::text is null or $3 = any(r.entregables))
  and ($4::text is null or strpos(lower(r.numero), lower($4)) > 0 or strpos(lower(r.asunto), lower($4)) > 0)`

export interface RemisionesFilter {
  procesoId: string
  estatus: EstatusRemision | null
  entregable: string | null
  q: string | null
}

export interface RemisionesPage {
  rows: Remision[]
  total: number
  siguiente: string | null
}

export async function listRemisiones(
  tx: EntityManager,
  { procesoId, estatus, entregable, q }: RemisionesFilter,
  page: { despues: string | null; limite: number },
): Promise<RemisionesPage> {
  const filter = [procesoId, estatus, entregable, q]
  const found = await readRows<{ id: string; posicion: string }>(
    tx,
    `select r.id, ${POSITION} collate "C" as posicion from captura.remision r ${FOUND}
       and ($5::text is null or ${POSITION} collate "C" > $5) order by 2 limit $6`,
    [...filter, page.despues, page.limite],
  )
  const [count] = await readRows<{ total: number }>(tx, `select count(*)::int as total from captura.remision r ${FOUND}`, filter)
  const rows = new Map((await tx.findBy(Remision, { id: In(found.map(({ id }) => id)) })).map((row) => [row.id, row]))
  return {
    rows: found.flatMap(({ id }) => rows.get(id) ?? []),
    total: count?.total ?? 0,
    siguiente: found.length === page.limite ? (found.at(-1)?.posicion ?? null) : null,
  }
}
