import type { Sourced } from '../../base/sourced.ts'

export const TIPOS_SESION = ['ordinaria', 'extraordinaria', 'extraordinaria_urgente'] as const
export type TipoSesion = (typeof TIPOS_SESION)[number]

/** Kinds of meeting of an organ: its sesiones, and the reunión de trabajo, in which nothing is voted. */
export const CLASES_SESION = [...TIPOS_SESION, 'reunion_trabajo'] as const
export type ClaseSesion = (typeof CLASES_SESION)[number]

/** More than this part of a whole, as numerator and denominator: [1, 2] is more than half. */
export type MasDe = readonly [number, number]

/** How an organ sits and decides. Data of the pack, with its source: none of it is written into code. */
export interface ReglasSesionPack extends Sourced {
  quorum: {
    /** Share of the members with vote who hold office on the day. */
    masDe: MasDe
    /** Whether it also takes the presidencia. */
    presidencia: boolean
  }
  mayoria: {
    masDe: MasDe
    /** People whose half counts: those who take part in the vote, or all members with vote. */
    de: 'presentes' | 'integrantes'
  }
  /** Whether the vote of the presidencia decides a tie. */
  votoCalidad: boolean
  /** Hours that should lie between convocatoria and sesión; null where no term is known. */
  convocatoriaHoras: Record<TipoSesion, number | null>
}

/** How many of a whole are more than a part of it. */
export function minimoDe(total: number, [numerator, denominator]: MasDe): number {
  return Math.floor((total * numerator) / denominator) + 1
}
