import type { EntityManager } from 'typeorm'
import type { ClaseSesion } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** Local days of a month, both included, in a proceso. */
export interface Mes {
  procesoId: string
  zona: string
  desde: string
  hasta: string
}

export function readSesiones(
  tx: EntityManager,
  { procesoId, desde, hasta }: Mes,
): Promise<{ dia: string; organo: string; tipo: ClaseSesion; numero: number; anio: number }[]> {
  return readRows(
    tx,
    `select fecha::text as dia, organo, tipo, numero, anio from captura.sesion
     where proceso_id = $1 and estatus = 'celebrada' and fecha between $2 and $3 order by fecha, organo, numero`,
    [procesoId, desde, hasta],
  )
}

/** With the candidaturas that each approved. */
export function readAcuerdos(
  tx: EntityManager,
  { procesoId, desde, hasta }: Mes,
): Promise<{ dia: string; organo: string | null; numero: string; asunto: string | null; candidaturas: number }[]> {
  return readRows(
    tx,
    `select a.fecha::text as dia, a.organo, a.numero, a.asunto,
       (select count(*)::int from captura.candidatura c where c.acuerdo_id = a.id) as candidaturas
     from captura.acuerdo a where a.proceso_id = $1 and a.fecha between $2 and $3 order by a.fecha, a.numero`,
    [procesoId, desde, hasta],
  )
}

/** By day, kind and acuerdo: how many, and of nobody by name. */
export function readCambios(
  tx: EntityManager,
  { procesoId, desde, hasta }: Mes,
): Promise<{ dia: string; tipo: string; acuerdo: string | null; cuantos: number }[]> {
  return readRows(
    tx,
    `select c.efectos_desde::text as dia, c.tipo, a.numero as acuerdo, count(*)::int as cuantos
     from captura.cambio c left join captura.acuerdo a on a.id = c.acuerdo_id
     where c.proceso_id = $1 and c.efectos_desde between $2 and $3 group by 1, 2, 3 order by 1, 2, 3`,
    [procesoId, desde, hasta],
  )
}

export function readVersiones(
  tx: EntityManager,
  { procesoId, desde, hasta }: Mes,
): Promise<{ dia: string; entregable: string; numero: number }[]> {
  return readRows(
    tx,
    `select fecha::text as dia, entregable, numero from captura.entregable_version
     where proceso_id = $1 and retirada_en is null and fecha between $2 and $3 order by fecha, entregable, numero`,
    [procesoId, desde, hasta],
  )
}

export function readOficios(tx: EntityManager, { procesoId, zona, desde, hasta }: Mes): Promise<{ dia: string; numero: string; asunto: string }[]> {
  return readRows(
    tx,
    `select (enviada_en at time zone $2)::date::text as dia, numero, asunto from captura.remision
     where proceso_id = $1 and anulada_en is null and (enviada_en at time zone $2)::date between $3 and $4 order by enviada_en, numero`,
    [procesoId, zona, desde, hasta],
  )
} // prettier-ignore

/** Public cortes of each day. */
export function readCortes(
  tx: EntityManager,
  { zona, desde, hasta }: Mes,
): Promise<{ dia: string; cuantos: number; primero: number; ultimo: number }[]> {
  return readRows(
    tx,
    `select (en at time zone $1)::date::text as dia, count(*)::int as cuantos, min(numero) as primero, max(numero) as ultimo
     from publico.corte where (en at time zone $1)::date between $2 and $3 group by 1 order by 1`,
    [zona, desde, hasta],
  )
}
