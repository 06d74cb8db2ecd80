import type { EntityManager } from 'typeorm'
import { toIso } from '../../../../shared/clock.ts'
import type { DocumentoDerechoDto } from '../derechos.dto.ts'
import { PruebaDerecho } from '../prueba-derecho.entity.ts'

export interface Documentacion {
  /** Whether a proof of identity was handed in, accepted or not. */
  identidadEntregada: boolean
  documentos: DocumentoDerechoDto[]
}

/** Documents that were handed in with a request, in order; never their bytes. */
export async function readDocumentacion(tx: EntityManager, solicitudId: string): Promise<Documentacion> {
  const rows = await tx.find(PruebaDerecho, {
    select: { id: true, clase: true, hecho: true, nombre: true, bytes: true, deLaPersona: true, recibidaEn: true },
    where: { solicitudId },
    order: { recibidaEn: 'ASC', id: 'ASC' },
  })
  const documentos = rows.flatMap(({ id, hecho, nombre, bytes, deLaPersona, recibidaEn }) =>
    nombre === null ? [] : [{ id, hecho, nombre, bytes: bytes ?? 0, deLaPersona, recibidoEn: toIso(recibidaEn) }],
  )
  return { identidadEntregada: rows.some(({ clase }) => clase === 'identidad'), documentos }
}

/** Place to which a document is sealed: its request, and itself where there may be others. */
export function placeOf({ id, solicitudId, clase }: Pick<PruebaDerecho, 'id' | 'solicitudId' | 'clase'>): string {
  return `identidad.prueba_derecho|${solicitudId}${clase === 'identidad' ? '' : `|${id}`}`
}
