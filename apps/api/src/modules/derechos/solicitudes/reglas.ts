import type { EntityManager } from 'typeorm'
import { createDiasHabiles, propuestaDerecho, type ReglasDerecho } from '@conoceles/domain'
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
  return countedUntil(reglas)
}

export function countedUntil({ plazos, laborales, hoy }: ReglasDerecho): string | null {
  const dias = plazos.bloquear?.dias ?? 0
  return dias === 0 ? null : createDiasHabiles(laborales).sumar(hoy, { dias, tipoDias: 'habiles' })
}
