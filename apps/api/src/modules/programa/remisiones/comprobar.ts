import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { estatusRemision, type Actos } from '@conoceles/domain'
import type { Objeto } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { AppError, type FieldError, invalid } from '../../../shared/http/errors.ts'
import type { Remision } from './remision.entity.ts'
import type { RemisionesService } from './remisiones.service.ts'

/** Place of a remisión's evidence in the calendar. */
export const toPlace = (clave: string) => ({ clave, milestone: 'remision' as const })

export function assertActo(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('remision.acto_no_permitido', { detail: reasons.join(' ') })
}

/** A sent remisión does not change. */
export function razonesContraCambiar(row: Remision): string[] {
  return estatusRemision(row) === 'preparada' ? [] : ['Ya no está en preparación: lo enviado no cambia.']
}

/** The version that was read is the one that is acted on. */
export function versionLeida(leida: number, remisiones: RemisionesService) {
  return {
    leida,
    actual: ({ version }: Remision) => version,
    texto: (tx: EntityManager, { id }: Remision) => remisiones.find(tx, id),
  }
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

export function objetoDe(id: string): Objeto {
  return { tipo: 'remision', id }
}

/** Detail that every entry of a remisión has. */
export function dichoDe({ numero, entregables }: Pick<Remision, 'numero' | 'entregables'>): Actos['remision.preparada'] {
  return { numero, entregables }
}
