import { AppError } from '../../../shared/http/errors.ts'
import { pathPart, type Piece } from '../../../shared/pieces.ts'
import { Documento } from './documento.entity.ts'
import type { DocumentoDto } from './documentos.dto.ts'

/** A received document as a file of an expediente. `ruta`: without its hash and extension. */
export function documentoPiece(
  { id, nombre, sha256 }: DocumentoDto,
  { ruta, titulo, entregables }: Pick<Piece, 'ruta' | 'titulo' | 'entregables'>,
): Piece {
  return {
    ruta: `${ruta}-${pathPart(sha256.slice(0, 12))}.${/\.(docx|xlsx)$/i.exec(nombre)?.[1]?.toLowerCase() ?? 'pdf'}`,
    titulo: `${titulo}: ${nombre}`,
    entregables,
    objeto: { tipo: 'documento', id },
    read: (inTx) =>
      inTx(async (tx) => {
        const row = await tx.findOneBy(Documento, { id })
        if (!row) throw new AppError('ruta.no_existe')
        return row.contenido
      }),
  }
}
