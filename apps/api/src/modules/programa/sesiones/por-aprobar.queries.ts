import type { EntityManager } from 'typeorm'
import { longDate, sesionEnPalabras, type ClaseSesion } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'
import type { Sesion } from './sesion.entity.ts'

/** Sesión whose acta or minuta awaits approval: "Primera Sesión Ordinaria, celebrada el 3 de abril de 2024". */
export interface PorAprobar {
  id: string
  nombre: string
}

/** Sesiones of the organ before this one that were told and whose paper no other one approved; the newest first. */
export async function listPorAprobar(tx: EntityManager, { id, organo, fecha, hora }: Sesion): Promise<PorAprobar[]> {
  const rows = await readRows<{ id: string; tipo: ClaseSesion; numero: number; fecha: string }>(
    tx,
    `select s.id, s.tipo, s.numero, s.fecha::text as fecha from captura.sesion s
     where s.organo = $2 and s.id <> $1 and s.estatus = 'celebrada' and s.tipo <> 'reunion_trabajo'
       and (s.fecha, coalesce(s.hora, '')) < ($3::date, coalesce($4::text, '24:00'))
       and (s.acta_id is not null or exists (select 1 from captura.celebracion c where c.sesion_id = s.id))
       and not exists (select 1 from captura.sesion o where o.id <> $1
         and o.relato -> 'anterior' -> 'sesiones' @> to_jsonb(s.id::text)
         and o.relato -> 'anterior' ->> 'decision' in ('aprobado', 'con_cambios'))
     order by s.fecha desc, s.hora desc nulls last, s.id`,
    [id, organo, fecha, hora],
  )
  return rows.map((row) => ({ id: row.id, nombre: `${sesionEnPalabras(row)}, celebrada el ${longDate(row.fecha)}` }))
}
