import type { EntityManager } from 'typeorm'
import type { CapturaState, Reabierta } from '@conoceles/domain'
import type { Tamano } from './fotografia.ts'
import { readRows } from '../../../database/rows.ts'

export interface CapturableRow extends Omit<CapturaState, 'ahora'>, Reabierta {
  id: string
  version: number
}

/** Facts by which the rules of captura judge; null when the candidatura is out of the caller's sight. */
export async function findCapturable(tx: EntityManager, id: string, mode: 'read' | 'lock'): Promise<CapturableRow | null> {
  const [row] = await readRows<CapturableRow>(
    tx,
    `select c.id, c.version, c.estatus, c.estatus_captura as "estatusCaptura", g.cierre_captura::text as "cierreCaptura", p.zona,
       exists (select 1 from captura.observacion o where o.candidatura_id = c.id and o.cerrada_en is null) as observada,
       exists (select 1 from captura.solicitud_correccion s where s.candidatura_id = c.id and s.aceptada and s.atendida_en is null) as "enCorreccion"
     from captura.candidatura c
     join captura.postulacion po on po.id = c.postulacion_id
     join captura.contienda k on k.id = po.contienda_id
     join captura.cargo g on g.id = k.cargo_id
     join captura.proceso p on p.id = c.proceso_id
     where c.id = $1${mode === 'lock' ? ' for update of c' : ''}`,
    [id],
  )
  return row ?? null
}

/** Photographs received since an instant, by the account and for the candidatura. */
export async function countRecent(
  tx: EntityManager,
  { cuentaId, candidaturaId, desde }: { cuentaId: string; candidaturaId: string; desde: Date },
): Promise<{ cuenta: number; candidatura: number }> {
  const [row] = await readRows<{ cuenta: number; candidatura: number }>(
    tx,
    `select count(*) filter (where guardada_por = $1)::int as cuenta, count(*) filter (where candidatura_id = $2)::int as candidatura
     from captura.fotografia where guardada_en > $3 and (guardada_por = $1 or candidatura_id = $2)`,
    [cuentaId, candidaturaId, desde],
  )
  return row ?? { cuenta: 0, candidatura: 0 }
}

/** One account at a time: two uploads at once must not both be the last of the hour. */
export async function lockCuenta(tx: EntityManager, cuentaId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`fotografia|${cuentaId}`])
}

/** The same picture may have been handed in before; its bytes are stored once. */
export async function saveImagen(tx: EntityManager, sha256: string, tamanos: Record<Tamano, Buffer>): Promise<void> {
  const { chica, media, grande } = tamanos
  await tx.query('insert into captura.imagen (sha256, chica, media, grande) values ($1, $2, $3, $4) on conflict do nothing', [
    sha256,
    chica,
    media,
    grande,
  ])
}

const COLUMN: Record<Tamano, string> = { chica: 'i.chica', media: 'i.media', grande: 'i.grande' }

/** Bytes of the photograph in force in one size, or of any other that was handed in for the candidatura by its hash. */
export async function readImagen(
  tx: EntityManager,
  { candidaturaId, tamano, huella }: { candidaturaId: string; tamano: Tamano; huella: string | null },
): Promise<Buffer | null> {
  const [row] = await readRows<{ bytes: Buffer }>(
    tx,
    `select ${COLUMN[tamano]} as bytes from captura.fotografia f join captura.imagen i on i.sha256 = f.sha256
     where f.candidatura_id = $1 and case when $2::text is null then f.retirada_en is null else f.sha256 = $2 end limit 1`,
    [candidaturaId, huella],
  )
  return row?.bytes ?? null
}
