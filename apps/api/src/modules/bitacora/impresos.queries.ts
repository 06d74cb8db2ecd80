import type { EntityManager } from 'typeorm'
import type { ClaveActo } from '@conoceles/domain'
import { readRows } from '../../database/rows.ts'

/** Among these hashes, those of files that the system itself printed for an object: nobody signed such a file. */
export async function findImpresos(
  tx: EntityManager,
  { acto, objeto, hashes }: { acto: ClaveActo; objeto: string; hashes: readonly string[] },
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await readRows<{ sha256: string }>(tx, IMPRESOS, [objeto, acto, hashes])
  return new Set(rows.map(({ sha256 }) => sha256))
}

const IMPRESOS = `select distinct contenido::jsonb #>> '{detalle,sha256}' as sha256 from bitacora.acto
  where objeto_id = $1 and acto = $2 and contenido::jsonb #>> '{detalle,sha256}' = any($3)`
