import type { EntityManager } from 'typeorm'
import type { Cruce } from '@conoceles/domain'
import { CruceEstadistica } from '../../publicacion/estadisticas/index.ts'

/** Crossings of the last day of counting; none before the first. */
export async function listUltimos(tx: EntityManager, procesoId: string): Promise<CruceEstadistica[]> {
  const [last] = await tx.find(CruceEstadistica, { where: { procesoId }, order: { fecha: 'DESC' }, take: 1, select: { fecha: true } })
  return last ? tx.find(CruceEstadistica, { where: { procesoId, fecha: last.fecha } }) : []
}

export function findCruce(tx: EntityManager, key: { procesoId: string; fecha: string; tabla: string; por: Cruce }): Promise<CruceEstadistica> {
  return tx.findOneByOrFail(CruceEstadistica, key)
} // prettier-ignore
