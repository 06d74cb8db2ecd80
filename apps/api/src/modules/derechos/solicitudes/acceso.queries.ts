import type { EntityManager } from 'typeorm'
import { localDay } from '@conoceles/domain'
import { extensionOf, Formato } from '../../captura/consentimientos/index.ts'
import type { IdentidadService } from '../../captura/index.ts'
import type { ZipEntry } from '../../../shared/archivos/zip.ts'
import { readRows } from '../../../database/rows.ts'

/** Her photographs as they are kept, the one of now and those before. */
export async function readFotografias(tx: EntityManager, candidaturaId: string): Promise<ZipEntry[]> {
  const rows = await readRows<{ dia: string; huella: string; grande: Buffer }>(
    tx,
    `select f.tomada_en::text as dia, left(f.sha256, 12) as huella, i.grande from captura.fotografia f
     join captura.imagen i on i.sha256 = f.sha256 where f.candidatura_id = $1 order by f.guardada_en, f.id`,
    [candidaturaId],
  )
  return rows.map(({ dia, huella, grande }, at) => ({ ruta: `fotografias/${at + 1}-${dia}-${huella}.webp`, contenido: grande }))
}

/** Her signed forms that were handed in. Once her data key was destroyed nobody opens them any more. */
export async function readDocumentos(
  tx: EntityManager,
  candidaturaId: string,
  { identidad, zona }: { identidad: IdentidadService; zona: string },
): Promise<ZipEntry[]> {
  const [key] = await readRows<unknown>(tx, 'select 1 from identidad.llave where candidatura_id = $1', [candidaturaId])
  if (key === undefined) return []
  const found: ZipEntry[] = []
  const rows = await tx.find(Formato, { where: { candidaturaId }, order: { creadoEn: 'ASC', id: 'ASC' } })
  // The database opens a data key to the Unidad only in a transaction that names its owner.
  await tx.query(`select set_config('app.titular', $1, true)`, [candidaturaId])
  for (const { id, medio, cifrado, creadoEn } of rows) {
    const contenido = await identidad.decryptDocument(tx, { candidaturaId, documentoId: id }, cifrado)
    const dia = localDay(creadoEn, zona)
    found.push({ ruta: `documentos/${found.length + 1}-consentimiento-${dia}.${extensionOf(medio)}`, contenido })
  }
  return found
}
