/** How many persons, told as a statement that is true: at least `minimo` and at most `maximo`. Equal: the exact number. */
export interface Intervalo {
  minimo: number
  maximo: number
}

/** A lote spans at least so many intervals: in a smaller one hardly anything could be told. */
const INTERVALOS_POR_LOTE = 3

/** How many numbers an interval holds; also the most persons that may hide behind "few", because nobody goes with the first. */
export function anchoDe(minimo: number): number {
  return 2 * minimo - 3
}

/** Persons in the smallest lote. */
export function loteMenor(minimo: number): number {
  return INTERVALOS_POR_LOTE * anchoDe(minimo) + 1
}

/** How many of those who wait make a lote: one more than a multiple of the width, so that its last interval ends where it does; else none. */
export function tamanoDeLote(esperan: number, minimo: number): number {
  const ancho = anchoDe(minimo)
  return esperan < loteMenor(minimo) ? 0 : Math.floor((esperan - 1) / ancho) * ancho + 1
}

/**
 * Interval that is told in place of how many of a lote gave one answer; all have the same width. Zero goes with the first interval and
 * everybody with the last. Depends on the cell alone, so its form reveals nothing of the others.
 *
 * The exact size of the lote is public, and the other answers bound each one. The ends allow for that. Sizes are one more than a
 * multiple of the width, so the lowest ends of k answers miss the size by a multiple of the width less k - 1. Then each answer keeps
 * at least `ancho - k + 2` values, which is the minimum or more while k stays below the minimum.
 */
export function intervaloDe(cuantas: number, { tamano, minimo }: { tamano: number; minimo: number }): Intervalo {
  const ancho = anchoDe(minimo)
  if (cuantas <= ancho) return { minimo: 0, maximo: ancho }
  if (cuantas >= tamano - ancho) return { minimo: tamano - ancho, maximo: tamano }
  const first = Math.floor((cuantas - 1) / ancho) * ancho + 1
  return { minimo: first, maximo: first + ancho - 1 }
}

/**
 * Interval that still holds for those who stay when some left. Nobody's answer is read: it is not known what those who left had
 * answered, and a closer interval would tell just that.
 */
export function trasSalir(antes: Intervalo, { quedan, salieron }: { quedan: number; salieron: number }): Intervalo {
  return { minimo: Math.max(0, antes.minimo - salieron), maximo: Math.min(antes.maximo, quedan) }
}

export function sumaDe(intervalos: readonly Intervalo[]): Intervalo {
  return {
    minimo: intervalos.reduce((sum, { minimo }) => sum + minimo, 0),
    maximo: intervalos.reduce((sum, { maximo }) => sum + maximo, 0),
  }
}
