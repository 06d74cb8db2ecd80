import { In, type EntityManager } from 'typeorm'
import { nombreSesion, type ClaseSesion } from '@conoceles/domain'
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

/** Approval of an entregable by the vote of an organ, as its sesión is told now. */
export interface AprobacionVotada {
  entregable: string
  organo: string
  tipo: ClaseSesion
  numero: number
  /** Day of the sesión. */
  fecha: string
  votadoEn: Date
  acuerdo: string | null
  /** Nobody voted against it nor withheld her vote. */
  unanime: boolean
}

export async function findAprobaciones(
  tx: EntityManager,
  { procesoId, entregables }: { procesoId: string; entregables: readonly string[] },
): Promise<AprobacionVotada[]> {
  return readRows<AprobacionVotada>(
    tx,
    `select p->>'entregable' as entregable, s.organo, s.tipo, s.numero, s.fecha::text as fecha,
       (v->>'votadoEn')::timestamptz as "votadoEn", v->'acuerdo'->>'numero' as acuerdo,
       coalesce((v->'cuenta'->>'en_contra')::int + (v->'cuenta'->>'abstencion')::int, 0) = 0 as unanime
     from captura.sesion s
     join lateral (select c.puntos from captura.celebracion c where c.sesion_id = s.id order by c.numero desc limit 1) c on true
     cross join lateral jsonb_array_elements(s.puntos) p
     join lateral jsonb_array_elements(c.puntos) v on v->>'puntoId' = p->>'id'
     where s.proceso_id = $1 and s.estatus = 'celebrada' and p->>'entregable' = any($2) and v->>'resultado' = 'aprobado'
     order by 6, s.id`,
    [procesoId, entregables],
  )
}

/** The city that the secretaría typed in its newest convocatoria that has one; null: none has. */
export async function findCiudad(tx: EntityManager, procesoId: string): Promise<string | null> {
  const [row] = await readRows<{ ciudad: string }>(
    tx,
    `select s.convocatoria->>'ciudad' as ciudad from captura.sesion s
     where s.proceso_id = $1 and s.convocatoria->>'ciudad' is not null order by s.convocatoria->>'en' desc, s.id limit 1`,
    [procesoId],
  )
  return row?.ciudad ?? null
}

export interface VersionGuardada {
  entregable: string
  numero: number
  documentoId: string
  sha256: string
  /** Version that was approved as a project and whose text it is; null: none. */
  textoDe: number | null
  /** It is the PDF of an informe that was emitted here. */
  emitida: boolean
  registradaEn: Date
}

/** Versions that stand of the documents of these entregables, the newest first. */
export async function listVersiones(
  tx: EntityManager,
  { procesoId, entregables }: { procesoId: string; entregables: readonly string[] },
): Promise<VersionGuardada[]> {
  return readRows<VersionGuardada>(
    tx,
    `select v.entregable, v.numero, v.documento_id as "documentoId", d.sha256, v.texto_de as "textoDe", v.registrada_en as "registradaEn",
       exists (select 1 from captura.informe_emision e
               where e.proceso_id = $1 and e.entregable = v.entregable and e.huellas ->> 'pdf' = d.sha256) as emitida
     from captura.entregable_version v join captura.documento d on d.id = v.documento_id
     where v.proceso_id = $1 and v.entregable = any($2) and v.retirada_en is null order by v.entregable, v.numero desc`,
    [procesoId, entregables],
  )
}
