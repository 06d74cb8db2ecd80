import { nadaPorEdad, seccionesDe } from '@conoceles/cuestionarios'
import type { Completeness, EstatusSeccion } from '@conoceles/domain'
import type { ConsentimientoRow } from '../consentimientos/index.ts'
import type { SeccionEstatus } from './captura.queries.ts'
import type { Vigente } from '../vigentes/vigentes.ts'

export interface Completable {
  vigentes: readonly Vigente[]
  secciones: readonly SeccionEstatus[]
  consentimiento: ConsentimientoRow | null
}

/** Refusing the treatment of identity data waives that cuestionario: nobody has to answer questions whose answers may not be received. */
export function requiredOf({ vigentes, consentimiento }: Pick<Completable, 'vigentes' | 'consentimiento'>): Vigente[] {
  return vigentes.filter(({ row }) => row.tipo !== 'identidad' || consentimiento?.tratamiento !== false)
}

/** Missing parts of a captura. Nobody has to save a section that her date of birth leaves without questions. */
export function completenessOf({ vigentes, secciones, consentimiento }: Completable): Completeness {
  const incomplete = requiredOf({ vigentes, consentimiento }).flatMap(({ row, compiled }) =>
    seccionesDe(compiled).filter(
      ({ clave }) =>
        !nadaPorEdad(compiled, clave) && !isComplete(secciones.find((s) => s.cuestionarioId === row.id && s.clave === clave)?.estatus),
    ),
  )
  return { seccionesIncompletas: incomplete.map(({ titulo }) => titulo), consentimiento: consentimientoState(consentimiento) }
}

/** Sections by which the whole is judged: a waived cuestionario only counts those that were reviewed before. */
export function judgedOf({ vigentes, secciones, consentimiento }: Completable): SeccionEstatus[] {
  const required = requiredOf({ vigentes, consentimiento })
  return secciones.filter(({ cuestionarioId, estatus }) => isReviewed(estatus) || required.some(({ row }) => row.id === cuestionarioId))
}

function isReviewed(estatus: EstatusSeccion): boolean {
  return estatus === 'validada' || estatus === 'verificada'
}

export function isComplete(estatus: EstatusSeccion | undefined): boolean {
  return estatus === 'completa' || (estatus !== undefined && isReviewed(estatus))
}

function consentimientoState(row: ConsentimientoRow | null): Completeness['consentimiento'] {
  if (!row) return 'ninguno'
  if (row.revision === 'pendiente') return 'pendiente'
  return row.revision === 'rechazada' ? 'rechazado' : 'vigente'
}
