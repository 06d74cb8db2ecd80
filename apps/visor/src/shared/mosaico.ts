import type { Mosaico } from '../api-types.ts'

/** What one square says. */
export interface Cifra {
  nombre: string
  n: number
  /** The number as it is written in the square. */
  cifra: string
  /** The same in words, for a reader who does not see the map: "18 candidaturas". */
  texto: string
  href: string
}

export type Tesela = Mosaico['teselas'][number] & Cifra & { tono: number }

const TONOS = 4

/** Squares in the order of reading. A place without a figure is left out. */
export function teselasOf({ teselas }: Mosaico, cifras: ReadonlyMap<string, Cifra>): Tesela[] {
  const largest = Math.max(0, ...[...cifras.values()].map(({ n }) => n))
  return teselas.flatMap((tesela) => {
    const cifra = cifras.get(tesela.clave)
    return cifra ? [{ ...tesela, ...cifra, tono: cifra.n === 0 ? 0 : Math.ceil((TONOS * cifra.n) / largest) }] : []
  })
}
