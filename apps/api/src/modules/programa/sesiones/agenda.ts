import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, exigeVoto, type ClaseSesion, type Milestone, type VersionPrevia } from '@conoceles/domain'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import { Documento } from '../../registro/index.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import { primeraVersion } from './aprobados.queries.ts'
import { findMateria } from './materias.queries.ts'
import type { Punto } from './sesion.entity.ts'
import type { PuntoNuevoDto } from './sesiones-actos.dto.ts'

/** An entregable as an organ may approve it. */
export interface Aprobable {
  entregable: EntregableDetailDto
  /** Moments that the approval fulfils, that of the organ first. */
  cumple: Milestone[]
  /** Whether the organ approved it already. */
  aprobado: boolean
}

/** Null when it does not exist, or this organ has nothing to approve in it. */
export async function findAprobable(
  tx: EntityManager,
  actividades: ActividadesService,
  { clave, aprueba }: { clave: string; aprueba: Milestone | null },
): Promise<Aprobable | null> {
  const entregable = await actividades.find(tx, clave).catch(notThere)
  return entregable && aprobableDe(entregable, aprueba)
}

/** Null when this organ has nothing to approve in it. */
export function aprobableDe(entregable: EntregableDetailDto, aprueba: Milestone | null): Aprobable | null {
  if (aprueba === null) return null
  const moments = [...entregable.hitos, ...entregable.cadena].filter(({ milestone }) => milestone === aprueba)
  if (moments.length === 0) return null
  const presentacion = entregable.hitos.find(({ milestone }) => milestone === 'presentacion')
  // A vote of the Pleno shows that it was presented.
  const presented = aprueba === 'pleno' && presentacion && presentacion.vence !== null && presentacion.cumplimiento === null
  return {
    entregable,
    cumple: presented ? [aprueba, 'presentacion'] : [aprueba],
    aprobado: moments.some(({ cumplimiento }) => cumplimiento !== null),
  }
}

/** Warnings before its approval: those of the moment of the organ, which the rest share. */
export function faltasDe({ entregable, cumple, aprobado }: Aprobable): EntregableDetailDto['advertencias'] {
  return aprobado ? [] : entregable.advertencias.filter(({ milestone }) => milestone === cumple[0])
}

/** From when a vote approves it. */
export async function versionPreviaDe(
  tx: EntityManager,
  actividades: ActividadesService,
  { procesoId, entregable }: { procesoId: string; entregable: EntregableDetailDto },
): Promise<VersionPrevia> {
  const programa = await actividades.leerPrograma(tx)
  const exigeVersion = programa.actividades.some(({ clave, informe }) => clave === entregable.actividad && exigeVoto(informe))
  const desde = exigeVersion ? await primeraVersion(tx, { procesoId, entregable: entregable.clave }) : null
  return { exigeVersion, versionDesde: desde && toIso(desde) }
}

function notThere(error: unknown): null {
  if (error instanceof AppError && error.code === 'ruta.no_existe') return null
  throw error
}

interface Plan {
  actividades: ActividadesService
  aprueba: Milestone | null
  antes: readonly Punto[]
  tipo: ClaseSesion
}

/** The agenda as it is kept: earlier points keep their identifiers, and every entregable is one that the organ approves. */
export async function toPuntos(
  tx: EntityManager,
  { actividades, aprueba, antes, tipo }: Plan,
  puntos: readonly PuntoNuevoDto[],
): Promise<Punto[]> {
  const claves = puntos.flatMap(({ entregable }) => entregable ?? [])
  const errors = votoErrors(tipo, puntos)
  for (const [at, { entregable, materia, seVota }] of puntos.entries()) {
    errors.push(...(await materiaErrors(tx, { at, materia, seVota })))
    if (!entregable) continue
    const reasons = [
      ...((await findAprobable(tx, actividades, { clave: entregable, aprueba })) ? [] : ['Este órgano no aprueba ese entregable.']),
      ...(claves.indexOf(entregable) === claves.lastIndexOf(entregable) ? [] : ['El mismo entregable está dos veces.']),
      ...sinVotarErrors(tipo, { seVota }),
    ]
    if (reasons.length > 0) errors.push({ field: `puntos.${at}.entregable`, reasons })
  }
  if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
  await assertDocumentos(tx, puntos.flatMap(({ documentos }) => documentos)) // prettier-ignore
  const known = new Set(antes.map(({ id }) => id))
  return puntos.map(({ id, titulo, seVota, entregable, materia, documentos }) => ({
    id: id !== undefined && known.delete(id) ? id : randomUUID(),
    titulo: cleanLine(titulo),
    seVota,
    entregable: entregable ?? null,
    materia: materia ?? null,
    documentos,
  }))
}

/** Only a reunión de trabajo treats an entregable without a vote. */
function sinVotarErrors(tipo: ClaseSesion, { seVota }: Pick<PuntoNuevoDto, 'seVota'>): string[] {
  return seVota || tipo === 'reunion_trabajo' ? [] : ['Un entregable se vota.']
}

/** In a reunión de trabajo nothing is voted. */
function votoErrors(tipo: ClaseSesion, puntos: readonly PuntoNuevoDto[]): FieldError[] {
  if (tipo !== 'reunion_trabajo') return []
  const reasons = ['En una reunión de trabajo nada se vota.']
  return puntos.flatMap(({ seVota }, at) => (seVota ? [{ field: `puntos.${at}.titulo`, reasons }] : []))
}

async function materiaErrors(
  tx: EntityManager,
  { at, materia, seVota }: { at: number; materia: string | null | undefined; seVota: boolean },
): Promise<FieldError[]> {
  if (!materia) return []
  const reasons = [
    ...((await findMateria(tx, materia)) ? [] : ['No hay un borrador así.']),
    ...(seVota ? [] : ['Lo que se decide se vota.']),
  ]
  return reasons.length > 0 ? [{ field: `puntos.${at}.materia`, reasons }] : []
}

export async function assertDocumentos(tx: EntityManager, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    if (!(await tx.existsBy(Documento, { id }))) throw new AppError('entrada.invalida', { errors: [{ field: 'documentos', reasons: ['No existe ese documento.'] }] }) // prettier-ignore
  }
}
