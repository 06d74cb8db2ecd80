import type { Sourced } from '../base/sourced.ts'

/** A page told in Lengua de Señas Mexicana, on video: kept by the institute elsewhere, or a file that this site serves itself. */
export type SenasPack = SenasAjena | SenasPropia

interface SenasBase extends Sourced {
  /** Address of the page in the visor: "/como-votar". */
  pagina: string
  segundos: number
  /** Person or group that signs, as the institute names it. */
  quien: string
  /** A still of the video: PNG or JPEG, base64. */
  cartel?: string
}

export interface SenasAjena extends SenasBase {
  /** Address of the video: https, and of a site that the institute answers for. Nothing of it is asked for before somebody opens it. */
  direccion: string
  bytes: number
}

export interface SenasPropia extends SenasBase {
  archivo: {
    medio: MedioSenas
    /** The file, base64. */
    contenido: string
  }
  /** Words of the video, as WebVTT. */
  subtitulos?: string
}

/** Media that browsers play without help, and how the names of their files end. */
export const MEDIOS_SENAS = { 'video/mp4': 'mp4', 'video/webm': 'webm' } as const
export type MedioSenas = keyof typeof MEDIOS_SENAS

/** Such a video as a loaded proceso keeps it: by addresses, without its bytes. */
export interface SenasCargada extends Sourced {
  pagina: string
  direccion: string
  segundos: number
  bytes: number
  quien: string
  /** Medium of a file that this site serves; absent: the address is of another site. */
  medio?: MedioSenas
  /** Address of its still. */
  cartel?: string
  /** Address of its subtitles. */
  subtitulos?: string
}
