import type { EntityManager } from 'typeorm'
import { niegaTratamiento } from '@conoceles/domain'
import { findConsentimientos } from '../consentimientos/index.ts'
import { readRows } from '../../../database/rows.ts'

/**
 * Follows a persona's word on the treatment of her identity answers: no destroys them, yes asks again for the destroyed ones. The database
 * checks her word once more.
 * @returns whether anything changed.
 */
export async function settleIdentidad(
  tx: EntityManager,
  candidaturaId: string,
  { firme, en }: { firme: boolean; en: Date },
): Promise<boolean> {
  const [row] = await (firme
    ? tx.query('select captura.reabrir_identidad($1) as moved', [candidaturaId])
    : tx.query('select captura.destruir_identidad($1, $2) as moved', [candidaturaId, en]))
  return row?.moved ?? false
}

/** Asks her the sections that were never asked because she said no, and that nobody saved. Answers whether there was any. */
export async function abrirIdentidad(
  tx: EntityManager,
  candidaturaId: string,
  { cuestionarioId, claves }: { cuestionarioId: string; claves: readonly string[] },
): Promise<boolean> {
  const rows = await readRows<{
    opened: boolean
  }>(tx, 'select captura.abrir_identidad($1, $2, $3) as opened', [candidaturaId, cuestionarioId, claves])
  return rows[0]?.opened ?? false
}

/** Those whose identity answers may be opened: not from the moment on which a persona says no, also while her form waits for review. */
export async function withoutNegadas(tx: EntityManager, candidaturaIds: readonly string[]): Promise<string[]> {
  const found = await findConsentimientos(tx, candidaturaIds)
  return candidaturaIds.filter((id) => !niegaTratamiento(found.get(id) ?? null))
}
