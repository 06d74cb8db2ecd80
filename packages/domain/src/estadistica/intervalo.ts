/** How many persons, told as a statement that is true: at least `minimo` and at most `maximo`. Equal: the exact number. */
export interface Intervalo {
  minimo: number
  maximo: number
}

/** A lote holds at least so many times the minimum cell: in a smaller one hardly anything could be told. */
export const MINIMOS_POR_LOTE = 4

/**
 * What is told of how many of a lote gave one answer. Conventional rounding to a base (the minimum cell), told as the interval of what
 * rounds to the same; and a cell that is small, or leaves few outside, is told as such and no closer. Depends on nothing but the cell
 * itself, so that there is nothing to learn from why one was suppressed and another not.
 */
export function intervaloDe(cuantas: number, { tamano, minimo }: { tamano: number; minimo: number }): Intervalo {
  const half = Math.floor(minimo / 2)
  const rounded = Math.floor((cuantas + half) / minimo) * minimo
  if (rounded < 2 * minimo) return { minimo: 0, maximo: pocas(minimo) }
  if (rounded > tamano - 2 * minimo) return { minimo: tamano - pocas(minimo), maximo: tamano }
  return { minimo: rounded - half, maximo: rounded - half + minimo - 1 }
}

/** The most that may hide behind "few": persons who gave an answer, or who did not. */
export function pocas(minimo: number): number {
  return 2 * minimo - Math.floor(minimo / 2) - 1
}

/**
 * What still holds of those who stay when some left. Nobody's answer is looked at: of those who left it is not known what they had
 * answered, and telling it closer would tell just that.
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
