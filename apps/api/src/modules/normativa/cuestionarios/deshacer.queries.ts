import type { EntityManager } from 'typeorm'
import { puede, type DesdeActivado } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { readRows } from '../../../database/rows.ts'
import type { Borrador } from './borrador.entity.ts'
import { declararTraslado } from './traslado/traslado.queries.ts'

interface Activada {
  borradorId: string
  cuestionarioId: string
}

/** The version that a draft became; null: none, or undone. */
export async function findActivada(tx: EntityManager, borradorId: string): Promise<string | null> {
  const rows = await readRows<{ id: string }>(tx, 'select id from captura.cuestionario where borrador_id = $1', [borradorId])
  return rows[0]?.id ?? null
}

/** One at a time by its index: the planner takes the newly kept rows for a single one, and would compare all with all. */
const ANTERIOR = `select a.id, a.estatus_tras, a.version_tras, a.version_validada, a.version_verificada from captura.seccion_anterior a
  where a.borrador_id = $1 and a.seccion_id = s.id limit 1`

/** A new section has no row before: it was left at version 1, or at 0 where nobody was asked. */
const SINCE = `
  with tras as (
    select s.candidatura_id, s.version <> coalesce(a.version_tras, case when s.version_validada = 0 then 0 else 1 end) as respondida,
      (s.estatus <> coalesce(a.estatus_tras, s.estatus) or (a.id is not null and (s.version_validada is distinct from a.version_validada
        or s.version_verificada is distinct from a.version_verificada))) as revisada
    from captura.seccion s left join lateral (${ANTERIOR}) a on true where s.cuestionario_id = $2),
  cada as (select candidatura_id, bool_or(respondida) as respondio, bool_or(revisada) as revisada from tras group by 1)
  select count(*) filter (where respondio)::int as respondieron, count(*) filter (where revisada and not respondio)::int as revisadas,
    exists (select 1 from captura.cuestionario q where q.anterior_id = $2)
      or exists (select 1 from captura.cuestionario_borrador b where b.base_id = $2)
      or not exists (select 1 from captura.seccion_anterior a where a.borrador_id = $1) and exists (select 1 from tras) as "esBase"
  from cada`

/** Read only by an account that may undo it. */
export async function findDesdeActivado(
  tx: EntityManager,
  { rol }: Pick<Quien, 'rol'>,
  { id: borradorId, estatus }: Pick<Borrador, 'id' | 'estatus'>,
): Promise<DesdeActivado | null> {
  if (estatus !== 'activado' || !puede(rol, 'versiones.administrar')) return null
  const cuestionarioId = await findActivada(tx, borradorId)
  return cuestionarioId === null ? null : readDesdeActivado(tx, { borradorId, cuestionarioId })
}

/** Events under a version since it was activated. */
async function readDesdeActivado(tx: EntityManager, { borradorId, cuestionarioId }: Activada): Promise<DesdeActivado> {
  await declararTraslado(tx, borradorId)
  const [row] = await readRows<DesdeActivado>(tx, SINCE, [borradorId, cuestionarioId])
  if (!row) throw new Error('a count without a row')
  return row
}

/** Candidaturas at once: no statement lasts longer than the database allows. */
const BATCH = 100

/** Everything as the activation found it: states, texts, and how far each candidatura had come. @returns candidaturas given back. */
export async function restoreAnteriores(tx: EntityManager, { borradorId, cuestionarioId }: Activada): Promise<number> {
  const rows = await readRows<{
    id: string
  }>(tx, 'select distinct candidatura_id as id from captura.seccion_anterior where borrador_id = $1', [borradorId])
  for (let at = 0; at < rows.length; at += BATCH) {
    await restoreSecciones(tx, { borradorId, cuestionarioId }, rows.slice(at, at + BATCH).map(({ id }) => id)) // prettier-ignore
  }
  await tx.query(
    `update captura.candidatura c set estatus_captura = a.estatus_captura, secciones_completas = a.secciones_completas, version = c.version + 1
     from captura.candidatura_anterior a where a.borrador_id = $1 and a.candidatura_id = c.id`,
    [borradorId],
  )
  await tx.query('delete from captura.candidatura_anterior where borrador_id = $1', [borradorId])
  await tx.query('delete from captura.seccion_anterior where borrador_id = $1', [borradorId])
  await tx.query('delete from captura.cuestionario where id = $1', [cuestionarioId])
  return rows.length
}

async function restoreSecciones(tx: EntityManager, { borradorId, cuestionarioId }: Activada, ids: readonly string[]): Promise<void> {
  await tx.query(
    `delete from captura.seccion s where s.candidatura_id = any($3) and s.cuestionario_id = $2
       and (select a.id from captura.seccion_anterior a where a.borrador_id = $1 and a.seccion_id = s.id limit 1) is null`,
    [borradorId, cuestionarioId, ids],
  )
  await tx.query(
    `update captura.seccion s set cuestionario_id = a.cuestionario_id, estatus = a.estatus, version = a.version, reabierta = a.reabierta,
       validadas_cuestionario_id = a.validadas_cuestionario_id, verificadas_cuestionario_id = a.verificadas_cuestionario_id
     from captura.seccion_anterior a
     where a.candidatura_id = any($3) and a.borrador_id = $1 and a.seccion_id = s.id and s.cuestionario_id = $2`,
    [borradorId, cuestionarioId, ids],
  )
  // Apart: every text written as an answer is compared with all the others, which takes its time.
  await tx.query(
    `update captura.seccion s set respuestas = a.respuestas from captura.seccion_anterior a
     where a.candidatura_id = any($2) and a.borrador_id = $1 and a.seccion_id = s.id and s.respuestas is distinct from a.respuestas`,
    [borradorId, ids],
  )
}
