/** Preview of a shared page in a message or a network. Every text may hold whatever people typed. */
export interface VistaPrevia {
  titulo: string
  lineas: string[]
  actor: { siglas: string; nombre: string } | null
  /** Photograph (WebP) of a persona; without one the texts take its room. */
  retrato: Uint8Array | null
  /** Name of the site's owner. */
  pie: string
  aviso: string | null
}

/** Pixels, as networks ask for. */
export const VISTA = { ancho: 1200, alto: 630 } as const
export const RETRATO = { x: 80, y: 60, ancho: 345, alto: 460 } as const
