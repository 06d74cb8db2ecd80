import type { EntityManager } from 'typeorm'
import type { Calidad, EstatusCandidatura, Rol } from '@conoceles/domain'
import { readRows } from '../../../../database/rows.ts'

export interface EntregaRow {
  nombre: string
  cargoNombre: string
  lugar: string
  folio: number
  calidad: Calidad
  estatus: EstatusCandidatura
  /** Null while nobody received her account. */
  entregaId: string | null
  dias: number
  tipoDias: 'naturales' | 'habiles'
  desde: 'entrega' | 'acuerdo'
  /** Last day of her term; null while it does not run. */
  vence: string | null
}

export interface EntregaHecha {
  id: string
  entregadaEn: Date
  recibe: string
  folio: string
}

export interface CuentaRow {
  nombre: string
  correo: string
  rol: Rol
  estatus: 'invitada' | 'activa'
}

/** Candidaturas of the acuerdo that this actor político captures; those that left before any delivery are in none. */
export async function readCandidaturas(tx: EntityManager, acuerdoId: string, actorId: string): Promise<(EntregaRow & { id: string })[]> {
  return readRows<EntregaRow & { id: string }>(
    tx,
    `select c.id, concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido) as nombre, g.nombre as "cargoNombre", d.nombre as lugar,
       c.folio_formula as folio, c.calidad, c.estatus, c.entrega_id as "entregaId", g.dias_captura as dias, g.plazo_dias_tipo as "tipoDias",
       g.plazo_desde as desde, c.captura_vence::text as vence
     from captura.candidatura c
     join captura.persona p on p.id = c.persona_id
     join captura.cargo g on g.id = c.cargo_id
     join captura.demarcacion d on d.id = c.demarcacion_id
     where c.acuerdo_id = $1 and c.responsable_id = $2 and (c.estatus = 'aprobada' or c.entrega_id is not null)
     order by c.orden`,
    [acuerdoId, actorId],
  )
}

export async function findUltimaEntrega(tx: EntityManager, acuerdoId: string, actorId: string): Promise<EntregaHecha | null> {
  const [row] = await readRows<EntregaHecha>(
    tx,
    `select id, entregada_en as "entregadaEn", recibe, folio from captura.entrega
     where acuerdo_id = $1 and actor_politico_id = $2 order by registrada_en desc, id limit 1`,
    [acuerdoId, actorId],
  )
  return row ?? null
}

/** Accounts that capture for these candidaturas, read with the database role of the accounts: the staff's sees none of them. */
export async function readCuentas(tx: EntityManager, actorId: string, candidaturas: string[]): Promise<CuentaRow[]> {
  return readRows<CuentaRow>(
    tx,
    `select nombre, correo, rol, estatus from acceso.cuenta
     where estatus <> 'desactivada' and (actor_politico_id = $1 or candidatura_id = any($2)) order by rol, nombre, correo`,
    [actorId, candidaturas],
  )
}
