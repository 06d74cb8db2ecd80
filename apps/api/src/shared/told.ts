import { channel } from 'node:diagnostics_channel'

/** An answer to a request. `ruta`: the pattern of its route, never the address. */
export interface Answered {
  metodo: string
  ruta: string
  estatus: number
  segundos: number
}

/** Processes tell here of their own work, for operations; where nobody listens it costs nothing. */
export const ANSWERED = channel('conoceles.contestada')
/** Seconds from the oldest act of a corte until it was public. */
export const PUBLISHED = channel('conoceles.publicada')
/** A work that failed, and will be tried again. */
export const FAILED = channel('conoceles.falla')
