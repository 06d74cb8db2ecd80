import type { EntityManager } from 'typeorm'
import { eleccionesRevocables, estatusDerecho, type DatoPublico, type EleccionConsentimiento } from '@conoceles/domain'
import type { BloqueosPorDerechoService } from '../../publicacion/bloqueos/index.ts'
import { listConsentimientos } from '../../captura/consentimientos/index.ts'
import { listCorrecciones, type Correccion } from './correcciones.queries.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Choices with which to make a right effective. */
export interface Efectuable {
  /** Oposición: the persona's present authorisations. */
  revocables: readonly EleccionConsentimiento[]
  /** Rectificación: corrections since she asked. */
  correcciones: readonly Correccion[]
  /** Oposición: data that may be hidden in public. */
  campos: readonly DatoPublico[]
}

export const NADA_QUE_ELEGIR: Efectuable = { revocables: [], correcciones: [], campos: [] }

/** Read only where it is the next thing to do. */
export async function readEfectuable(
  tx: EntityManager,
  row: SolicitudDerecho,
  ocultos: Pick<BloqueosPorDerechoService, 'campos'>,
): Promise<Efectuable> {
  const estatus = estatusDerecho(row)
  if (row.derecho === 'oposicion' && (estatus === 'en_tramite' || estatus === 'procedente')) {
    const { candidaturaId } = row
    return { ...NADA_QUE_ELEGIR, revocables: await readRevocables(tx, candidaturaId), campos: await ocultos.campos(tx, candidaturaId) }
  }
  if (row.derecho !== 'rectificacion' || estatus !== 'procedente') return NADA_QUE_ELEGIR
  return { ...NADA_QUE_ELEGIR, correcciones: await listCorrecciones(tx, row) }
}

export async function readRevocables(tx: EntityManager, candidaturaId: string): Promise<readonly EleccionConsentimiento[]> {
  return eleccionesRevocables(await listConsentimientos(tx, candidaturaId))
}
