import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

/** Pending work about sections, and the first day on which some falls due. Row-level security selects the candidaturas. */
export interface Deudas {
  porResponder: number
  vencePrimera: string | null
  porCorregir: number
  porResolver: number
  vencidas: number
  vencioPrimera: string | null
}

export async function countDeudas(tx: EntityManager, hoy: string): Promise<Deudas> {
  const [row] = await readRows<Deudas>(
    tx,
    `with abierta as (
       select o.vence, exists (select 1 from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id
         where s.candidatura_id = o.candidatura_id and q.tipo = o.cuestionario and s.clave = o.seccion and s.estatus = 'observada') as espera
       from captura.observacion o join captura.candidatura c on c.id = o.candidatura_id and c.estatus = 'aprobada' where o.cerrada_en is null),
     solicitud as (
       select s.* from captura.solicitud_correccion s join captura.candidatura c on c.id = s.candidatura_id and c.estatus = 'aprobada')
     select (count(*) filter (where espera))::int as "porResponder", (min(vence) filter (where espera))::text as "vencePrimera",
       (select count(*)::int from solicitud where aceptada and atendida_en is null) as "porCorregir",
       (select count(*)::int from solicitud where resuelta_en is null) as "porResolver",
       (count(*) filter (where vence < $1::date))::int as vencidas, (min(vence) filter (where vence < $1::date))::text as "vencioPrimera"
     from abierta`,
    [hoy],
  )
  if (!row) throw new Error('a count without a row')
  return row
}
