import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { estatusRemision } from '@conoceles/domain'
import type { Acto } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import type { Clock } from '../../../shared/clock.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import { Remision } from './remision.entity.ts'

export async function lockRemision(tx: EntityManager, id: string): Promise<Remision> {
  const row = await tx.findOne(Remision, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** Place of a remisión's evidence in the calendar. */
export const toPlace = (clave: string) => ({ clave, milestone: 'remision' as const })

export function assertActo(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('remision.acto_no_permitido', { detail: reasons.join(' ') })
}

export function assertVersion({ version }: Remision, read: number): void {
  if (version !== read) throw new AppError('remision.version_distinta')
}

/** A sent remisión does not change, and only the version that was read is sent. */
export function assertPreparada(row: Remision, version: number): void {
  assertActo(estatusRemision(row) === 'preparada' ? [] : ['Ya no está en preparación: lo enviado no cambia.'])
  assertVersion(row, version)
}

export async function assertDocumento(tx: EntityManager, id: string | null, field: string): Promise<void> {
  if (id !== null && (await findDocumentos(tx, [id])).size === 0) throw invalid(field, 'No existe ese documento.')
}

/** The instant that a field says, which is not later than now. */
export function pastInstant(clock: Clock, text: string, field: string): Temporal.Instant {
  const instant = Temporal.Instant.from(text)
  if (Temporal.Instant.compare(instant, clock.now()) > 0) throw invalid(field, 'Todavía no llega esa hora.')
  return instant
}

export const wrong = (field: string, reason: string): FieldError => ({ field, reasons: [reason] })

export function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [wrong(field, reason)] })
}

export interface Entrada {
  acto: ClaveActo
  row: Pick<Remision, 'id' | 'numero' | 'entregables'>
  detalle: Record<string, unknown>
}

export function actoOf({ cuentaId, rol, requestId }: Quien, { acto, row, detalle }: Entrada): Acto {
  const what = { numero: row.numero, entregables: row.entregables, ...detalle }
  return { acto, cuentaId, rol, objeto: { tipo: 'remision', id: row.id }, detalle: what, requestId }
}
