import type { Sourced } from '../sourced.ts'

/** A page told in Lengua de Señas Mexicana, on video, where the institute keeps it. */
export interface SenasPack extends Sourced {
  /** Address of the page in the visor: "/como-votar". */
  pagina: string
  /** Address of the video: https, and of a site that the institute answers for. Nothing of it is asked for before somebody opens it. */
  direccion: string
  segundos: number
  bytes: number
  /** Person or group that signs, as the institute names it. */
  quien: string
}
