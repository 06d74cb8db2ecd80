import { In, type EntityManager } from 'typeorm'
import { Acuerdo, documentoPiece, findDocumentos } from '../../registro/index.ts'
import { pathPart, type Piece } from '../../../shared/pieces.ts'
import { Cumplimiento } from './cumplimiento.entity.ts'
import { Evento } from './evento.entity.ts'

/** The evidence of each moment, annulled ones too, and the acuerdo or the document that opened a duty. */
export async function actividadesPieces(tx: EntityManager, entregables: readonly string[]): Promise<Piece[]> {
  const done = await tx.findBy(Cumplimiento, { entregable: In([...entregables]) })
  const opened = await acuerdosOf(tx, entregables)
  const documentos = await findDocumentos(
    tx,
    [...done, ...opened].map(({ documentoId }) => documentoId),
  )
  const pieces = [...done.map(toEvidence), ...opened].flatMap(({ documentoId, ...place }) => {
    const documento = documentoId === null ? undefined : documentos.get(documentoId)
    return documento ? [documentoPiece(documento, place)] : []
  })
  // One document may have been the evidence of a moment twice.
  return [...new Map(pieces.map((piece) => [piece.ruta, piece])).values()]
}

type Place = Pick<Piece, 'ruta' | 'titulo' | 'entregables'> & { documentoId: string | null }

function toEvidence({ entregable, milestone, referencia, documentoId, anuladoEn }: Cumplimiento): Place {
  const titulo = `${anuladoEn === null ? 'Evidencia' : 'Evidencia anulada'}, ${referencia}`
  return { ruta: `entregables/${pathPart(entregable)}/${milestone}`, titulo, entregables: [entregable], documentoId }
}

async function acuerdosOf(tx: EntityManager, entregables: readonly string[]): Promise<Place[]> {
  const byEvento = entregables.flatMap((clave) => (UUID.test(clave) ? [[clave.slice(clave.indexOf('/') + 1), clave] as const] : []))
  const eventos = await tx.findBy(Evento, { id: In([...new Set(byEvento.map(([id]) => id))]) })
  const acuerdos = await tx.findBy(Acuerdo, { id: In(eventos.flatMap(({ acuerdoId }) => acuerdoId ?? [])) })
  return byEvento.flatMap(([eventoId, clave]) => {
    const evento = eventos.find(({ id }) => id === eventoId)
    const acuerdo = acuerdos.find(({ id }) => id === evento?.acuerdoId)
    return evento ? [toOpening(clave, evento, acuerdo)] : []
  })
}

function toOpening(clave: string, { titulo, documentoId }: Evento, acuerdo: Acuerdo | undefined): Place {
  const folder = `entregables/${pathPart(clave)}`
  if (!acuerdo) return { ruta: `${folder}/evento`, titulo, entregables: [clave], documentoId }
  return { ruta: `${folder}/acuerdo`, titulo: `Acuerdo ${acuerdo.numero}`, entregables: [clave], documentoId: acuerdo.documentoId }
}

/** "11.8/<id of its event>". */
const UUID = /\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
