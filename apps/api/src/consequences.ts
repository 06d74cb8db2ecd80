import type { EntityManager } from 'typeorm'
import type { EventosService } from './modules/actividades/index.ts'
import type { Acto, BitacoraService } from './modules/bitacora/index.ts'
import type { Calendarios } from './modules/calendarios/index.ts'
import type { CapturaService } from './modules/cuestionarios/index.ts'
import { enqueue } from './modules/publicaciones/index.ts'

/** "When this, then that": the only way from a module to a higher one. Runs in the transaction of the act. */
export function registerConsequences(
  bitacora: BitacoraService,
  { captura, eventos, calendarios }: { captura: CapturaService; eventos: EventosService; calendarios: Calendarios['enlaces'] },
): void {
  const look = (tx: EntityManager, entry: Acto) => enqueue(tx, candidaturasOf(entry))
  for (const acto of PUBLIC_ACTS) bitacora.when(acto, look)
  for (const acto of APPROVALS) bitacora.when(acto, (tx, entry) => eventos.openByAcuerdo(tx, candidaturasOf(entry)))
  bitacora.when('importacion.deshecha', (tx, { detalle }) => eventos.closeByAcuerdo(tx, (detalle?.acuerdos ?? []) as string[]))
  bitacora.when('cuenta.desactivada', (tx, { objeto }) => (objeto ? calendarios.revokeAll(tx, objeto.id) : Promise.resolve()))
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
  'candidatura.registrada',
  'candidatura.actualizada',
  'candidatura.retirada',
  'importacion.deshecha',
  'candidatura.sustituida',
  'candidatura.cancelada',
  'candidatura.corregida',
  'candidatura.restituida',
]

/** Acts by which an acuerdo approves somebody: the INE hears of it the next day. */
const APPROVALS = ['candidatura.registrada', 'candidatura.sustituida']

function candidaturasOf({ objeto, detalle }: Acto): string[] {
  if (Array.isArray(detalle?.candidaturas)) return detalle.candidaturas as string[]
  return objeto ? [objeto.id] : []
}
