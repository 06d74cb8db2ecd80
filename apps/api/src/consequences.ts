import type { EntityManager } from 'typeorm'
import type { Acto, BitacoraService } from './modules/bitacora/index.ts'
import type { CapturaService } from './modules/cuestionarios/index.ts'
import { enqueue } from './modules/publicaciones/index.ts'

/** "When this, then that": the only way from a module to a higher one. Runs in the transaction of the act. */
export function registerConsequences(bitacora: BitacoraService, { captura }: { captura: CapturaService }): void {
  const look = async (tx: EntityManager, { objeto, detalle }: Acto) => {
    const ids = Array.isArray(detalle?.candidaturas) ? (detalle.candidaturas as string[]) : objeto ? [objeto.id] : []
    await enqueue(tx, ids)
  }
  for (const acto of PUBLIC_ACTS) bitacora.when(acto, look)
  bitacora.when('consentimiento.otorgado', (tx, { objeto }) => (objeto ? captura.refresh(tx, objeto.id) : Promise.resolve()))
}

/** Acts after which the publisher has to look again at a candidatura. */
const PUBLIC_ACTS = [
  'captura.guardada',
  'candidatura.validada',
  'candidatura.verificada',
  'candidatura.observada',
  'consentimiento.otorgado',
  'consentimiento.revisado',
  'fotografia.recibida',
  'fotografia.retirada',
  'importacion.confirmada',
]
