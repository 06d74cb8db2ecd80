import type { EntityManager } from 'typeorm'
import type { EstatusCandidatura, EstatusCaptura } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

/** A persona as the reminder of her captura names her. */
export interface PersonaRow {
  id: string
  nombre: string
  cargoNombre: string
  lugar: string
  actorNombre: string
  /** Actor político that captures for her. */
  responsableId: string
  responsable: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
  capturaVence: string | null
  cierreCaptura: string
  /** Day of the last request to remind her, among messages that left or are to leave. */
  recordada: string | null
}

/** Last day on which each of the candidaturas $1 was reminded, by her own mail or by that of those who capture for her. */
export const RECORDADAS = `select candidatura_id, max(dia)::text as recordada from (
    select candidatura_id, dia from captura.recordatorio
    where candidatura_id = any($1) and tipo = 'captura' and estatus in ('pendiente', 'enviado')
    union all
    select u.id, r.dia from captura.recordatorio r cross join unnest(r.candidaturas) u(id)
    where r.candidaturas && $1::uuid[] and u.id = any($1) and r.estatus in ('pendiente', 'enviado')) each_one group by 1`

/** In the order of the ballots; those that the reader may not see are not there. */
export async function readPersonas(tx: EntityManager, ids: readonly string[]): Promise<PersonaRow[]> {
  return readRows<PersonaRow>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre,
       g.nombre || case c.calidad when 'suplente' then ' (suplente)' else '' end as "cargoNombre", d.nombre as lugar,
       a.nombre as "actorNombre", c.responsable_id as "responsableId", x.nombre as responsable, c.estatus, c.estatus_captura as "estatusCaptura", c.secciones_completas as "seccionesCompletas",
       c.captura_vence::text as "capturaVence", g.cierre_captura::text as "cierreCaptura", r.recordada
     from captura.candidatura c
     join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     join captura.actor_politico a on a.id = c.actor_id
     join captura.actor_politico x on x.id = c.responsable_id
     left join (${RECORDADAS}) r on r.candidatura_id = c.id
     where c.id = any($1) order by c.orden`,
    [ids],
  )
}

/** Two who ask at once: the second one sees the rows of the first. */
export async function takeTurnOfCaptura(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('recordatorio.captura', 0))`)
}
