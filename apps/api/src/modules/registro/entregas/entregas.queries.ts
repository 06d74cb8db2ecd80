import type { EntityManager } from 'typeorm'
import { readRows } from '../../../database/rows.ts'

export interface EntregaRow {
  acuerdo: { id: string; numero: string; fecha: string }
  actorPolitico: { id: string; clave: string; nombre: string }
  candidaturas: number
}

export interface EntregaMadeRow extends EntregaRow {
  id: string
  entregadaEn: Date
  recibe: string
  folio: string
  /** Last day of the term that ends first among the candidaturas in force. */
  vence: string | null
}

const REFS = `json_build_object('id', ac.id, 'numero', ac.numero, 'fecha', ac.fecha) as acuerdo,
  json_build_object('id', a.id, 'clave', a.clave, 'nombre', a.nombre) as "actorPolitico"`

/** Actores that wait for their accounts, with the acuerdo: the oldest first. */
export async function listWaiting(tx: EntityManager, procesoId: string): Promise<EntregaRow[]> {
  return readRows<EntregaRow>(
    tx,
    `select ${REFS}, w.candidaturas
     from (select acuerdo_id, responsable_id, count(*)::int as candidaturas from captura.candidatura
       where proceso_id = $1 and estatus = 'aprobada' and entrega_id is null group by 1, 2) w
     join captura.acuerdo ac on ac.id = w.acuerdo_id join captura.actor_politico a on a.id = w.responsable_id
     order by ac.fecha, ac.numero, a.orden`,
    [procesoId],
  )
}

/** The newest first; of one acuerdo when it is named. */
export async function listMade(
  tx: EntityManager,
  { procesoId, acuerdoId }: { procesoId: string; acuerdoId: string | null },
): Promise<EntregaMadeRow[]> {
  return readRows<EntregaMadeRow>(
    tx,
    `select ${REFS}, e.id, e.candidaturas, e.entregada_en as "entregadaEn", e.recibe, e.folio,
       (select min(c.captura_vence)::text from captura.candidatura c
         where c.proceso_id = e.proceso_id and c.acuerdo_id = e.acuerdo_id and c.responsable_id = e.actor_politico_id and c.entrega_id = e.id and c.estatus = 'aprobada') as vence
     from captura.entrega e join captura.acuerdo ac on ac.id = e.acuerdo_id join captura.actor_politico a on a.id = e.actor_politico_id
     where e.proceso_id = $1 and ($2::uuid is null or e.acuerdo_id = $2) order by e.entregada_en desc, ac.numero, a.orden`,
    [procesoId, acuerdoId],
  )
}

export interface WaitingRow {
  id: string
  dias: number
  tipoDias: 'naturales' | 'habiles'
  desde: 'entrega' | 'acuerdo'
  /** Runs already, where the term counts from the acuerdo. */
  vence: string | null
}

/** Locks the candidaturas of an acuerdo that wait for their accounts. */
export async function lockWaiting(
  tx: EntityManager,
  place: { procesoId: string; acuerdoId: string; actorPoliticoId: string },
): Promise<WaitingRow[]> {
  return readRows<WaitingRow>(
    tx,
    `select c.id, g.dias_captura as dias, g.plazo_dias_tipo as "tipoDias", g.plazo_desde as desde, c.captura_vence::text as vence
     from captura.candidatura c join captura.cargo g on g.id = c.cargo_id
     where c.proceso_id = $1 and c.acuerdo_id = $2 and c.responsable_id = $3 and c.entrega_id is null and c.estatus = 'aprobada' order by c.id for update of c`,
    [place.procesoId, place.acuerdoId, place.actorPoliticoId],
  )
}

export async function openPlazos(
  tx: EntityManager,
  { entregaId, dia }: { entregaId: string; dia: string },
  terms: readonly { id: string; vence: string }[],
): Promise<void> {
  await tx.query(
    `update captura.candidatura c set entrega_id = $2, cuenta_entregada = $3, captura_vence = r.vence
     from jsonb_to_recordset($1::jsonb) as r(id uuid, vence date) where c.id = r.id`,
    [JSON.stringify(terms), entregaId, dia],
  )
}
