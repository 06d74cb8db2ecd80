import type { EntityManager } from 'typeorm'
import type { DocumentoDto } from '../candidaturas/index.ts'

export type Documentos = ReadonlyMap<string, DocumentoDto>

/** Name, size and hash of papers, without their content. */
export async function readDocumentos(tx: EntityManager, ids: readonly string[]): Promise<Documentos> {
  if (ids.length === 0) return new Map()
  const rows = (await tx.query('select id, nombre, bytes, sha256 from captura.documento where id = any($1)', [ids])) as DocumentoDto[]
  return new Map(rows.map((row) => [row.id, row]))
}
