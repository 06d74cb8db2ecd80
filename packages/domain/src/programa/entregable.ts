/** Kinds of version of an entregable's document: the moment of its life that it was made for. */
export const CLASES_VERSION = ['proyecto', 'reunion_trabajo', 'comision', 'final', 'otra'] as const
export type ClaseVersion = (typeof CLASES_VERSION)[number]

/** Answers to an observación. */
export const SENTIDOS_RESPUESTA = ['aceptada', 'parcial', 'rechazada'] as const
export type SentidoRespuesta = (typeof SENTIDOS_RESPUESTA)[number]

export interface RevisionEntregable {
  /** Minimum contents that nobody found in a version that stands. */
  contenidosAbiertos: readonly string[]
  observacionesSinAtender: number
  /** A final version stands, or it was already sent. */
  terminado: boolean
}

/** Warnings on an entregable that has its final version or was sent, with something open. They stop nothing. */
export function advertenciasEntregable({ contenidosAbiertos, observacionesSinAtender, terminado }: RevisionEntregable): string[] {
  if (!terminado) return []
  return [
    ...contenidosAbiertos.map((contenido) => `Nadie ha señalado dónde está «${contenido}».`),
    ...(observacionesSinAtender === 1 ? ['Hay una observación sin atender.'] : []),
    ...(observacionesSinAtender > 1 ? [`Hay ${observacionesSinAtender} observaciones sin atender.`] : []),
  ]
}
