import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'
import { PUBLICADOS } from './actos.queries.ts'

export interface SustitucionRow {
  id: string
  saleId: string
  entraId: string | null
  sale: string
  entra: string | null
  acuerdoId: string
  numero: string
  /** Day of the acuerdo. */
  fecha: string
  registradoEn: Date
  capturadaEn: Date | null
  validadaEn: Date | null
  /** The first corte that showed who enters. */
  publicadaEn: Date | null
  corte: number | null
}

const NAME = (p: string) => `concat_ws(' ', ${p}.nombre, ${p}.primer_apellido, ${p}.segundo_apellido)`

/** Each sustitución with its dates, by the day of its acuerdo. */
export async function listSustituciones(tx: EntityManager): Promise<SustitucionRow[]> {
  return readRows<SustitucionRow>(
    tx,
    `with ${PUBLICADOS} select m.id, m.candidatura_id as "saleId", m.entra_id as "entraId",
       concat_ws(', ', ${NAME('ps')}, g.singular, d.nombre, a.clave) as sale, ${NAME('pe')} as entra,
       ac.id as "acuerdoId", ac.numero, ac.fecha::text as fecha, m.registrado_en as "registradoEn", e.capturada_en as "capturadaEn",
       e.validada_en as "validadaEn",
       k.en as "publicadaEn", k.numero as corte
     from captura.cambio m join captura.acuerdo ac on ac.id = m.acuerdo_id
     join captura.candidatura s on s.id = m.candidatura_id join captura.persona ps on ps.id = s.persona_id
     join captura.cargo g on g.id = s.cargo_id join captura.demarcacion d on d.id = s.demarcacion_id
     join captura.actor_politico a on a.id = s.actor_id
     left join captura.candidatura e on e.id = m.entra_id left join captura.persona pe on pe.id = e.persona_id
     left join lateral (select c.numero, c.en from publico.recurso r join publicado c on c.numero = r.desde_corte
       where r.ruta = 'candidaturas/' || m.entra_id order by c.numero limit 1) k on true
     where m.tipo = 'sustitucion' order by ac.fecha, m.registrado_en, m.id`,
  )
}

export interface FechaCorregida {
  acuerdoId: string
  n: number
  rol: string | null
  en: string
  /** The day that it said before, and the one since. */
  fecha: string
  ocurridoEn: Date
  ahora: string
}

/** Each correction of the day of these acuerdos, oldest first. */
export async function listFechasCorregidas(
  tx: EntityManager,
  { acuerdos, zona }: { acuerdos: readonly string[]; zona: string },
): Promise<FechaCorregida[]> {
  return readRows<FechaCorregida>(
    tx,
    `select objeto_id as "acuerdoId", n::int as n, c ->> 'rol' as rol, c ->> 'en' as en, c #>> '{detalle,de,fecha}' as fecha,
       coalesce((c #>> '{detalle,de,aprobadoEn}')::timestamptz, (c #>> '{detalle,de,fecha}')::timestamp at time zone $2) as "ocurridoEn",
       c #>> '{detalle,a,fecha}' as ahora
     from (select n, objeto_id, contenido::jsonb as c from bitacora.acto where acto = 'acuerdo.corregido' and objeto_id = any($1)) each
     where c #>> '{detalle,de,fecha}' <> c #>> '{detalle,a,fecha}' order by n`,
    [acuerdos, zona],
  )
}
