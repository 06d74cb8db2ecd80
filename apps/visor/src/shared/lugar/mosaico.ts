import type { Mosaico, Nombrado } from '../../api-types.ts'

/** Content of one square. */
export interface Cifra {
  nombre: string
  n: number
  /** The number as it is written in the square. */
  cifra: string
  /** The same in words, for a reader who does not see the map: "18 candidaturas". */
  texto: string
  href: string
}

/** One square and the whole name of its place. */
export type TeselaLugar = Mosaico['teselas'][number] & Nombrado

export type Tesela = Mosaico['teselas'][number] & Cifra & { tono: number }

const TONOS = 4

/** Squares in the order of reading, darker with their number. `tope`: the number of the darkest. A place without a figure is left out. */
export function teselasOf({ teselas }: Mosaico, cifras: ReadonlyMap<string, Cifra>, tope: number): Tesela[] {
  return teselas.flatMap((tesela) => {
    const cifra = cifras.get(tesela.clave)
    return cifra ? [{ ...tesela, ...cifra, tono: tope === 0 ? 0 : Math.ceil((TONOS * cifra.n) / tope) }] : []
  })
}

/** Squares of the places that somebody may choose among, in the order of reading. */
export function lugaresOf({ teselas }: Mosaico, lugares: readonly Nombrado[]): TeselaLugar[] {
  const nombres = new Map(lugares.map(({ clave, nombre }) => [clave, nombre]))
  return teselas.flatMap((tesela) => {
    const nombre = nombres.get(tesela.clave)
    return nombre === undefined ? [] : [{ ...tesela, nombre }]
  })
}
