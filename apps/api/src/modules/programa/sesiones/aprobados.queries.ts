import { In, type EntityManager } from 'typeorm'
import { nombreSesion } from '@conoceles/domain'
import { findDocumentos, type DocumentoDto } from '../../registro/index.ts'
import { readRows } from '../../../database/rows.ts'
import { Celebracion, type PuntoVotado } from './celebracion.entity.ts'
import { Sesion } from './sesion.entity.ts'

/** A punto that an organ approved by vote. */
export interface PuntoAprobado {
  sesion: string
  /** "2.ª sesión ordinaria de 2024". */
  sesionNombre: string
  organo: string
  puntoId: string
  titulo: string
  /** Clave; null when it approves none. */
  entregable: string | null
  /** Clave of the draft that it decides; null when it names none. */
  materia: string | null
  /** ISO 8601. */
  votadoEn: string
  acta: { documentoId: string; nombre: string; sha256: string; fecha: string } | null
}

/** Approvals of these organs, as their sesiones are told now; the newest first. */
export async function findPuntosAprobados(tx: EntityManager, organos: readonly string[]): Promise<PuntoAprobado[]> {
  const sesiones = await tx.find(Sesion, {
    where: { organo: In([...organos]), estatus: 'celebrada' },
    order: { fecha: 'DESC', hora: 'DESC', id: 'ASC' },
  })
  const celebraciones = await tx.find(Celebracion, { where: { sesion: In(sesiones.map(({ id }) => id)) }, order: { numero: 'ASC' } })
  const newest = new Map(celebraciones.map((row) => [row.sesion, row]))
  const actas = await findDocumentos(tx, sesiones.flatMap(({ actaId }) => actaId ?? [])) // prettier-ignore
  return sesiones.flatMap((each) => (newest.get(each.id)?.puntos ?? []).flatMap((votado) => toAprobado(each, { votado, acta: actas.get(each.actaId ?? '') }) ?? [])) // prettier-ignore
}

function toAprobado(each: Sesion, { votado, acta }: { votado: PuntoVotado; acta: DocumentoDto | undefined }): PuntoAprobado | null {
  const { puntoId, resultado, votadoEn } = votado
  const punto = each.puntos.find(({ id }) => id === puntoId)
  if (!punto || resultado !== 'aprobado' || votadoEn === null) return null
  const { titulo, entregable, materia = null } = punto
  const { id: sesion, organo, actaFecha: fecha } = each
  const known = acta && fecha !== null ? { documentoId: acta.id, nombre: acta.nombre, sha256: acta.sha256, fecha } : null
  return { sesion, sesionNombre: nombreSesion(each), organo, puntoId, titulo, entregable, materia, votadoEn, acta: known }
}

export interface VersionDePunto {
  entregable: string
  numero: number
  nombre: string
  sha256: string
}

/** The newest version that stands of the document of each of these entregables: the one that is voted. */
export async function listVersionesVotadas(
  tx: EntityManager,
  { procesoId, entregables }: { procesoId: string; entregables: readonly string[] },
): Promise<VersionDePunto[]> {
  return readRows<VersionDePunto>(
    tx,
    `select distinct on (v.entregable) v.entregable, v.numero, d.nombre, d.sha256
     from captura.entregable_version v join captura.documento d on d.id = v.documento_id
     where v.proceso_id = $1 and v.entregable = any($2) and v.retirada_en is null order by v.entregable, v.numero desc`,
    [procesoId, entregables],
  )
}

/** When the first version of the document of an entregable that stands was sent; null: none was. */
export async function primeraVersion(
  tx: EntityManager,
  { procesoId, entregable }: { procesoId: string; entregable: string },
): Promise<Date | null> {
  const [row] = await readRows<{ desde: Date | null }>(
    tx,
    `select min(v.registrada_en) as desde from captura.entregable_version v
     where v.proceso_id = $1 and v.entregable = $2 and v.retirada_en is null`,
    [procesoId, entregable],
  )
  return row?.desde ?? null
}
