import type { EntityManager } from 'typeorm'
import { readRows } from '../../../../database/rows.ts'

/** Facts of a candidatura of which somebody is told by mail. `terminada` goes to her actor político, the others to her; `avisada` is the same fact. */
export const NOVEDADES = ['observada', 'validada', 'verificada', 'publicada', 'plazo', 'avisada', 'terminada'] as const
export type TipoNovedad = (typeof NOVEDADES)[number]

export interface NovedadRow {
  /** Key of its message: the same fact is told once. */
  clave: string
  tipo: TipoNovedad
  candidaturaId: string
  actorId: string
  nombre: string
  cargo: string
  lugar: string
  actor: string
  /** Section of a curricular observación; her page alone names one of identity. */
  seccion: string | null
  /** Title of that section and text of the observación; null for one of identity. */
  titulo: string | null
  texto: string | null
  /** Day of the fact, in the place of the proceso. */
  dia: string
  /** Folio of her notice that she ended. */
  folio: string | null
  /** Last day, ISO 8601: of the observación, or of the term of captura. */
  vence: string | null
  /** Day on which the publication of her election begins. */
  publicaDesde: string
}

interface Asked {
  ahora: Date
  hoy: string
  /** Oldest instant whose fact is still worth a message. */
  desde: Date
  /** Only the one of this key; null: all. */
  una: string | null
  zona: string
}

const DIAS = [7, 3, 1]

/**
 * Facts that hold now, and whose message nobody wrote yet; with `una`, that one, whether or not it was written. Each looks up its own candidatura:
 * joined as one, all facts were read again for each candidatura of the state.
 */
export function listNovedades(tx: EntityManager, { ahora, hoy, desde, una, zona }: Asked): Promise<NovedadRow[]> {
  return readRows<NovedadRow>(
    tx,
    `with hecho as materialized (
       select 'novedad|observada|' || o.id as clave, 'observada' as tipo, o.candidatura_id as id, o.creada_en as en, o.seccion, o.titulo, o.texto, o.vence
         from captura.observadas_entre($1, $2) o
       union all select 'novedad|validada|' || c.id || '|' || extract(epoch from c.validada_en), 'validada', c.id, c.validada_en, null, null, null, null
         from captura.candidatura c where c.estatus_captura = 'validada' and c.validada_en > $1 and c.validada_en <= $2
       union all select 'novedad|verificada|' || c.id || '|' || extract(epoch from c.verificada_en), 'verificada', c.id, c.verificada_en, null, null, null, null
         from captura.candidatura c where c.estatus_captura = 'verificada' and c.verificada_en > $1 and c.verificada_en <= $2
       union all select 'novedad|publicada|' || c.id, 'publicada', c.id, $2, null, null, null, null
         from captura.candidatura c join captura.cargo g on g.id = c.cargo_id and g.inicio_publicacion = $3::date
         where c.estatus_captura = 'verificada' and (c.verificada_en at time zone $6)::date < g.inicio_publicacion
       union all select 'novedad|' || dicho || '|' || c.id || '|' || extract(epoch from c.terminada_en), dicho, c.id, c.terminada_en, null, null, null, c.captura_vence
         from captura.candidatura c cross join unnest(array['avisada', 'terminada']) dicho where c.estatus_captura = 'completa' and c.terminada_en > $1 and c.terminada_en <= $2
       union all select 'novedad|plazo|' || c.id || '|' || c.captura_vence || '|' || (c.captura_vence - $3::date), 'plazo', c.id, $2, null, null, null, c.captura_vence
         from captura.candidatura c where c.estatus_captura in ('sin_captura', 'en_captura') and c.captura_vence - $3::date = any($4))
     , nuevo as materialized (select h.* from hecho h where case when $5::text is null then not exists (
       select 1 from captura.recordatorio r where r.candidatura_id = h.id and r.tipo = 'novedad' and starts_with(r.clave, h.clave || '|'))
       else h.clave = $5 end)
     select h.clave, h.tipo, h.id as "candidaturaId", q.*, h.seccion, h.titulo, h.texto, h.vence::text as vence,
       (h.en at time zone $6)::date::text as dia
     from nuevo h cross join lateral (
       select c.actor_id as "actorId", concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre,
         g.singular || case c.calidad when 'suplente' then ' (suplente)' else '' end as cargo, c.terminada_folio as folio, g.inicio_publicacion::text as "publicaDesde", d.nombre as lugar, a.nombre as actor
       from captura.candidatura c
       join captura.persona p on p.id = c.persona_id
       join captura.cargo g on g.id = c.cargo_id
       join captura.demarcacion d on d.id = c.demarcacion_id
       join captura.actor_politico a on a.id = c.actor_id
       where c.id = h.id and c.estatus = 'aprobada' limit 1) q`,
    [desde, ahora, hoy, DIAS, una, zona],
  )
}
