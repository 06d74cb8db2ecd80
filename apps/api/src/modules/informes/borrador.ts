import type { EntityManager } from 'typeorm'
import type { Asked } from '../../database/reader.ts'
import type { Clock } from '../../shared/clock.ts'
import { canonical, sha256 } from '../../shared/criptografia/canonical.ts'
import type { PdfDocument } from '../../shared/documentos/pdf/model.ts'
import type { Catalogos } from './datos/avance.ts'
import { congelarUnAvance, type Pedido } from './datos/congelar.ts'
import { FORMA, toDocumento } from './documento/documento.ts'

interface Borrador {
  entregable: Pedido['entregable']
  procesos: Catalogos
  clock: Clock
  lector: Asked
  /** By clave of the part. */
  textos: ReadonlyMap<string, string>
}

/** The informe of an avance with the figures of now, which nobody froze: its cover offers no data to check it with. */
export async function borradorDeAvance(tx: EntityManager, { entregable, textos, ...fuentes }: Borrador): Promise<PdfDocument> {
  const datos = await congelarUnAvance(tx, entregable, fuentes)
  const document = toDocumento({ datos, sha256: sha256(canonical(datos)), textos, forma: FORMA })
  return { ...document, ...(document.cover ? { cover: { ...document.cover, paragraphs: [] } } : {}) }
}
