import { CIERRE_DE_FRASE, trimEndOf } from '../base/text.ts'

/** The id of a candidatura (UUID), or its beginning as the index has it. */
export const ID_O_COMIENZO = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{7,32}$/

export const MAS_ELEGIDAS = 4
export const MENOS_ELEGIDAS = 2

/** The same candidatura, also when one of the ids is only the beginning of the other. */
export function esMisma(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => id.replaceAll('-', ''))
  return Boolean(a && b) && (a?.startsWith(b ?? '') === true || b?.startsWith(a ?? '') === true)
}

/** Possible ids among the personas that an address asks to compare ("0c52397,1f0a…"), each once and in its order. */
export function idsOf(personas: unknown): string[] {
  const ids = String(personas ?? '')
    .toLowerCase()
    .split(',')
    .map((id) => trimEndOf(id, CIERRE_DE_FRASE))
    .filter((id) => ID_O_COMIENZO.test(id))
  return ids.filter((id, at) => ids.findIndex((other) => esMisma(id, other)) === at)
}

/** Address of a comparison, its personas in the order in which they are shown. */
export function direccionComparacion(ids: readonly string[]): string {
  return `/comparar?personas=${ids.join(',')}`
}
