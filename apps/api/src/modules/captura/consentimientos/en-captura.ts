import type { EntityManager } from 'typeorm'
import { consentimientoQueRige, type SupuestoPack } from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import type { Consentimiento } from './consentimiento.entity.ts'
import { listConsentimientos } from './consentimientos.queries.ts'
import { groundOf } from './vista.ts'

interface Asked {
  candidaturaId: string
  /** When the institute last verified the captura. */
  verificadaEn: Date | null
  supuestos: readonly SupuestoPack[]
}

/** The consent as the captura shows it: the one that governs, the one that was verified before it, and the refusal of the last form. */
export async function readEnCaptura(tx: EntityManager, { candidaturaId, verificadaEn, supuestos }: Asked) {
  const rows = await listConsentimientos(tx, candidaturaId)
  const rige = consentimientoQueRige(rows)
  const [last] = rows
  if (!rige || !last) return null
  return {
    ...toDado(rige),
    revision: rige.revision,
    anterior: toAnterior(rows, rige, verificadaEn),
    rechazo: last.revision === 'rechazada' ? toRechazo(last, supuestos) : null,
  }
}

function toDado(row: Consentimiento) {
  const { id, tratamiento, publicacion, estadistica, mecanismo, firmadoEl, otorgadoEn } = row
  return {
    id,
    tratamiento,
    publicacion,
    estadistica,
    mecanismo,
    firmadoEl,
    otorgadoEn: toIso(otorgadoEn),
    conDocumento: row.formatoId !== null,
  }
}

/** The one with which the captura was verified, once another took its place. */
function toAnterior(rows: readonly Consentimiento[], rige: Consentimiento, verificadaEn: Date | null) {
  if (verificadaEn === null || rige.otorgadoEn <= verificadaEn) return null
  const before = consentimientoQueRige(rows.filter(({ otorgadoEn }) => otorgadoEn <= verificadaEn))
  return before && before.revision !== 'rechazada' ? { ...toDado(before), verificadaEn: toIso(verificadaEn) } : null
}

function toRechazo(row: Consentimiento, supuestos: readonly SupuestoPack[]) {
  const { revisionRazon: razon, revisadaEn, otorgadoEn } = row
  return { ...groundOf(row, supuestos), razon, revisadaEn: revisadaEn && toIso(revisadaEn), otorgadoEn: toIso(otorgadoEn) }
}
