import type { EntityManager } from 'typeorm'
import { consentimientoQueRige } from '@conoceles/domain'
import { Consentimiento } from './consentimiento.entity.ts'

/** What higher modules need to know of the choices of a persona. */
export type ConsentimientoRow = Pick<Consentimiento, 'id' | 'tratamiento' | 'publicacion' | 'estadistica' | 'mecanismo' | 'revision'>

/** The consentimiento that governs; null when there is none, or none that the reader may see. */
export async function findConsentimiento(tx: EntityManager, candidaturaId: string): Promise<ConsentimientoRow | null> {
  return consentimientoQueRige(await listConsentimientos(tx, candidaturaId))
}

/** Newest first. */
export function listConsentimientos(tx: EntityManager, candidaturaId: string): Promise<Consentimiento[]> {
  return tx.find(Consentimiento, { where: { candidaturaId }, order: { otorgadoEn: 'DESC', id: 'DESC' } })
}
