import type { EntityManager } from 'typeorm'
import type { ReglasDerecho } from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { readLaborales } from './derechos.queries.ts'

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
