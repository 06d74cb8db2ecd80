import { In, type EntityManager } from 'typeorm'
import { documentoPiece, findDocumentos } from '../../registro/index.ts'
import { pathPart, type Piece } from '../../../shared/pieces.ts'
import { PasoRegistrado } from './paso-registrado.entity.ts'
import { VersionEntregable } from './version-entregable.entity.ts'

/** Every version of the document, withdrawn ones too, and the papers of its steps. */
export async function entregablesPieces(tx: EntityManager, entregables: readonly string[]): Promise<Piece[]> {
  const where = { entregable: In([...entregables]) }
  const versiones = await tx.find(VersionEntregable, { where, order: { entregable: 'ASC', numero: 'ASC' } })
  const pasos = await tx.find(PasoRegistrado, { where, order: { entregable: 'ASC', registradoEn: 'ASC', id: 'ASC' } })
  const documentos = await findDocumentos(
    tx,
    [...versiones, ...pasos].map(({ documentoId }) => documentoId),
  )
  const places = [
    ...versiones.map(({ entregable, numero, clase, retiradaEn, documentoId }) => ({
      ...{ entregable, documentoId, ruta: `version-${numero}` },
      titulo: `Versión ${numero} (${clase.replaceAll('_', ' ')})${retiradaEn === null ? '' : ', retirada'}`,
    })),
    ...pasos.map(({ id, entregable, paso, documentoId }) => ({
      ...{ entregable, documentoId, ruta: `paso-${pathPart(paso)}-${id.slice(0, 8)}` },
      titulo: `Paso ${paso}`,
    })),
  ]
  return places.flatMap(({ entregable, documentoId, ruta, titulo }) => {
    const documento = documentoId === null ? undefined : documentos.get(documentoId)
    if (!documento) return []
    return [documentoPiece(documento, { ruta: `entregables/${pathPart(entregable)}/${ruta}`, titulo, entregables: [entregable] })]
  })
}
