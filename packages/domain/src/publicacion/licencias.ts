import type { Sourced } from '../base/sourced.ts'

/** Groups of public data, parted by author: each may be reused under conditions of its own. */
export const GRUPOS_DATOS = ['registro', 'respuestas', 'fotografias', 'estadisticas'] as const
export type GrupoDatos = (typeof GRUPOS_DATOS)[number]

/** Licence under which a part of the public data may be reused. */
export interface LicenciaPack extends Sourced {
  grupo: GrupoDatos
  /** Name of the licence; null while nobody said which. */
  licencia: string | null
  /** Address of its text; null where it has none. */
  url: string | null
}
