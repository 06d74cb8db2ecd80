import type { EntityManager } from 'typeorm'
import type { DocumentoDto } from './documentos.dto.ts'
import { readRows } from '../../../database/rows.ts'

/** Name, size and hash of received documents, without their content: by id, in the order in which they were named, each once. */
export async function findDocumentos(tx: EntityManager, ids: readonly (string | null)[]): Promise<Map<string, DocumentoDto>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await readRows<DocumentoDto>(
    tx,
    'select id, nombre, bytes, sha256 from captura.documento where id = any($1) order by array_position($1, id)',
    [wanted],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
