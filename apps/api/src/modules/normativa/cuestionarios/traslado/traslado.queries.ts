import type { EntityManager } from 'typeorm'
import type { EstatusCaptura, EstatusSeccion } from '@conoceles/domain'
import type { Salto, SeccionPasada, SeccionRow } from './traslado.ts'
import { readRows } from '../../../../database/rows.ts'

export interface CandidaturaRow {
  id: string
  cargo: string
  estatusCaptura: EstatusCaptura
  cierreCaptura: string
  actor: string
}

/** From here on this transaction may pass on the answers of the cargos of one draft; the database asks for it. */
export async function declararTraslado(tx: EntityManager, borradorId: string): Promise<void> {
  await tx.query(`select set_config('app.traslado', $1, true)`, [borradorId])
}

/** With `lock`, nobody saves in them until the transaction ends. */
export async function readCandidaturas(tx: EntityManager, cargos: readonly string[], mode: 'read' | 'lock'): Promise<CandidaturaRow[]> {
  return readRows<CandidaturaRow>(
    tx,
    `select c.id, g.clave as cargo, c.estatus_captura as "estatusCaptura", g.cierre_captura::text as "cierreCaptura",
       a.nombre as actor
     from captura.candidatura c join captura.cargo g on g.id = c.cargo_id join captura.actor_politico a on a.id = c.actor_id where g.clave = any($1) order by c.id ${mode === 'lock' ? 'for update of c' : ''}`,
    [cargos],
  )
}

export async function readSecciones(tx: EntityManager, { ids, baseId }: { ids: readonly string[]; baseId: string }): Promise<SeccionRow[]> {
  return readRows<SeccionRow>(
    tx,
    `select id, candidatura_id as "candidaturaId", clave, estatus, version, version_validada as "versionValidada",
       version_verificada as "versionVerificada", reabierta, respuestas
     from captura.seccion where candidatura_id = any($1) and cuestionario_id = $2`,
    [ids, baseId],
  )
}

/** Keeps each section under the version that ends, to be shown with it and given back; and its state under the next one. */
export async function keepAnteriores(
  tx: EntityManager,
  {
    ids,
    baseId,
    borradorId,
    pasadas,
    now,
  }: { ids: readonly string[]; baseId: string; borradorId: string; pasadas: readonly SeccionPasada[]; now: Date },
): Promise<void> {
  await tx.query(
    `insert into captura.seccion_anterior (id, candidatura_id, cuestionario_id, clave, estatus, version, respuestas, guardada_en, validadas,
       version_validada, verificadas, verificada_en, version_verificada, sustituida_en, borrador_id, seccion_id, reabierta,
       validadas_cuestionario_id, verificadas_cuestionario_id, estatus_tras, version_tras)
     select gen_random_uuid(), s.candidatura_id, s.cuestionario_id, s.clave, s.estatus, s.version, s.respuestas, s.guardada_en, s.validadas,
       s.version_validada, s.verificadas, s.verificada_en, s.version_verificada, $3, $4, s.id, s.reabierta,
       s.validadas_cuestionario_id, s.verificadas_cuestionario_id, coalesce(r.estatus, s.estatus), coalesce(r.version, s.version)
     from captura.seccion s left join jsonb_to_recordset($5::jsonb) as r(id uuid, estatus text, version int) on r.id = s.id
     where s.candidatura_id = any($1) and s.cuestionario_id = $2`,
    [ids, baseId, now, borradorId, JSON.stringify(pasadas.map(({ id, estatus, version }) => ({ id, estatus, version })))],
  )
}

/** Validated and verified answers stay under the version in which they were given. */
const BAJO = `cuestionario_id = $2,
  validadas_cuestionario_id = case when s.version_validada is not null then coalesce(s.validadas_cuestionario_id, s.cuestionario_id) end,
  verificadas_cuestionario_id = case when s.version_verificada is not null then coalesce(s.verificadas_cuestionario_id, s.cuestionario_id) end`

export async function writePasadas(
  tx: EntityManager,
  cuestionarioId: string,
  { pasadas, now }: { pasadas: readonly SeccionPasada[]; now: Date },
): Promise<void> {
  const known = pasadas.filter(({ nueva }) => !nueva)
  const kept = known.filter(({ conserva, cambia }) => conserva && !cambia).map(({ id }) => id)
  await tx.query(`update captura.seccion s set ${BAJO} where s.id = any($1)`, [kept, cuestionarioId])
  const others = known.filter(({ conserva, cambia }) => !conserva || cambia)
  const state = 'estatus = r.estatus, version = r.version, reabierta = r.reabierta'
  const columns = 'id uuid, estatus text, version int, reabierta boolean, respuestas jsonb'
  await tx.query(`update captura.seccion s set ${BAJO}, ${state} from jsonb_to_recordset($1::jsonb) as r(${columns}) where s.id = r.id`, [
    JSON.stringify(others),
    cuestionarioId,
  ])
  // Apart: every text written as an answer is compared with all the others, which takes its time.
  await tx.query(
    `update captura.seccion s set respuestas = r.respuestas from jsonb_to_recordset($1::jsonb) as r(${columns})
     where s.id = r.id and s.respuestas is distinct from r.respuestas`,
    [JSON.stringify(others.filter(({ cambia }) => cambia))],
  )
  // Version 0 is of a section that was not asked of somebody who already sent the rest: she may ask for its correction.
  await tx.query(
    `insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, reabierta, respuestas, guardada_en,
       version_validada, version_verificada)
     select r.id, r."candidaturaId", $2, r.clave, r.estatus, r.version, r.reabierta, r.respuestas,
       case when r.estatus <> 'vacia' and r.version > 0 then $3::timestamptz end,
       case when r.version = 0 then 0 end, case when r.version = 0 then 0 end
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "candidaturaId" uuid, clave text, estatus text, version int, reabierta boolean, respuestas jsonb)`,
    [JSON.stringify(pasadas.filter(({ nueva }) => nueva)), cuestionarioId, now],
  )
}

/** Sections of identity only change their state: their answers are not written. */
export function sinRespuestas({ tipo }: Salto, pasadas: readonly SeccionPasada[]): SeccionPasada[] {
  return tipo === 'identidad' ? pasadas.map((each) => ({ ...each, respuestas: null })) : [...pasadas]
}

export interface EstatusRow {
  candidaturaId: string
  cuestionarioId: string
  clave: string
  estatus: EstatusSeccion
}

export async function readEstatus(tx: EntityManager, ids: readonly string[]): Promise<EstatusRow[]> {
  return readRows<EstatusRow>(
    tx,
    `select candidatura_id as "candidaturaId", cuestionario_id as "cuestionarioId", clave, estatus from captura.seccion where candidatura_id = any($1)`,
    [ids],
  )
}

export interface Avance {
  id: string
  estatusCaptura: EstatusCaptura
  seccionesCompletas: number
}

export async function writeAvances(tx: EntityManager, borradorId: string, avances: readonly Avance[]): Promise<void> {
  const ids = avances.map(({ id }) => id)
  await tx.query(
    `insert into captura.candidatura_anterior (borrador_id, candidatura_id, estatus_captura, secciones_completas)
     select $1, id, estatus_captura, secciones_completas from captura.candidatura where id = any($2)`,
    [borradorId, ids],
  )
  await tx.query(
    `update captura.candidatura c set estatus_captura = r."estatusCaptura", secciones_completas = r."seccionesCompletas", version = c.version + 1
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "estatusCaptura" text, "seccionesCompletas" int) where c.id = r.id`,
    [JSON.stringify(avances)],
  )
}
