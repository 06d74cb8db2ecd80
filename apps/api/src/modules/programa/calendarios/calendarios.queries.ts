import type { EntityManager } from 'typeorm'
import type { Rol } from '@conoceles/domain'
import type { Emitido } from '../../../shared/calendario/emision.ts'
import { toDate } from '../../../shared/clock.ts'
import { readRows } from '../../../database/rows.ts'
import { Temporal } from 'temporal-polyfill'
import type { Alcance } from './calendario-enlace.entity.ts'
import { CalendarioEmitido } from './calendario-emitido.entity.ts'

export interface Titular {
  cuentaId: string
  rol: Rol
  alcance: Alcance
}

/** Account whose calendar a secret opens: it still may enter, with the role that it had. */
export async function findTitular(tx: EntityManager, hash: string): Promise<Titular | null> {
  const rows = await readRows<Titular>(
    tx,
    `select c.id as "cuentaId", c.rol, e.alcance from acceso.calendario_enlace e join acceso.cuenta c on c.id = e.cuenta_id
     where e.sha256 = $1 and e.revocado_en is null and c.estatus = 'activa' and c.rol = e.rol`,
    [hash],
  )
  return rows[0] ?? null
}

/** One at a time: two telephones that ask at once must not count the same change twice. */
export async function lockEmision(tx: EntityManager, procesoId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`calendario|${procesoId}`])
}

export interface EmitidoConAreas extends Emitido {
  areas: string[]
}

export async function listEmitidos(tx: EntityManager, procesoId: string): Promise<EmitidoConAreas[]> {
  const rows = await tx.find(CalendarioEmitido, { where: { procesoId }, order: { uid: 'ASC' } })
  return rows.map(({ procesoId: _, cambiadoEn, ...row }) => ({ ...row, cambiadoEn: cambiadoEn.toISOString() }))
}

export async function saveEmitidos(tx: EntityManager, procesoId: string, emitidos: readonly EmitidoConAreas[]): Promise<void> {
  const rows = emitidos.map(({ cambiadoEn, ...row }) => ({ procesoId, ...row, cambiadoEn: toDate(Temporal.Instant.from(cambiadoEn)) }))
  await tx.upsert(CalendarioEmitido, rows, ['procesoId', 'uid'])
}
