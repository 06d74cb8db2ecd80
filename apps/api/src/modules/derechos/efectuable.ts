import type { EntityManager } from 'typeorm'
import { eleccionesRevocables, estatusDerecho, type EleccionConsentimiento } from '@conoceles/domain'
import { listConsentimientos } from '../consentimientos/index.ts'
import { listCorrecciones, type Correccion } from './correcciones.queries.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Choices with which to make a right effective. */
export interface Efectuable {
  /** Oposición: the persona's present authorisations. */
  revocables: readonly EleccionConsentimiento[]
  /** Rectificación: corrections since she asked. */
  correcciones: readonly Correccion[]
}

export const NADA_QUE_ELEGIR: Efectuable = { revocables: [], correcciones: [] }

/** Read only where it is the next thing to do. */
export async function readEfectuable(tx: EntityManager, row: SolicitudDerecho): Promise<Efectuable> {
  if (estatusDerecho(row) !== 'procedente') return NADA_QUE_ELEGIR
  if (row.derecho === 'rectificacion') return { ...NADA_QUE_ELEGIR, correcciones: await listCorrecciones(tx, row) }
  if (row.derecho !== 'oposicion') return NADA_QUE_ELEGIR
  return { ...NADA_QUE_ELEGIR, revocables: eleccionesRevocables(await listConsentimientos(tx, row.candidaturaId)) }
}
