import type { EntityManager } from 'typeorm'
import {
  ACTOS_SESION,
  advertenciasDeActa,
  debeActa,
  nombreSesion,
  razonesContraActo,
  VIDA_SESION,
  type OrganoPack,
  type SesionState,
} from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import { findImpresos } from '../../bitacora/index.ts'
import type { AccionDto, DocumentoDto } from '../../registro/index.ts'
import { toIso } from '../../../shared/clock.ts'
import { faltasDe, findAprobable, versionPreviaDe, type Aprobable } from './agenda.ts'
import { Celebracion } from './celebracion.entity.ts'
import { findMateria } from './materias.queries.ts'
import type { IntegranteDto } from './integrantes/integrantes.dto.ts'
import type { OrganoQueSesiona } from './integrantes/organos.ts'
import { papelDeSesion } from './papeles/comun.ts'
import type { Punto, Sesion } from './sesion.entity.ts'
import type { ActaDto, AprobacionPreviaDto, CelebracionDto, ConvocatoriaDto, DebeActaDto, PuntoDto, SesionDto } from './sesiones.dto.ts'

export function idsOf({ puntos, convocatoria, actaId }: Sesion): string[] {
  return [...puntos.flatMap(({ documentos }) => documentos), ...(convocatoria?.documentos ?? []), ...(actaId ? [actaId] : [])]
}

export function toSesionDto(sesion: Sesion, organo: Pick<OrganoPack, 'clave' | 'nombre' | 'papel'>): SesionDto {
  const { id, tipo, numero, anio, fecha, hora, modalidad, lugar, estatus, puntos, actaId } = sesion
  const entregables = puntos.flatMap(({ entregable }) => entregable ?? [])
  const asuntos = puntos.filter(({ entregable }) => entregable !== null).map(({ titulo }) => titulo)
  return {
    ...{ id, tipo, numero, anio, fecha, hora, modalidad, lugar, estatus, entregables, asuntos },
    organo: { clave: organo.clave, nombre: organo.nombre },
    nombre: nombreSesion(sesion),
    papel: papelDeSesion(sesion, organo),
    conActa: actaId !== null,
  }
}

interface Reading {
  actividades: ActividadesService
  organo: OrganoQueSesiona
  documentos: ReadonlyMap<string, DocumentoDto>
  procesoId: string
  /** Approvals of other organs that an entregable lacks before this vote; none are asked while it is being convened. */
  previas?: (aprobable: Aprobable) => Promise<AprobacionPreviaDto[]>
}

export async function toPuntosDto(tx: EntityManager, puntos: readonly Punto[], reading: Reading): Promise<PuntoDto[]> {
  const rows: PuntoDto[] = []
  for (const punto of puntos) rows.push(await toPuntoDto(tx, punto, reading))
  return rows
}

async function toPuntoDto(
  tx: EntityManager,
  punto: Punto,
  { actividades, organo, documentos, procesoId, previas }: Reading,
): Promise<PuntoDto> {
  const { id, titulo, seVota } = punto
  const clave = punto.entregable
  const found = clave === null ? null : await findAprobable(tx, actividades, { clave, aprueba: organo.aprueba })
  const entregable = found && {
    clave: found.entregable.clave,
    numero: found.entregable.numero,
    nombre: found.entregable.nombre,
    documento: found.entregable.documento,
    cumple: found.cumple,
    advertencias: faltasDe(found).map(({ texto }) => texto),
    aprobado: found.aprobado,
    ...(await versionPreviaDe(tx, actividades, { procesoId, entregable: found.entregable })),
  }
  return {
    ...{ id, titulo, seVota, entregable },
    previas: found && seVota && previas ? await previas(found) : [],
    materia: await findMateria(tx, punto.materia),
    documentos: known(punto.documentos, documentos),
  }
}

export function toConvocatoriaDto({ convocatoria }: Sesion, documentos: ReadonlyMap<string, DocumentoDto>): ConvocatoriaDto | null {
  if (!convocatoria) return null
  const { numero = null, ciudad = null, fundamento = null, plantilla = 0, plantillaOrden = 0, ...rest } = convocatoria
  return { ...rest, numero, ciudad, fundamento, plantilla, plantillaOrden, documentos: known(convocatoria.documentos, documentos) }
}

export async function toActaDto(tx: EntityManager, sesion: Sesion, documentos: ReadonlyMap<string, DocumentoDto>): Promise<ActaDto | null> {
  const { actaId, actaFecha } = sesion
  const documento = actaId === null ? undefined : documentos.get(actaId)
  if (!documento || actaFecha === null) return null
  return { documento, fecha: actaFecha, advertencias: await advertirActa(tx, { sesion, documento, documentos }) }
}

/** Warnings on a document as the signed acta: one that the system printed, or that was given in the sesión as something else. */
export async function advertirActa(
  tx: EntityManager,
  { sesion, documento, documentos }: { sesion: Sesion; documento: DocumentoDto; documentos: ReadonlyMap<string, DocumentoDto> },
): Promise<string[]> {
  const { sha256 } = documento
  const otros = [...documentos.values()].filter(({ id }) => id !== documento.id && id !== sesion.actaId)
  return advertenciasDeActa({
    ...{ sha256, otros },
    impresos: await findImpresos(tx, { acto: 'sesion.impresa', objeto: sesion.id, hashes: [sha256] }),
  })
}

/** Null while there is nothing to owe, and where the directory of that day names nobody. */
export function toDebeActa({ estatus, actaId }: Sesion, integrantes: readonly IntegranteDto[]): DebeActaDto | null {
  const found = estatus === 'celebrada' && actaId === null ? debeActa(integrantes) : null
  return found?.ejerce ? { nombre: found.nombre, puesto: found.puesto, ejerce: found.ejerce } : null
}

function known(ids: readonly string[], documentos: ReadonlyMap<string, DocumentoDto>): DocumentoDto[] {
  return ids.flatMap((id) => documentos.get(id) ?? [])
}

/** Newest first: that one counts. */
export async function readCelebraciones(tx: EntityManager, sesion: string): Promise<Celebracion[]> {
  return tx.find(Celebracion, { where: { sesion }, order: { numero: 'DESC' } })
}

export function toCelebracionDto({ inicio, fin, registradaEn, ...told }: Celebracion): CelebracionDto {
  const { numero, asistencia, representaciones, puntos, motivo, folio } = told
  return {
    ...{ numero, asistencia, representaciones, puntos, motivo, folio },
    ...{ inicio: toIso(inicio), fin: toIso(fin), registradaEn: toIso(registradaEn) },
  }
}

export function stateOf(
  { estatus, fecha, hora, puntos, actaId }: Sesion,
  { celebraciones, hoy }: { celebraciones: readonly Celebracion[]; hoy: string },
): SesionState {
  return { estatus, hora, puntos: puntos.length, llego: fecha <= hoy, conCelebracion: celebraciones.length > 0, conActa: actaId !== null }
}

/** Acts that its estatus knows, each with the reasons against it. */
export function accionesDe(state: SesionState): AccionDto[] {
  return ACTOS_SESION.filter((acto) => VIDA_SESION[state.estatus][acto] !== undefined).map((acto) => {
    const razones = razonesContraActo(state, acto)
    return { acto, permitido: razones.length === 0, razones }
  })
}
