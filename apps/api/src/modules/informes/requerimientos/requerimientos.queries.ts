import type { EntityManager } from 'typeorm'
import type { Calidad, ObjetoRequerido, Sexo } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'
import type { Requerimiento } from './requerimiento.entity.ts'

/** An open observación, or a consent form that stands refused, and whose it is; neither its text nor the section of an identity one. */
export interface AbiertaRow {
  id: string
  candidaturaId: string
  actorPoliticoId: string
  nombre: string
  cargoNombre: string
  lugar: string
  folio: number
  calidad: Calidad
  sexo: Sexo
  objeto: ObjetoRequerido
  /** Null for a consent form. */
  cuestionario: 'curricular' | 'identidad' | null
  /** Title of the section; null for one of identity. */
  titulo: string | null
  /** Null for a form that was refused before the list had grounds for it. */
  supuesto: string | null
  ronda: number
  creadaEn: Date
  /** Number of the last requerimiento that contains it. */
  requerida: number | null
}

/** In the order of the ballots, and of the sections in the cuestionario. */
export function readAbiertas(tx: EntityManager, actorId: string | null): Promise<AbiertaRow[]> {
  return readRows<AbiertaRow>(
    tx,
    `select o.id, o.candidatura_id as "candidaturaId", o.actor_politico_id as "actorPoliticoId",
       concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.nombre as "cargoNombre", d.nombre as lugar,
       c.folio_formula as folio, c.calidad, p.sexo, o.objeto, o.cuestionario, o.titulo, o.supuesto, o.ronda, o.creada_en as "creadaEn",
       (select max(r.numero) from (select requerimiento_id from captura.requerimiento_observacion where observacion_id = o.id
         union all select requerimiento_id from captura.requerimiento_consentimiento where consentimiento_id = o.id) e
         join captura.requerimiento r on r.id = e.requerimiento_id) as requerida
     from (select id, candidatura_id, actor_politico_id, objeto, cuestionario, titulo, orden, supuesto, ronda, creada_en
       from captura.observaciones_abiertas()
       union all select id, candidatura_id, actor_politico_id, 'consentimiento', null, null, null, supuesto, 1, revisada_en
       from captura.formatos_rechazados()) o
     join captura.candidatura c on c.id = o.candidatura_id join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id join captura.demarcacion d on d.id = c.demarcacion_id
     where $1::uuid is null or o.actor_politico_id = $1
     order by c.orden, c.id, o.cuestionario nulls last, o.objeto = 'fotografia', o.orden, o.creada_en, o.id`,
    [actorId],
  )
}

export type RequerimientoRow = Omit<Requerimiento, 'pdf' | 'docx' | 'plantilla' | 'procesoId' | 'emitidoPor' | 'acusadoPor'> & {
  abiertas: number | null
}

/** From the newest; `abiertas` only where the reader may look at the observaciones. */
export function readRequerimientos(tx: EntityManager, { id, cuenta }: { id: string | null; cuenta: boolean }): Promise<RequerimientoRow[]> {
  const abierta = cuenta
    ? 'with abierta as materialized (select id from captura.observaciones_abiertas() union all select id from captura.formatos_rechazados())'
    : ''
  const abiertas = `(select count(*)::int from (select observacion_id as id from captura.requerimiento_observacion where requerimiento_id = r.id
       union all select consentimiento_id from captura.requerimiento_consentimiento where requerimiento_id = r.id) e join abierta o on o.id = e.id)`
  return readRows<RequerimientoRow>(
    tx,
    `${abierta}
     select r.id, r.actor_politico_id as "actorPoliticoId", r.numero, r.oficio, r.observaciones, r.vence::text as vence, r.sha256, r.folio,
       r.emitido_en as "emitidoEn", r.medio, r.notificado_el::text as "notificadoEl", r.recibe, r.notificado_en as "notificadoEn",
       r.notificado_folio as "notificadoFolio", r.acusado_en as "acusadoEn", r.acusado_folio as "acusadoFolio",
       ${cuenta ? abiertas : 'null::int'} as abiertas
     from captura.requerimiento r where $1::uuid is null or r.id = $1 order by r.numero desc`,
    [id],
  )
}

/** Those who issue at once wait for one another: each takes the next number. */
export async function takeNumero(tx: EntityManager, procesoId: string): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('requerimiento', 0))`)
  return nextNumero(tx, procesoId)
}

export async function nextNumero(tx: EntityManager, procesoId: string): Promise<number> {
  const [row] = await readRows<{ numero: number }>(
    tx,
    'select coalesce(max(numero), 0)::int + 1 as numero from captura.requerimiento where proceso_id = $1',
    [procesoId],
  )
  return row?.numero ?? 1
}

/** Observaciones of a requerimiento; their term lasts at least until this day. */
export async function extendTerm(tx: EntityManager, id: string, hasta: string): Promise<void> {
  await tx.query(
    `select captura.correr_plazo((select array_agg(observacion_id) from captura.requerimiento_observacion where requerimiento_id = $1), $2)`,
    [id, hasta],
  )
}

interface PorAtender {
  porNotificar: number
  porAcusar: number
  vencePrimero: string | null
}

/** Those that the reader sees and that wait for an act. */
export async function countPorAtender(tx: EntityManager): Promise<PorAtender> {
  const [row] = await readRows<PorAtender>(
    tx,
    `select count(*) filter (where medio is null)::int as "porNotificar",
       count(*) filter (where medio is not null and acusado_en is null)::int as "porAcusar",
       min(vence) filter (where medio is not null and acusado_en is null)::text as "vencePrimero"
     from captura.requerimiento`,
  )
  return row ?? { porNotificar: 0, porAcusar: 0, vencePrimero: null }
}
