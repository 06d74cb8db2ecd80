import type { EntityManager } from 'typeorm'
import type { EstatusCaptura } from '@conoceles/domain'
import type { Ambito, CandidaturasFilter } from './candidaturas.filter.ts'
import { pageStatement, planning, totalStatement, type Pagina } from './candidaturas.page.ts'
import { COLUMNS, FROM, type CandidaturaRow } from './candidaturas.row.ts'
import { readRows, readRow } from '../../../database/rows.ts'

export { COLUMNS, FROM, NAME, type CandidaturaRow } from './candidaturas.row.ts'

export interface CandidaturasPage {
  rows: (CandidaturaRow & { posicion: string })[]
  total: number
  /** Position after which the next page begins; null on the last. */
  siguiente: string | null
}

export async function listCandidaturas(
  tx: EntityManager,
  { filter, ambito, pagina, few }: { filter: CandidaturasFilter; ambito: Ambito; pagina: Pagina; few: boolean },
): Promise<CandidaturasPage> {
  const count = totalStatement(filter, ambito)
  const { total } = await readRow<{ total: number }>(tx, count.text, count.values)
  const hint = planning(filter, { few, orden: pagina.orden })
  if (hint !== null) await tx.query(hint)
  // One more than the page holds tells whether there is another.
  const page = pageStatement(filter, ambito, { ...pagina, limite: pagina.limite + 1 })
  const found = await readRows<CandidaturasPage['rows'][number]>(tx, page.text, page.values)
  const rows = found.slice(0, pagina.limite)
  return { rows, total, siguiente: found.length > rows.length ? (rows.at(-1)?.posicion ?? null) : null }
}

/** Those of some ids that the reader may see, in the order of the ballots. */
export async function findElegidas(
  tx: EntityManager,
  { ids, procesoId }: { ids: readonly string[]; procesoId: string },
): Promise<CandidaturaRow[]> {
  return readRows<CandidaturaRow>(
    tx,
    `select ${COLUMNS} ${FROM} where c.id = any($1::uuid[]) and c.proceso_id = $2::uuid order by c.orden`,
    [ids, procesoId],
  )
}

interface CuentaCaptura {
  estatusCaptura: EstatusCaptura
  cuantas: number
  venceEn: string | null
}

/** @param abiertasEl only those whose captura takes something on that day: it has not closed, or the institute opened a section again. */
export async function countByEstatusCaptura(
  tx: EntityManager,
  procesoId: string,
  abiertasEl: string | null = null,
): Promise<CuentaCaptura[]> {
  return readRows<CuentaCaptura>(
    tx,
    `select c.estatus_captura as "estatusCaptura", count(*)::int as cuantas, min(c.captura_vence)::text as "venceEn"
     from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
     where c.proceso_id = $1::uuid and c.estatus = 'aprobada'
       and ($2::date is null or g.cierre_captura >= $2 or exists (select from captura.seccion s where s.candidatura_id = c.id and s.reabierta))
     group by 1`,
    [procesoId, abiertasEl],
  )
}
