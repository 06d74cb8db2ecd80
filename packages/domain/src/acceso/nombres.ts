import { plainKey } from '../base/text.ts'

/** Fewer words of a name may be those of many. */
const MIN_PALABRAS = 2

/**
 * Whether a name that somebody wrote is that of a persona: all its words stand in hers, in any order and without regard to accents.
 * «López Ruiz Ana» is Ana María López Ruiz; «Ana» alone, or «Ana Pérez», is not.
 */
export function nombraA(escrito: string, persona: string): boolean {
  const hers = new Set(plainKey(persona).split(' '))
  const words = plainKey(escrito).split(' ')
  return words.length >= Math.min(MIN_PALABRAS, hers.size) && words.every((word) => hers.has(word))
}
