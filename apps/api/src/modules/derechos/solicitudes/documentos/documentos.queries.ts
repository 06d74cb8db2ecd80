import { In, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm'
import type { Identificacion } from '@conoceles/domain'
import { toIso } from '../../../../shared/clock.ts'
import type { DocumentoDerechoDto } from '../derechos.dto.ts'
import type { SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { PruebaDerecho } from '../prueba-derecho.entity.ts'

export interface Documentacion {
  /** Whether a proof of identity was handed in, accepted or not. */
  identidadEntregada: boolean
  /** Kind of the identity document that was shown; null: nobody said. */
  exhibido: Identificacion | null
  documentos: DocumentoDerechoDto[]
}

/** When the proof of identity was handed in; it is no part of what a page shows. */
export interface DocumentacionDePapel extends Documentacion {
  identidadRecibidaEn: Date | null
}

/** Documents that were handed in with a request, in order; never their bytes. */
export async function readDocumentacion(tx: EntityManager, solicitudId: string): Promise<Documentacion> {
  const { identidadRecibidaEn: _, ...documentacion } = await readDocumentacionDePapel(tx, { id: solicitudId, hechos: [] })
  return documentacion
}

/** Papers of a request: its own, those of the letter that asks, and those of an act that its letter shares. */
export function documentosDe(
  { id, hechos }: Pick<SolicitudDerecho, 'id' | 'hechos'>,
  hermanas: readonly { id: string }[],
): FindOptionsWhere<PruebaDerecho>[] {
  const shared = hechos.map(({ folio }) => folio)
  return [
    { solicitudId: id, clase: 'documento' },
    ...hermanas.flatMap(({ id: solicitudId }) => [
      { solicitudId, clase: 'documento' as const, hecho: IsNull() },
      { solicitudId, clase: 'documento' as const, hecho: In(shared) },
    ]),
  ]
}

/** `hermanas`: requests of the same letter, for which identity is proved once. */
export async function readDocumentacionDePapel(
  tx: EntityManager,
  row: Pick<SolicitudDerecho, 'id' | 'hechos'>,
  hermanas: readonly { id: string }[] = [],
): Promise<DocumentacionDePapel> {
  const rows = await tx.find(PruebaDerecho, {
    select: {
      id: true,
      solicitudId: true,
      clase: true,
      hecho: true,
      nombre: true,
      exhibido: true,
      bytes: true,
      deLaPersona: true,
      recibidaEn: true,
    },
    where: [...documentosDe(row, hermanas), ...[row, ...hermanas].map(({ id }) => ({ solicitudId: id, clase: 'identidad' as const }))],
    order: { recibidaEn: 'ASC', id: 'ASC' },
  })
  const prueba = rows.find(({ clase }) => clase === 'identidad')
  const documentos = rows.flatMap(({ id, hecho, nombre, bytes, deLaPersona, recibidaEn }) =>
    nombre === null ? [] : [{ id, hecho, nombre, bytes: bytes ?? 0, deLaPersona, recibidoEn: toIso(recibidaEn) }],
  )
  return {
    ...{ identidadEntregada: prueba !== undefined, identidadRecibidaEn: prueba?.recibidaEn ?? null },
    ...{ exhibido: prueba?.exhibido ?? null, documentos },
  }
}

/** Place to which a document is sealed: its request, and itself where there may be others. */
export function placeOf({ id, solicitudId, clase }: Pick<PruebaDerecho, 'id' | 'solicitudId' | 'clase'>): string {
  const which = { identidad: '', datos: '|datos', documento: `|${id}` }[clase]
  return `identidad.prueba_derecho|${solicitudId}${which}`
}
