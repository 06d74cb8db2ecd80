import type { EntityManager } from 'typeorm'
import type { EstatusCaptura } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** A candidatura in force, as far as its actor político is counted. */
export interface SeguidaRow {
  actor: string
  actorNombre: string
  cargo: string
  estatusCaptura: EstatusCaptura
  vencida: boolean
  /** Estatus by «cuestionario/seccion»; null while nobody saved anything. */
  secciones: Record<string, string> | null
  exenta: boolean
}

/** Candidaturas that were sent, and verified, on one legal day. */
export interface DiaRow {
  dia: string
  enviadas: number
  verificadas: number
}

interface Ambito {
  procesoId: string
  hoy: string
}

/** Every candidatura in force that the reader follows. */
export async function listSeguidas(tx: EntityManager, { procesoId, hoy }: Ambito): Promise<SeguidaRow[]> {
  return readRows<SeguidaRow>(
    tx,
    `with propia as materialized (
       select c.id, a.clave as actor, a.nombre as "actorNombre", g.clave as cargo, c.estatus_captura as "estatusCaptura",
         c.estatus_captura in ('sin_captura', 'en_captura', 'completa') and c.captura_vence < $2::date as vencida
       from captura.candidatura c join captura.actor_politico a on a.id = c.actor_id join captura.cargo g on g.id = c.cargo_id
       where c.proceso_id = $1 and c.estatus = 'aprobada')
     select p.actor, p."actorNombre", p.cargo, p."estatusCaptura", coalesce(p.vencida, false) as vencida, v.secciones, v.exenta
     from propia p join captura.avance_de(array(select id from propia)) v on v.candidatura_id = p.id`,
    [procesoId, hoy],
  )
}

/** The days from the first of these on, also those on which nothing happened. A candidatura counts where it was sent or verified last. */
export async function listDias(
  tx: EntityManager,
  { procesoId, hoy, zona, desde }: Ambito & { zona: string; desde: string },
): Promise<DiaRow[]> {
  return readRows<DiaRow>(
    tx,
    `with propia as (select validada_en, verificada_en from captura.candidatura where proceso_id = $1 and estatus = 'aprobada')
     select d::date::text as dia,
       (select count(*)::int from propia where (validada_en at time zone $3)::date = d::date) as enviadas,
       (select count(*)::int from propia where (verificada_en at time zone $3)::date = d::date) as verificadas
     from generate_series($4::date, $2::date, interval '1 day') d order by d`,
    [procesoId, hoy, zona, desde],
  )
}
