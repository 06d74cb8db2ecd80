import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/** Counts candidaturas within the account's sight whose consent authorises a purpose that the aviso in force words differently. */
const POR_RENOVAR = `select count(distinct rige.candidatura_id)::int as cuantas
from (select distinct on (candidatura_id) * from captura.consentimiento where revision <> 'rechazada'
  order by candidatura_id, otorgado_en desc, id desc) rige
join captura.candidatura c on c.id = rige.candidatura_id and c.estatus = 'aprobada'
join unnest($1::uuid[], $2::text[]) asked (aviso, decision) on asked.aviso = rige.aviso_id
where (to_jsonb(rige) ->> asked.decision)::boolean`

export async function countPorRenovar(tx: EntityManager, asked: readonly { aviso: string; decision: string }[]): Promise<number> {
  const [row] = await readRows<{ cuantas: number }>(tx, POR_RENOVAR, [asked.map(({ aviso }) => aviso), asked.map(({ decision }) => decision)]) // prettier-ignore
  return row?.cuantas ?? 0
}
