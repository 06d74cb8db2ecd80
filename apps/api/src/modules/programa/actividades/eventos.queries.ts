import { In, type EntityManager } from 'typeorm'
import { Evento } from './evento.entity.ts'
import type { EstatusEvento } from './eventos.dto.ts'
import { readRows } from '../../../database/rows.ts'

/** Newest first: the date takes always seven digits. */
const POSITION = `to_char(date '9999-12-31' - e.fecha, 'FM0000000') || e.id::text`
const FOUND = `where e.proceso_id = $1 and ($2::text is null or (e.anulado_en is not null) = ($2 = 'anulado'))
  and ($3::text is null or strpos(lower(e.titulo), lower($3)) > 0 or strpos(lower(e.causa ->> 'texto'), lower($3)) > 0)`

export interface EventosFilter {
  procesoId: string
  estatus: EstatusEvento | null
  q: string | null
}

export interface EventosPage {
  rows: Evento[]
  total: number
  siguiente: string | null
}

export async function listEventos(
  tx: EntityManager,
  { procesoId, estatus, q }: EventosFilter,
  page: { despues: string | null; limite: number },
): Promise<EventosPage> {
  const filter = [procesoId, estatus, q]
  const found = await readRows<{ id: string; posicion: string }>(
    tx,
    `select e.id, ${POSITION} collate "C" as posicion from captura.evento e ${FOUND}
       and ($4::text is null or ${POSITION} collate "C" > $4) order by 2 limit $5`,
    [...filter, page.despues, page.limite],
  )
  const [count] = await readRows<{ total: number }>(tx, `select count(*)::int as total from captura.evento e ${FOUND}`, filter)
  const rows = new Map((await tx.findBy(Evento, { id: In(found.map(({ id }) => id)) })).map((row) => [row.id, row]))
  return {
    rows: found.flatMap(({ id }) => rows.get(id) ?? []),
    total: count?.total ?? 0,
    siguiente: found.length === page.limite ? (found.at(-1)?.posicion ?? null) : null,
  }
}
