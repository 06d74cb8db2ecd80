import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusSeccion, Sexo } from '@conoceles/domain'
import { readRows } from '../../../database/rows.ts'

/** A candidatura whose term has ended, with the facts of its term and how its sections stand now. */
export interface VencidaRow {
  id: string
  clave: string
  nombre: string
  cargo: string
  cargoNombre: string
  lugar: string
  folio: number
  calidad: Calidad
  sexo: Sexo
  actorClave: string
  actorNombre: string
  /** Last day of the term, as it was written down when it began to run. */
  vence: string
  cuentaEntregada: string | null
  dias: number
  tipoDias: 'naturales' | 'habiles'
  desde: 'entrega' | 'acuerdo'
  acuerdo: { numero: string; fecha: string }
  /** Null: it was brought with the account delivered, without an act of delivery. */
  entrega: { entregadaEn: string; recibe: string; folio: string } | null
  validadaEn: Date | null
  /** By «cuestionario/seccion» with the id of the cuestionario. */
  actuales: Record<string, { estatus: EstatusSeccion; version: number; guardadaEn: string | null }> | null
  decisiones: { en: string; tratamiento: boolean }[] | null
}

/** Those in force whose term ended before a legal day, of the actor político whose accounts capture. */
export async function readVencidas(
  tx: EntityManager,
  { procesoId, hoy, actorId }: { procesoId: string; hoy: string; actorId: string | null },
): Promise<VencidaRow[]> {
  return readRows<VencidaRow>(
    tx,
    `with vencida as materialized (
       select c.* from captura.candidatura c where c.proceso_id = $1 and c.estatus = 'aprobada' and c.captura_vence < $2::date
         and ($3::uuid is null or c.responsable_id = $3))
     select c.id, c.clave, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.clave as cargo, g.nombre as "cargoNombre", d.nombre as lugar,
       c.folio_formula as folio, c.calidad, p.sexo, r.clave as "actorClave", r.nombre as "actorNombre", c.captura_vence::text as vence,
       c.cuenta_entregada::text as "cuentaEntregada", g.dias_captura as dias, g.plazo_dias_tipo as "tipoDias", g.plazo_desde as desde,
       json_build_object('numero', u.numero, 'fecha', u.fecha) as acuerdo,
       case when e.id is null then null else json_build_object('entregadaEn', e.entregada_en, 'recibe', e.recibe, 'folio', e.folio) end as entrega,
       c.validada_en as "validadaEn", a.actuales, a.decisiones
     from vencida c
     join captura.avance_de((select coalesce(array_agg(id), '{}') from vencida)) a on a.candidatura_id = c.id
     join captura.persona p on p.id = c.persona_id join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id join captura.actor_politico r on r.id = c.responsable_id
     join captura.acuerdo u on u.id = c.acuerdo_id left join captura.entrega e on e.id = c.entrega_id
     order by r.orden, c.orden`,
    [procesoId, hoy, actorId],
  )
}

/** Acts of the bitácora that say how a captura stood on a day. */
export interface ActoRow {
  candidaturaId: string
  acto: string
  en: string
  cuestionario: string | null
  seccion: string | null
  version: number | null
  estatus: EstatusSeccion | null
  folio: string | null
}

export async function readActos(tx: EntityManager, ids: readonly string[]): Promise<ActoRow[]> {
  return readRows<ActoRow>(
    tx,
    `select objeto_id as "candidaturaId", acto, coalesce(d ->> 'recibidaEn', c ->> 'en') as en, d ->> 'cuestionario' as cuestionario,
       d ->> 'seccion' as seccion, (d ->> 'version')::int as version, d ->> 'estatus' as estatus, d ->> 'folio' as folio
     from (select n, objeto_id, acto, contenido::jsonb as c, contenido::jsonb -> 'detalle' as d from bitacora.acto
       where objeto_id = any($1) and acto in ('captura.guardada', 'candidatura.recuperada', 'candidatura.validada')) a order by n`,
    [ids],
  )
}
