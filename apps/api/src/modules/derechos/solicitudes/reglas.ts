import type { EntityManager } from 'typeorm'
import { createDiasHabiles, propuestaDerecho, recurribleHasta, type ReglasDerecho } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { readLaborales } from './derechos.queries.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** The terms of the proceso, as they count today. */
export async function readReglas(
  tx: EntityManager,
  { procesos, clock }: { procesos: ProcesosService; clock: Clock },
): Promise<ReglasDerecho> {
  const { id, catalogos } = await procesos.confirmado(tx)
  return { plazos: catalogos.derechos, laborales: await readLaborales(tx, id), hoy: clock.today().toString() }
}

/** Whether the law asks for a block before the suppression and fixes no number of days: the first of two people says until when. */
export function isTyped({ plazos }: Pick<ReglasDerecho, 'plazos'>): boolean {
  return plazos.bloquear?.dias === null
}

/** The day that the pack counts, or the one that the first person wrote; null: the law asks for no block. */
export function blockedUntil({ row, reglas }: { row: Pick<SolicitudDerecho, 'hechos'>; reglas: ReglasDerecho }): string | null {
  if (isTyped(reglas)) return propuestaDerecho(row)?.efecto?.bloqueoPropuesto ?? null
  return countedUntil(row, reglas)
}

/** An appeal needs the data whole: the block lasts until there can be none. */
export function countedUntil(row: Pick<SolicitudDerecho, 'hechos'>, reglas: ReglasDerecho): string | null {
  const { plazos, laborales, hoy } = reglas
  const dias = plazos.bloquear?.dias ?? 0
  if (dias === 0) return null
  const counted = createDiasHabiles(laborales).sumar(hoy, { dias, tipoDias: 'habiles' })
  const recurrible = recurribleHasta(row, reglas)
  return recurrible !== null && recurrible > counted ? recurrible : counted
}
